package io.moneyprinter.video.fonts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import java.text.Bidi;
import java.util.Locale;

/** What the writing systems of the world ask of a line of text. */
public final class Scripts {
  /** Lengthens the vowel before it; Unicode counts it to no script. */
  private static final int LONG_VOWEL = 0x30FC;

  /** Selectors of a plain and a coloured form. */
  private static final char PLAIN = 0xFE0E;

  private static final char COLORED = 0xFE0F;

  private Scripts() {}

  /**
   * How many columns a text takes: two for the wide signs of East Asia and for an emoji, however
   * many characters it is made of, none for marks that stand over or under others (UAX #11).
   */
  public static int columns(String text) {
    if (text.codePoints().noneMatch(point -> emoji(point) || emojiModifier(point))) {
      return text.codePoints().map(Scripts::columns).sum();
    }
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    int columns = 0;
    for (int from = signs.first(), to = signs.next();
        to != BreakIterator.DONE;
        from = to, to = signs.next()) {
      String sign = text.substring(from, to);
      columns += inColor(sign) ? 2 : sign.codePoints().map(Scripts::columns).sum();
    }
    return columns;
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
    return script == UScript.COMMON || script == UScript.INHERITED || script == UScript.UNKNOWN
        ? "this sign"
        : UScript.getName(script).replace('_', ' ');
  }

  /** Whether a character is a small picture. */
  static boolean emoji(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
        || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION);
  }

  /**
   * Whether a sign is to be shown in colour (UTS #51): its first character asks for it by itself or
   * by the selector after it, and no selector asks for a plain one.
   */
  static boolean inColor(String sign) {
    return sign.indexOf(PLAIN) < 0
        && (sign.indexOf(COLORED) >= 0
            || UCharacter.hasBinaryProperty(sign.codePointAt(0), UProperty.EMOJI_PRESENTATION)
            || UCharacter.hasBinaryProperty(sign.codePointAt(0), UProperty.EMOJI_MODIFIER_BASE)
                && sign.codePoints().skip(1).anyMatch(Scripts::emojiModifier));
  }

  /** Whether a character changes the colour or the form of the emoji before it. */
  static boolean emojiModifier(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
  }

  /**
   * Whether the tone mark at a place of a Thai or Lao text stands above another mark, and must be
   * raised where a font does not do so by itself.
   */
  static boolean stackedTone(String text, int at) {
    char tone = text.charAt(at);
    // The two blocks are laid out alike, Lao 0x80 above Thai.
    int block = tone >= 0x0EC8 && tone <= 0x0ECC ? 0x80 : 0;
    if (tone - block < 0x0E48 || tone - block > 0x0E4C) {
      return false;
    }
    int before = at > 0 ? text.charAt(at - 1) - block : 0;
    int after = at + 1 < text.length() ? text.charAt(at + 1) - block : 0;
    return before == 0x0E31
        || before >= 0x0E34 && before <= 0x0E37
        || before == 0x0E3B
        || before == 0x0E4D
        || after == 0x0E33;
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
