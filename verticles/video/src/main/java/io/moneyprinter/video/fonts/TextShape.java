package io.moneyprinter.video.fonts;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Path2D;
import java.text.AttributedString;
import java.util.Map;

/**
 * A word or line as an outline, its baseline starting at (0, 0), x to the right and y down. Scripts
 * that join or reorder their letters are shaped by the font's own tables.
 *
 * @param outline pixels; not to be changed
 * @param advance pixels to where the next one begins
 */
public record TextShape(Shape outline, double advance) {
  /** Outlines are drawn by anti-aliasing at any sub-pixel place, never hinted to the grid. */
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /**
   * @param family a family name, or {@code null} for the shipped one
   * @param size of the em square, pixels
   * @param rightToLeft direction of the paragraph the text stands in
   */
  public static TextShape of(
      FontBook fonts, String text, String family, double size, boolean rightToLeft) {
    String shown = withoutPictureSelectors(text);
    if (shown.isEmpty()) {
      return new TextShape(new Path2D.Double(), 0);
    }
    AttributedString styled = new AttributedString(shown);
    styled.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    for (FontBook.FontRun run : fonts.runs(shown, family)) {
      Font font =
          run.font()
              .deriveFont((float) size)
              .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
      styled.addAttribute(TextAttribute.FONT, font, run.from(), run.to());
    }
    TextLayout layout = new TextLayout(styled.getIterator(), EXACT);
    return new TextShape(layout.getOutline(null), layout.getAdvance());
  }

  /** These ask for the coloured form of an emoji, which outlines do not have, and draw as a box. */
  private static String withoutPictureSelectors(String text) {
    return text.codePoints()
        .filter(point -> point < 0xFE00 || point > 0xFE0F)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
