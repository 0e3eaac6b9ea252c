package io.moneyprinter.video.fonts;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What of a text is drawn: letters in whatever colour is chosen, and signs that have their own.
 *
 * @param outline of the letters, pixels; not to be changed
 * @param pictures the signs with colours of their own
 */
public record Ink(Shape outline, List<ColorGlyph> pictures) {
  public Ink {
    pictures = List.copyOf(pictures);
  }

  /** The same at another place or size. */
  public Ink transformed(AffineTransform change) {
    return new Ink(
        change.createTransformedShape(outline),
        pictures.stream().map(picture -> picture.transformed(change)).toList());
  }

  /** What it takes; empty when nothing is drawn. */
  public Rectangle2D bounds() {
    Rectangle2D bounds = outline.getBounds2D();
    for (ColorGlyph picture : pictures) {
      bounds = bounds.isEmpty() ? picture.bounds() : bounds.createUnion(picture.bounds());
    }
    return bounds;
  }
}
