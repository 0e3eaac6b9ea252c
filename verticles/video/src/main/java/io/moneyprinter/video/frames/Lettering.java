package io.moneyprinter.video.frames;

import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.fonts.TextShape;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sets words as outlines, in the fonts that captions are set in. */
final class Lettering {
  /** Outlines are made once at this size and scaled. */
  private static final double SIZE = 200;

  /** Writings whose letters stand by themselves. */
  private static final Set<UnicodeScript> APART =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);

  private final FontBook fonts;

  Lettering(FontBook fonts) {
    this.fonts = fonts;
  }

  /**
   * A word of one em.
   *
   * @param outline baseline from (0, 0), of size 1
   * @param width how far it reaches
   */
  record Word(Shape outline, double width) {
    Rectangle2D bounds() {
      return outline.getBounds2D();
    }

    /** Where the size is {@code size} and the baseline begins at a place. */
    Shape at(double x, double y, double size) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.scale(size, size);
      return place.createTransformedShape(outline);
    }
  }

  Word word(String text) {
    TextShape shape = TextShape.of(fonts, text, null, SIZE, false);
    double one = 1 / SIZE;
    return new Word(
        AffineTransform.getScaleInstance(one, one).createTransformedShape(shape.ink().outline()),
        shape.advance() * one);
  }

  /** In capitals where the writing has any; what no font here shows is left out. */
  List<String> shown(List<String> words) {
    return words.stream()
        .filter(word -> fonts.uncovered(word).isEmpty() && !word.isBlank())
        .map(word -> word.strip().toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** The signs of a word that may move by themselves: all of it where letters join. */
  static List<String> signs(String word) {
    boolean apart = word.codePoints().allMatch(point -> APART.contains(UnicodeScript.of(point)));
    if (!apart) {
      return List.of(word);
    }
    List<String> signs = new ArrayList<>();
    BreakIterator each = BreakIterator.getCharacterInstance(Locale.ROOT);
    each.setText(word);
    int from = each.first();
    for (int to = each.next(); to != BreakIterator.DONE; from = to, to = each.next()) {
      signs.add(word.substring(from, to));
    }
    return signs;
  }
}
