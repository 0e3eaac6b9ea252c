package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
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
import java.util.ArrayList;
import java.util.List;

/** Paints placed words, one of them marked as the spoken one. */
final class CaptionPainter {
  private static final int NONE = -1;

  private final CaptionStyle.Mode mode;
  private final Color text;
  private final Color highlight;
  private final Color outline;

  CaptionPainter(CaptionStyle style) {
    this.mode = style.mode();
    this.text = Color.decode(style.color());
    this.highlight = Color.decode(style.highlight());
    this.outline = Color.decode(style.outline());
  }

  /**
   * @param spoken index of the marked word, -1 for none
   * @param region the part of the canvas that the image shows
   */
  BufferedImage paint(PlacedText placed, int spoken, Rectangle region) {
    BufferedImage image =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    boolean boxed = mode == CaptionStyle.Mode.BOXED && spoken != NONE;
    AffineTransform toImage = AffineTransform.getTranslateInstance(-region.x, -region.y);
    List<Shape> letters = new ArrayList<>();
    for (int i = 0; i < placed.words().size(); i++) {
      Shape letter = toImage.createTransformedShape(placed.words().get(i).outline());
      letters.add(
          i == spoken && mode == CaptionStyle.Mode.KARAOKE
              ? enlarged(letter, placed.size())
              : letter);
    }
    BasicStroke rim =
        new BasicStroke((float) (2 * placed.rim()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    List<Shape> rims = letters.stream().map(rim::createStrokedShape).toList();

    AffineTransform drop = AffineTransform.getTranslateInstance(0, placed.size() * 0.035);
    int blur = Math.max(1, (int) Math.round(placed.size() * 0.05));
    SoftShadow.paint(
        image, rims.stream().map(drop::createTransformedShape).toList(), blur, outline, 0.62);

    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(outline);
    for (int i = 0; i < rims.size(); i++) {
      if (!(boxed && i == spoken)) {
        graphics.fill(rims.get(i));
      }
    }
    graphics.setColor(text);
    for (int i = 0; i < letters.size(); i++) {
      if (i != spoken) {
        graphics.fill(letters.get(i));
      }
    }
    if (boxed) {
      graphics.setColor(highlight);
      graphics.fill(toImage.createTransformedShape(box(placed, spoken)));
      graphics.setColor(contrasting());
      graphics.fill(letters.get(spoken));
    } else if (spoken != NONE) {
      graphics.setColor(outline);
      graphics.fill(rims.get(spoken));
      graphics.setColor(mode == CaptionStyle.Mode.KARAOKE ? highlight : text);
      graphics.fill(letters.get(spoken));
    }
    graphics.dispose();
    return image;
  }

  /** A little larger about its own middle, never so much that it meets its neighbours. */
  private static Shape enlarged(Shape letters, double size) {
    Rectangle2D bounds = letters.getBounds2D();
    if (bounds.isEmpty()) {
      return letters;
    }
    double scale = 1 + Math.min(0.07, 0.17 * size / bounds.getWidth());
    AffineTransform grow =
        AffineTransform.getTranslateInstance(bounds.getCenterX(), bounds.getCenterY());
    grow.scale(scale, scale);
    grow.translate(-bounds.getCenterX(), -bounds.getCenterY());
    return grow.createTransformedShape(letters);
  }

  private static Shape box(PlacedText placed, int spoken) {
    PlacedWord word = placed.words().get(spoken);
    double size = placed.size();
    Rectangle2D cell = word.cell();
    double side = size * 0.15;
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

  /** Of text and outline colour the one that reads better on the highlight (WCAG 2 luminance). */
  private Color contrasting() {
    return contrast(text, highlight) >= contrast(outline, highlight) ? text : outline;
  }

  private static double contrast(Color a, Color b) {
    double first = luminance(a) + 0.05;
    double second = luminance(b) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
