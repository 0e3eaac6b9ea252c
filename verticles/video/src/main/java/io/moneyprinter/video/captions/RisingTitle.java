package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.Ink;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A title in motion: what it looks like at a time. The lines are drawn once and then only moved.
 */
final class RisingTitle {
  private static final double RISE_SECONDS = 0.45;
  private static final double STAGGER_SECONDS = 0.1;

  /** By then everything has come to rest. */
  private static final double LONG_SECONDS = 60;

  private final PlacedText placed;
  private final Rectangle region;
  private final Color accent;
  private final List<BufferedImage> lines;
  private final double centre;
  private final double bar;

  RisingTitle(PlacedText placed, CaptionStyle style, Rectangle region, double bar) {
    this.placed = placed;
    this.region = region;
    this.bar = bar;
    this.accent = Color.decode(style.highlight());
    Rectangle2D all = placed.words().get(0).cell();
    for (PlacedWord word : placed.words()) {
      all = all.createUnion(word.cell());
    }
    this.centre = all.getCenterX();
    this.lines =
        placed.words().stream()
            .collect(
                Collectors.groupingBy(
                    word -> word.cell().getY(), TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(words -> line(words, style))
            .toList();
  }

  private BufferedImage line(List<PlacedWord> words, CaptionStyle style) {
    BufferedImage picture =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    AffineTransform move =
        AffineTransform.getTranslateInstance(-region.x, -region.y + placed.size() * 0.3);
    List<Ink> inks = words.stream().map(word -> word.ink().transformed(move)).toList();
    BasicStroke rim =
        new BasicStroke(
            (float) (placed.size() * 0.09), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    List<Shape> rims = inks.stream().map(ink -> rim.createStrokedShape(ink.outline())).toList();
    Color outline = Color.decode(style.outline());
    new SoftShadow((int) Math.ceil(placed.size() * 0.06), outline, 0.75).paint(picture, rims);
    Graphics2D graphics = smooth(picture);
    graphics.setColor(outline);
    rims.forEach(graphics::fill);
    Color color = Color.decode(style.color());
    for (Ink ink : inks) {
      graphics.setColor(color);
      graphics.fill(ink.outline());
      ink.pictures().forEach(sign -> sign.paint(graphics, color));
    }
    graphics.dispose();
    return picture;
  }

  /** Seconds until nothing moves any more. */
  double settled() {
    return RISE_SECONDS + STAGGER_SECONDS * lines.size();
  }

  BufferedImage still() {
    return rising(LONG_SECONDS);
  }

  /**
   * @param seconds since it began
   */
  BufferedImage rising(double seconds) {
    BufferedImage frame =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smooth(frame);
    double grown = settle(seconds / (RISE_SECONDS * 0.8));
    double size = placed.size();
    double length = size * 1.15 * grown;
    Shape shape =
        new RoundRectangle2D.Double(
            centre - region.x - length / 2,
            bar - region.y + size * 0.12,
            length,
            size * 0.1,
            size * 0.1,
            size * 0.1);
    graphics.setColor(accent);
    graphics.fill(shape);
    for (int i = 0; i < lines.size(); i++) {
      double way = settle((seconds - STAGGER_SECONDS * (i + 1)) / RISE_SECONDS);
      if (way > 0) {
        graphics.setComposite(
            AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.min(1, way * 1.15)));
        graphics.drawImage(
            lines.get(i), AffineTransform.getTranslateInstance(0, (1 - way) * size * 0.45), null);
      }
    }
    graphics.dispose();
    return frame;
  }

  /**
   * @param left of its strength, 1 to 0
   */
  BufferedImage fading(double left) {
    BufferedImage frame =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smooth(frame);
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) left));
    graphics.drawImage(still(), 0, 0, null);
    graphics.dispose();
    return frame;
  }

  /** Fast at first, then ever slower: a cubic that ends at rest. */
  private static double settle(double way) {
    double rest = 1 - Math.max(0, Math.min(1, way));
    return 1 - rest * rest * rest;
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return graphics;
  }
}
