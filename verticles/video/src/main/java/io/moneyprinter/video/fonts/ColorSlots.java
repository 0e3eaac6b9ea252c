package io.moneyprinter.video.fonts;

import com.ibm.icu.text.BreakIterator;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GraphicAttribute;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The coloured signs of one text. In the layout each is a single character that keeps its room; the
 * layout tells where. For use by one thread.
 */
final class ColorSlots {
  /** Stands for a thing that is no text (Unicode, object replacement character). */
  private static final char OBJECT = '\uFFFC';

  private final String text;
  private final List<Slot> slots;

  private ColorSlots(String text, List<Slot> slots) {
    this.text = text;
    this.slots = slots;
  }

  static ColorSlots in(FontBook fonts, String text, double size) {
    if (text.codePoints().noneMatch(p -> Scripts.emoji(p) || Scripts.emojiModifier(p))) {
      return new ColorSlots(text, List.of());
    }
    StringBuilder kept = new StringBuilder();
    List<Slot> slots = new ArrayList<>();
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    for (int from = signs.first(), to = signs.next();
        to != BreakIterator.DONE;
        from = to, to = signs.next()) {
      String sign = text.substring(from, to);
      fonts
          .colored(sign, size)
          .ifPresentOrElse(
              colored -> {
                slots.add(new Slot(colored));
                kept.append(OBJECT);
              },
              () -> kept.append(sign.replace(String.valueOf(OBJECT), "")));
    }
    return new ColorSlots(kept.toString(), slots);
  }

  /** What is to be laid out. */
  String text() {
    return text;
  }

  /** Keeps the room of the signs in a text that begins as {@link #text} does, tones left out. */
  void reserve(AttributedString styled, String part) {
    int next = 0;
    for (int at = part.indexOf(OBJECT);
        at >= 0 && next < slots.size();
        at = part.indexOf(OBJECT, at + 1)) {
      styled.addAttribute(TextAttribute.CHAR_REPLACEMENT, slots.get(next++), at, at + 1);
    }
  }

  /** The signs where the last outline that was asked for has them. */
  List<ColorGlyph> placed() {
    List<ColorGlyph> placed = new ArrayList<>();
    for (Slot slot : slots) {
      for (ColorGlyph glyph : slot.sign.glyphs()) {
        placed.add(glyph.transformed(slot.place));
      }
    }
    return placed;
  }

  /** Java2D asks it for its outline, and says where. */
  private static final class Slot extends GraphicAttribute {
    private final ColorFace.Sign sign;
    private final Rectangle2D bounds;
    private AffineTransform place = new AffineTransform();

    Slot(ColorFace.Sign sign) {
      super(ROMAN_BASELINE);
      this.sign = sign;
      this.bounds =
          sign.glyphs().stream()
              .map(ColorGlyph::bounds)
              .reduce(Rectangle2D::createUnion)
              .orElseThrow();
    }

    @Override
    public float getAscent() {
      return (float) Math.max(0, -bounds.getMinY());
    }

    @Override
    public float getDescent() {
      return (float) Math.max(0, bounds.getMaxY());
    }

    @Override
    public float getAdvance() {
      return (float) sign.advance();
    }

    @Override
    public Rectangle2D getBounds() {
      return (Rectangle2D) bounds.clone();
    }

    @Override
    public Shape getOutline(AffineTransform transform) {
      place = new AffineTransform(transform);
      return new Path2D.Double();
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
      throw new UnsupportedOperationException("Only the outline of a layout is used");
    }
  }
}
