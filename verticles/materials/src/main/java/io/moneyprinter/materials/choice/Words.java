package io.moneyprinter.materials.choice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes words comparable: lower case, without accents, without the commonest endings. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+");

  private Words() {}

  /** The stems of a text's words, in order; words of fewer than three letters are left out. */
  static List<String> stems(String text) {
    return words(text).stream().map(Words::stem).toList();
  }

  /** The words of a text as they are written; those of fewer than three letters are left out. */
  static List<String> words(String text) {
    List<String> found = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (word.length() >= 3 || UNSPACED.matcher(word).matches()) {
        found.add(word);
      }
    }
    return found;
  }

  /**
   * Whether words of this writing stand without spaces, so that they are looked for in the text.
   */
  static boolean unspaced(String stem) {
    return UNSPACED.matcher(stem).matches();
  }

  /**
   * A light stem after the idea of Harman's S-stemmer ("How effective is suffixing?", 1991): only
   * plurals and the two commonest verb endings of long words, so that different things stay
   * different (an evening is not even).
   */
  static String stem(String word) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    if (plain.length() > 4 && plain.endsWith("ies")) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    if (plain.length() > 4 && plain.matches(".*(s|x|z|ch|sh)es")) {
      return plain.substring(0, plain.length() - 2);
    }
    if (plain.length() > 3 && plain.endsWith("s") && !plain.matches(".*(ss|us|is)")) {
      return plain.substring(0, plain.length() - 1);
    }
    if (plain.length() > 7 && plain.endsWith("ing")) {
      return undoubled(plain.substring(0, plain.length() - 3));
    }
    if (plain.length() > 5 && plain.endsWith("ed")) {
      return undoubled(plain.substring(0, plain.length() - 2));
    }
    return plain;
  }

  private static String undoubled(String stem) {
    int last = stem.length() - 1;
    boolean doubled =
        stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
    return doubled ? stem.substring(0, last) : stem;
  }
}
