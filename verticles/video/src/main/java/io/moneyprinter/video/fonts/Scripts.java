package io.moneyprinter.video.fonts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.text.Bidi;

/** What the writing systems of the world ask of a line of text. */
public final class Scripts {
  /** Lengthens the vowel before it; Unicode counts it to no script. */
  private static final int LONG_VOWEL = 0x30FC;

  private Scripts() {}

  /**
   * How many columns a text takes: two for the wide signs of East Asia, none for marks that stand
   * over or under others (UAX #11).
   */
  public static int columns(String text) {
    return text.codePoints().map(Scripts::columns).sum();
  }

  private static int columns(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }

  /** Whether a text is of Hiragana alone, the endings and particles of Japanese. */
  public static boolean hiragana(String text) {
    return text.codePoints().allMatch(point -> UScript.getScript(point) == UScript.HIRAGANA);
  }

  /** Whether a text as a whole runs from right to left: its first letter decides (UAX #9, P2). */
  public static boolean rightToLeft(String text) {
    return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /** Whether words of this letter's script follow one another without a space. */
  public static boolean spaceless(int codePoint) {
    return switch (UScript.getScript(codePoint)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.BOPOMOFO,
          UScript.YI,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR,
          UScript.TIBETAN,
          UScript.JAVANESE,
          UScript.BALINESE ->
          true;
      default -> isFullWidth(codePoint) || codePoint == LONG_VOWEL;
    };
  }

  /** Whether a space belongs between two words that follow one another. */
  public static boolean spaceBetween(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    return !(spaceless(before.codePointBefore(before.length())) && spaceless(after.codePointAt(0)));
  }

  /** The English name of a character's script, such as Khmer; "this sign" where it has none. */
  static String name(int codePoint) {
    int script = UScript.getScript(codePoint);
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)) {
      return "this emoji";
    }
    return script == UScript.COMMON || script == UScript.INHERITED || script == UScript.UNKNOWN
        ? "this sign"
        : UScript.getName(script).replace('_', ' ');
  }

  /** Whether a character steers others and has no picture of its own. */
  static boolean invisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isISOControl(codePoint)
        || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /** The punctuation of East Asia carries its own room, and stands between spaceless words. */
  private static boolean isFullWidth(int codePoint) {
    return codePoint >= 0x3000 && codePoint <= 0x303F || codePoint >= 0xFF00 && codePoint <= 0xFF65;
  }
}
