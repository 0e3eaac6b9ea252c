package io.moneyprinter.video.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A typeface whose glyphs have colours. What belongs to one sign (families, skin tones, flags,
 * keycaps) is put together by the font's own tables. Safe for use by many threads.
 */
final class ColorFace {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Java2D gives these codes to characters that another glyph has taken up, and to no glyph. */
  private static final int TAKEN_UP = 0xfffe;

  private final FontFace face;
  private final FontFace.Once<ColorTables> tables;

  ColorFace(FontFace face, Supplier<ColorTables> tables) {
    this.face = face;
    this.tables = new FontFace.Once<>(tables);
  }

  /**
   * A sign with its colours.
   *
   * @param glyphs their baseline begins at (0, 0)
   * @param advance pixels to where the next sign begins
   */
  record Sign(List<ColorGlyph> glyphs, double advance) {}

  FontFace face() {
    return face;
  }

  /** Whether it can draw this sign. */
  boolean shows(String sign) {
    return knows(sign) && sign(sign, 1).isPresent();
  }

  /** Whether it has a glyph for each character of a sign. */
  boolean knows(String sign) {
    return sign.codePoints().allMatch(p -> Scripts.invisible(p) || face.font().canDisplay(p));
  }

  /**
   * @param text one sign, as a reader sees it
   * @param size of the em square, pixels
   * @return empty when a part of it has no colours here
   */
  Optional<Sign> sign(String text, double size) {
    Font font = face.font().deriveFont((float) size);
    GlyphVector shaped =
        font.layoutGlyphVector(
            EXACT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    List<ColorGlyph> glyphs = new ArrayList<>();
    double x = 0;
    for (int i = 0; i < shaped.getNumGlyphs(); i++) {
      int code = shaped.getGlyphCode(i);
      Optional<ColorTables.Colored> glyph =
          code >= TAKEN_UP ? Optional.empty() : tables.get().glyph(shaped, i);
      if (glyph.isPresent()) {
        glyphs.add(glyph.get().picture().transformed(AffineTransform.getTranslateInstance(x, 0)));
        x += glyph.get().advance();
      } else if (code == 0) {
        return Optional.empty();
      }
    }
    return glyphs.isEmpty() ? Optional.empty() : Optional.of(new Sign(glyphs, x));
  }
}
