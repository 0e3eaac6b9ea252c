package de.dfki.lt.tools.tokenizer;

import de.dfki.lt.tools.tokenizer.annotate.AnnotatedString;
import de.dfki.lt.tools.tokenizer.annotate.FastAnnotatedString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for DFKI's JTok, which MaryTTS is linked against and which is in no public Maven
 * repository; so it bears its name. White space parts tokens, marks at both ends of a word are
 * tokens of their own; abbreviations, numbers and hyphenated words stay whole.
 */
public class JTok {
  private record Token(int start, int end) {}

  private static final Pattern CHUNK = Pattern.compile("\\S+");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)*\\p{L}");
  private static final String OPENING = "([{<\"'`";
  private static final String CLOSING = ")]}>\"'.,;:!?-";
  private static final String TERMINATORS = ".!?";
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "inc", "ltd", "no",
          "approx", "dept", "fig", "gen", "col", "sgt", "capt", "mt", "rev");

  /**
   * @param configuration of the real one; there is nothing to configure here
   */
  public JTok(Properties configuration) {}

  /** Marks tokens ("class"), and where a paragraph ("p") or a sentence ("tu") begins ("border"). */
  public AnnotatedString tokenize(String text, String language) {
    List<Token> tokens = new ArrayList<>();
    Matcher chunk = CHUNK.matcher(text);
    while (chunk.find()) {
      cut(text, chunk.start(), chunk.end(), tokens);
    }
    var annotated = new FastAnnotatedString(text);
    String border = "p";
    for (Token token : tokens) {
      annotated.annotate("class", "TOKEN", token.start(), token.end());
      boolean terminator = consistsOf(TERMINATORS, text, token);
      if (border != null && !terminator && !consistsOf(CLOSING, text, token)) {
        annotated.annotate("border", border, token.start(), token.end());
        border = null;
      }
      border = terminator && border == null ? "tu" : border;
    }
    return annotated;
  }

  private static void cut(String text, int from, int to, List<Token> tokens) {
    int start = from;
    while (start < to - 1 && OPENING.indexOf(text.charAt(start)) >= 0) {
      tokens.add(new Token(start, ++start));
    }
    Deque<Token> marks = new ArrayDeque<>();
    int end = to;
    while (end > start && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      if (text.charAt(end - 1) == '.' && keepsItsPoint(text.substring(start, end - 1))) {
        break;
      }
      int run = startOfRun(text, start, end);
      marks.push(new Token(run, end));
      end = run;
    }
    if (end > start) {
      tokens.add(new Token(start, end));
    }
    tokens.addAll(marks);
  }

  /** A run of one mark, such as three points, is one token. */
  private static int startOfRun(String text, int from, int end) {
    int start = end - 1;
    while (start > from && text.charAt(start - 1) == text.charAt(end - 1)) {
      start--;
    }
    return start;
  }

  private static boolean keepsItsPoint(String word) {
    if (ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return INITIALS.matcher(word).matches() && (word.length() > 1 || initial && !word.equals("I"));
  }

  private static boolean consistsOf(String characters, String text, Token token) {
    return text.substring(token.start(), token.end())
        .chars()
        .allMatch(character -> characters.indexOf(character) >= 0);
  }
}
