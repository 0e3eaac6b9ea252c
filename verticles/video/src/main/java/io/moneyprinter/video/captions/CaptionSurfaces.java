package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The surfaces that words lie on, in canvas pixels. */
final class CaptionSurfaces {
  /** What a box takes of its neighbours where there are no spaces between words. */
  private static final double NARROWEST = 0.02;

  private CaptionSurfaces() {}

  /** Room between a word and the nearest on its line, pixels. */
  private static double gap(PlacedText placed, PlacedWord word) {
    Rectangle2D cell = word.cell();
    return placed.words().stream()
        .filter(other -> other != word && other.cell().getY() == cell.getY())
        .mapToDouble(
            other ->
                Math.max(
                    other.cell().getX() - cell.getMaxX(), cell.getX() - other.cell().getMaxX()))
        .filter(gap -> gap > -1)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Behind the spoken word alone. */
  static Shape box(PlacedText placed, PlacedWord word) {
    double size = placed.size();
    Rectangle2D cell = word.cell();
    double side = Math.max(NARROWEST * size, Math.min(size * 0.15, gap(placed, word) / 2));
    double inset = size * 0.06;
    double corner = size * 0.46;
    return new RoundRectangle2D.Double(
        cell.getX() - side,
        cell.getY() + inset,
        cell.getWidth() + 2 * side,
        cell.getHeight() - 2 * inset,
        corner,
        corner);
  }

  /** Behind the whole phrase, whatever shows of it, so that nothing moves. */
  static Shape background(PlacedText placed, CaptionStyle.Background form) {
    double size = placed.size();
    Rectangle2D all = placed.cells();
    double side = size * 0.3;
    double above = size * 0.08;
    double corner = form == CaptionStyle.Background.ROUNDED ? size * 0.6 : 0;
    return new RoundRectangle2D.Double(
        all.getX() - side,
        all.getY() - above,
        all.getWidth() + 2 * side,
        all.getHeight() + 2 * above,
        corner,
        corner);
  }
}
