package io.moneyprinter.video.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A word or line ready to be drawn, its baseline starting at (0, 0), x to the right and y down.
 * Scripts that join or reorder their letters are shaped by the font's own tables.
 *
 * @param ink pixels
 * @param advance pixels to where the next one begins
 */
public record TextShape(Ink ink, double advance) {
  /** Outlines are drawn by anti-aliasing at any sub-pixel place, never hinted to the grid. */
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** This font has no rules for a Thai tone mark above a vowel sign: it would hit the sign. */
  private static final String STACKS_BADLY = "Kurinto Sans";

  /** Of the em square. */
  private static final double TONE_RISE = 0.21;

  /** A mark to be set by hand, after so many characters of the rest. */
  private record Tone(char mark, int after, Font font) {}

  /**
   * @param family a family name, or {@code null} for the shipped one
   * @param size of the em square, pixels
   * @param rightToLeft direction of the paragraph the text stands in
   */
  public static TextShape of(
      FontBook fonts, String text, String family, double size, boolean rightToLeft) {
    ColorSlots slots = ColorSlots.in(fonts, text, size);
    String shown = drawable(fonts, slots.text());
    List<Tone> tones = tones(fonts, shown, family);
    String rest = shown;
    for (int i = tones.size() - 1; i >= 0; i--) {
      int at = tones.get(i).after() + i;
      rest = rest.substring(0, at) + rest.substring(at + 1);
    }
    if (rest.isEmpty()) {
      return new TextShape(new Ink(new Path2D.Double(), List.of()), 0);
    }
    TextLayout layout = layout(fonts, rest, slots, family, size, rightToLeft);
    Path2D outline = new Path2D.Double(layout.getOutline(null));
    List<ColorGlyph> pictures = slots.placed();
    for (Tone tone : tones) {
      String before = rest.substring(0, tone.after());
      double x = layout(fonts, before, slots, family, size, rightToLeft).getAdvance();
      outline.append(
          AffineTransform.getTranslateInstance(x, -TONE_RISE * size)
              .createTransformedShape(
                  tone.font()
                      .deriveFont((float) size)
                      .createGlyphVector(EXACT, new char[] {tone.mark()})
                      .getOutline()),
          false);
    }
    return new TextShape(new Ink(outline, pictures), layout.getAdvance());
  }

  private static TextLayout layout(
      FontBook fonts,
      String text,
      ColorSlots slots,
      String family,
      double size,
      boolean rightToLeft) {
    AttributedString styled = new AttributedString(text);
    styled.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    for (FontBook.FontRun run : fonts.runs(text, family)) {
      Font font =
          run.font()
              .deriveFont((float) size)
              .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
      styled.addAttribute(TextAttribute.FONT, font, run.from(), run.to());
    }
    slots.reserve(styled, text);
    return new TextLayout(styled.getIterator(), EXACT);
  }

  private static List<Tone> tones(FontBook fonts, String text, String family) {
    List<Tone> tones = new ArrayList<>();
    for (int at = 1; at < text.length(); at++) {
      if (Scripts.stackedTone(text, at)) {
        for (FontBook.FontRun run : fonts.runs(text, family)) {
          if (run.from() <= at
              && at < run.to()
              && STACKS_BADLY.equals(run.font().getFamily(Locale.ROOT))) {
            tones.add(new Tone(text.charAt(at), at - tones.size(), run.font()));
          }
        }
      }
    }
    return tones;
  }

  /** Without what asks for a colour that no font has, and the emoji that no font has at all. */
  private static String drawable(FontBook fonts, String text) {
    if (text.codePoints().noneMatch(p -> Scripts.emoji(p) || Scripts.emojiModifier(p))) {
      return text;
    }
    List<Integer> missing = fonts.uncovered(text);
    return text.codePoints()
        .filter(point -> !Scripts.emojiModifier(point))
        .filter(point -> !(Scripts.emoji(point) && missing.contains(point)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
