package io.moneyprinter.content.script;

import java.util.regex.Pattern;

/** Takes out what a model thought before it answered. */
final class Thoughts {
  private static final String TAGS =
      "think|thinking|thought|thoughts|reasoning|reflection|analysis";
  private static final Pattern CLOSED =
      Pattern.compile(
          "(?is)<(" + TAGS + ")(?:\\s[^>]*)?>.*?</\\1>|\\[THINK].*?\\[/THINK]|◁think▷.*?◁/think▷");

  /** The opening mark was left out, as some servers do: all before the closing one was thought. */
  private static final Pattern ONLY_CLOSED =
      Pattern.compile("(?is)^.*</(?:" + TAGS + ")>|^.*\\[/THINK]|^.*◁/think▷");

  /** gpt-oss's channels, where a server hands them through. */
  private static final Pattern CHANNEL =
      Pattern.compile(
          "(?is)^.*<\\|channel\\|>\\s*final[^<]*<\\|message\\|>|<\\|(?:end|return|start)\\|>(?:assistant)?");

  private static final Pattern OPEN =
      Pattern.compile("(?is)<(" + TAGS + ")(?:\\s[^>]*)?>.*|\\[THINK].*");

  private Thoughts() {}

  /** The answer proper. Empty when the whole of it is a thought that was never closed. */
  static String without(String answer) {
    String text = CHANNEL.matcher(answer).replaceAll("");
    text = CLOSED.matcher(text).replaceAll("");
    text = ONLY_CLOSED.matcher(text).replaceFirst("");
    return OPEN.matcher(text).replaceFirst("");
  }
}
