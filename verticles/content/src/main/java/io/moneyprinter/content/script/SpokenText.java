package io.moneyprinter.content.script;

import io.moneyprinter.content.text.TextForm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Makes text of a model fit for a voice: takes away marks and directions, never words. A bracket
 * goes only where what is in it is plainly a direction to the crew.
 */
public final class SpokenText {
  private static final String MOOD =
      "(?:soft|upbeat|dramatic|gentle|background|ambient|calm|epic|slow|sad|happy|tense|intro|outro"
          + "|theme|cheerful|inspiring|suspenseful)";
  private static final String CUE =
      "(?:"
          + MOOD
          + " )*music(?: (?:fades?|swells?|stops?|plays?|starts?|continues?|playing|fading)(?: \\w+){0,2})?"
          + "|pause|beat|silence|sfx\\b.*|sound effects?\\b.*|applause|laughter|laughs|sighs|whoosh"
          + "|fades? (?:in|out|to black)|cut to\\b.*|zoom(?:s|ing)? (?:in|out)\\b.*"
          + "|camera (?:pans?|zooms?|moves?|follows?)\\b.*|scene \\d+\\b.*|b-?roll\\b.*"
          + "|(?:visuals?|image|shot|footage|on-?screen(?: text)?|sound|transition)\\s*:.*"
          + "|narrator|voice-?over|host|intro|outro|hook|opening shot|closing shot";

  private static final Pattern ROUND = Pattern.compile("(?i)\\((?:" + CUE + ")\\)");

  /**
   * In square brackets a few more, which nobody would say; a pause with a length is the voice's.
   */
  private static final Pattern SQUARE =
      Pattern.compile(
          "(?i)\\[(?:"
              + CUE
              + "|(?:sounds?|visuals?|image|shot|footage|transition|upbeat|music|camera) [^\\]\\[]{1,80})]");

  private static final Pattern CITATION =
      Pattern.compile("(?<=[\\p{L}\\p{N}.!?,;:”\"])(?:\\[\\d{1,3}])+|【[^】]{1,30}†[^】]{0,30}】");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\[]*)]\\((?:https?:|/|#)[^)\\s]*\\)");
  private static final Pattern TAG =
      Pattern.compile("(?i)</?(?:b|i|u|em|strong|p|br|span|div|h[1-6]|speak|mark)(?:\\s[^>]*)?/?>");
  private static final Pattern STRONG =
      Pattern.compile("(\\*\\*\\*|\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern STAR =
      Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*]+?)(?<=\\S)\\*(?![\\w*])");
  private static final Pattern LOW =
      Pattern.compile("(?<![\\w_])_(?=\\S)([^_]+?)(?<=\\S)_(?![\\w_])");
  private static final Pattern TICK = Pattern.compile("`+([^`]+)`+");
  private static final Pattern LINE_MARK =
      Pattern.compile("(?m)^\\s*(?:#{1,6}\\s+|[-*•–]\\s+|>\\s+)");
  private static final Pattern LEFT_OVER = Pattern.compile("\\*\\*+|(?m)^\\s*```\\w*\\s*$");
  private static final Pattern SPEAKER =
      Pattern.compile(
          "^\\s*(?i:narrator|narration|voice-?over|v\\.?o\\.?|speaker(?: \\d+)?|host|scene \\d+|hook|intro|outro)"
              + "\\s*(?:\\([^)]*\\))?\\s*[:：]\\s*");
  private static final Pattern QUOTED =
      Pattern.compile("^(?:\"([^\"]+)\"|“([^“”]+)”|«([^«»]+)»|「([^「」]+)」)$");

  private SpokenText() {}

  /** What the voice says, on one line. */
  public static String of(String text) {
    String plain = Parser.unescapeEntities(text, false);
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = TAG.matcher(plain).replaceAll(" ");
    plain = SQUARE.matcher(plain).replaceAll(" ");
    plain = ROUND.matcher(plain).replaceAll(" ");
    plain = CITATION.matcher(plain).replaceAll("");
    plain = LINE_MARK.matcher(plain).replaceAll("");
    plain = STRONG.matcher(plain).replaceAll("$2");
    plain = STAR.matcher(plain).replaceAll("$1");
    plain = LOW.matcher(plain).replaceAll("$1");
    plain = TICK.matcher(plain).replaceAll("$1");
    plain = LEFT_OVER.matcher(plain).replaceAll("");
    plain = SPEAKER.matcher(TextForm.onOneLine(plain)).replaceFirst("");
    return unquoted(plain.replaceAll(" +(?=[,.;:!?…](?:\\s|$))", "").strip());
  }

  /** Quotes around all of it are the model's, not the narrator's. */
  private static String unquoted(String text) {
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return text;
    }
    for (int i = 1; i <= quoted.groupCount(); i++) {
      if (quoted.group(i) != null) {
        return quoted.group(i).strip();
      }
    }
    return text;
  }

  /** Whether there is anything in it that can be said. */
  static boolean sayable(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
