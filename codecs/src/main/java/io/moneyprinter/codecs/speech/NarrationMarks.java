package io.moneyprinter.codecs.speech;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The marks in a narration that are heard but not read out: {@code [pause 1.5s]} is silence, and a
 * known name with a colon, such as {@code Anna:}, hands over to another voice. Immutable.
 */
public final class NarrationMarks {
  /** Seconds of a pause that says no length. */
  public static final double USUAL_PAUSE = 1;

  /** Longer pauses are cut to this, seconds. */
  public static final double LONGEST_PAUSE = 30;

  private static final String PAUSE =
      "\\[\\s*(?i:pause)(?:[\\s:]+(?<length>\\d+(?:\\.\\d+)?)\\s*(?<unit>(?i:ms|s|sec|seconds)?))?\\s*\\]";

  private final Pattern mark;
  private final boolean named;

  /**
   * @param speakers names that may stand before a colon; others are text
   */
  public NarrationMarks(Collection<String> speakers) {
    String names =
        speakers.stream()
            .filter(name -> !name.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    String speaker =
        names.isEmpty() ? "" : "|(?<!\\S)(?<speaker>" + names + ")\\s?[:\uff1a](?!\\S*//)";
    this.mark = Pattern.compile(PAUSE + speaker);
    this.named = !names.isEmpty();
  }

  /**
   * A part of a narration that one voice says without a pause.
   *
   * @param speaker the name before it; {@code null} before the first
   * @param from first character in the text, inclusive
   * @param to last character in the text, exclusive
   * @param pause seconds of silence before it
   */
  public record Passage(String speaker, int from, int to, double pause) {}

  /** All parts in order; one may be blank, where a pause stands at the end or beside another. */
  public List<Passage> passages(String text) {
    List<Passage> passages = new ArrayList<>();
    Matcher found = mark.matcher(text);
    String speaker = null;
    double pause = 0;
    int from = 0;
    while (found.find()) {
      if (!text.substring(from, found.start()).isBlank()) {
        passages.add(new Passage(speaker, from, found.start(), pause));
        pause = 0;
      }
      if (named && found.group("speaker") != null) {
        speaker = found.group("speaker");
      } else {
        pause = Math.min(LONGEST_PAUSE, pause + seconds(found));
      }
      from = found.end();
    }
    if (pause > 0 || passages.isEmpty() || !text.substring(from).isBlank()) {
      passages.add(new Passage(speaker, from, text.length(), pause));
    }
    return passages;
  }

  /** The text as it is read out and shown: without marks. */
  public String plain(String text) {
    return mark.matcher(text).replaceAll(" ").replaceAll("\\h{2,}", " ").strip();
  }

  /**
   * The same texts, in each of which it is told at the beginning who goes on speaking.
   *
   * @param texts parts of one narration, in order
   */
  public List<String> continued(List<String> texts) {
    List<String> continued = new ArrayList<>();
    String speaker = null;
    for (String text : texts) {
      List<Passage> passages = passages(text);
      boolean told = passages.get(0).speaker() != null;
      continued.add(speaker == null || told ? text : speaker + ": " + text);
      String last = passages.get(passages.size() - 1).speaker();
      speaker = last == null ? speaker : last;
    }
    return continued;
  }

  private static double seconds(Matcher pause) {
    if (pause.group("length") == null) {
      return USUAL_PAUSE;
    }
    double length = Double.parseDouble(pause.group("length"));
    return "ms".equalsIgnoreCase(pause.group("unit")) ? length / 1000 : length;
  }
}
