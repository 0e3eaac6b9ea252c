package io.moneyprinter.video.captions;

import io.moneyprinter.video.fonts.Ink;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/**
 * A text at rest, worked out once for all its looks: finding the rims of letters and blurring their
 * shade is most of what drawing costs, and looks differ in one word. Not for several threads.
 */
final class RestingText {
  private final PlacedText placed;
  private final List<Ink> inks;
  private final List<Shape> rims;
  private int shadedWords = Look.NONE;
  private int[] shade;

  /**
   * @param toRegion from canvas to region
   * @param rim how far outlines reach beyond letters, pixels
   */
  RestingText(PlacedText placed, AffineTransform toRegion, double rim) {
    this.placed = placed;
    this.inks = placed.words().stream().map(word -> word.ink().transformed(toRegion)).toList();
    BasicStroke pen =
        new BasicStroke((float) (2 * rim), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    // Without an outline the letters themselves cast the shade.
    this.rims =
        inks.stream()
            .map(ink -> rim == 0 ? ink.outline() : pen.createStrokedShape(ink.outline()))
            .toList();
  }

  boolean isOf(PlacedText text) {
    return placed == text;
  }

  Ink ink(int word) {
    return inks.get(word);
  }

  /** In the pixels of the region. */
  Shape rim(int word) {
    return rims.get(word);
  }

  /** Paints the shade of the first words into an empty image of the region's size. */
  void shade(BufferedImage image, int words, AffineTransform drop, SoftShadow shadow) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    if (words == shadedWords && shade.length == pixels.length) {
      System.arraycopy(shade, 0, pixels, 0, pixels.length);
      return;
    }
    shadow.paint(image, rims.subList(0, words).stream().map(drop::createTransformedShape).toList());
    shade = pixels.clone();
    shadedWords = words;
  }
}
