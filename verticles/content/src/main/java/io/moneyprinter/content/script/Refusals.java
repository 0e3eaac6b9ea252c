package io.moneyprinter.content.script;

import java.util.regex.Pattern;

/** Tells a polite no from a script. */
final class Refusals {
  private static final int LONGEST = 600;
  private static final Pattern NO =
      Pattern.compile(
          "(?is)^\\W*(?:(?:oh|hello|hi|unfortunately|apologies|i apologi[sz]e|(?:i'?m|i am) (?:very |so |really )?sorry|sorry)\\b[^.!\\n]{0,40}[,.!]?\\s*(?:but\\s+)?)?"
              + "(?:as an ai\\b.*|i (?:can(?:not|['’]?t)|won['’]?t|will not|am (?:not able|unable)|['’]?m (?:not able|unable)|must decline)\\b.*"
              + "|i['’]m (?:unable|not able)\\b.*|this (?:request|topic) (?:violates|goes against)\\b.*"
              + "|(?:es tut mir leid|tut mir leid|leider kann ich)\\b.*|(?:je suis désolé|désolé)\\b.*"
              + "|lo siento\\b.*|mi dispiace\\b.*|desculpe\\b.*|(?:抱歉|很抱歉|对不起|我无法|我不能).*|(?:申し訳).*)$");

  private Refusals() {}

  /** Whether the whole of a text says that the model will not. */
  static boolean refuses(String text) {
    String plain = text.strip();
    return plain.length() <= LONGEST && NO.matcher(plain).matches();
  }
}
