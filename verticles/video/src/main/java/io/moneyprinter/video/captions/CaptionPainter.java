package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import java.awt.BasicStroke;
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
  private final CaptionStyle style;
  private final CaptionColors colors;
  private final Spring spring;

  CaptionPainter(CaptionStyle style, Spring spring) {
    this.style = style;
    this.colors = CaptionColors.of(style);
    this.spring = spring;
  }

  /**
   * @param region the part of the canvas that the image shows
   */
  BufferedImage paint(PlacedText placed, Look look, Rectangle region) {
    BufferedImage words =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    if (look.visible() == 0) {
      return words;
    }
    paintWords(words, placed, look, region);
    if (style.background() == CaptionStyle.Background.NONE) {
      return words;
    }
    BufferedImage image =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smooth(image);
    graphics.setColor(colors.background());
    graphics.fill(moved(region).createTransformedShape(background(placed)));
    graphics.drawImage(words, 0, 0, null);
    graphics.dispose();
    return image;
  }

  private void paintWords(BufferedImage image, PlacedText placed, Look look, Rectangle region) {
    int spoken = look.spoken();
    CaptionStyle.Mode mode = style.mode();
    boolean boxed = mode == CaptionStyle.Mode.BOXED && spoken != Look.NONE;
    AffineTransform toImage = moved(region);
    List<Shape> letters = new ArrayList<>();
    for (int i = 0; i < look.visible(); i++) {
      Shape letter = toImage.createTransformedShape(placed.words().get(i).outline());
      letters.add(i == spoken ? marked(letter, placed.size(), look, region) : letter);
    }
    BasicStroke rim =
        new BasicStroke((float) (2 * placed.rim()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    List<Shape> rims = letters.stream().map(rim::createStrokedShape).toList();
    if (style.shadow()) {
      AffineTransform drop = AffineTransform.getTranslateInstance(0, placed.size() * 0.035);
      int blur = Math.max(1, (int) Math.round(placed.size() * 0.05));
      List<Shape> dropped = rims.stream().map(drop::createTransformedShape).toList();
      SoftShadow.paint(image, dropped, blur, colors.outline(), 0.62);
    }
    Graphics2D graphics = smooth(image);
    graphics.setColor(colors.outline());
    for (int i = 0; i < rims.size(); i++) {
      if (!(boxed && i == spoken)) {
        graphics.fill(rims.get(i));
      }
    }
    graphics.setColor(colors.text());
    for (int i = 0; i < letters.size(); i++) {
      if (i != spoken) {
        graphics.fill(letters.get(i));
      }
    }
    if (boxed) {
      graphics.setColor(colors.highlight());
      graphics.fill(toImage.createTransformedShape(box(placed, spoken)));
      graphics.setColor(colors.onHighlight());
      graphics.fill(letters.get(spoken));
    } else if (spoken != Look.NONE) {
      graphics.setColor(colors.outline());
      graphics.fill(rims.get(spoken));
      graphics.setColor(coloured() ? colors.highlight() : colors.text());
      graphics.fill(letters.get(spoken));
    }
    graphics.dispose();
  }

  private boolean coloured() {
    return style.mode() == CaptionStyle.Mode.KARAOKE || style.mode() == CaptionStyle.Mode.POP;
  }

  private Shape marked(Shape letters, double size, Look look, Rectangle region) {
    Rectangle2D bounds = letters.getBounds2D();
    if (bounds.isEmpty()) {
      return letters;
    }
    return switch (style.mode()) {
      // Never so much that it meets its neighbours.
      case KARAOKE -> grown(letters, bounds, Math.min(0.07, 0.17 * size / bounds.getWidth()));
      case POP -> sprung(letters, bounds, size, spring.growth(look.step()), region);
      default -> letters;
    };
  }

  /** It may lie over its neighbours for a moment, but not leave the safe area. */
  private static Shape sprung(
      Shape letters, Rectangle2D bounds, double size, double growth, Rectangle region) {
    double shade = 0.26 * size;
    double edge = Math.min(bounds.getMinX(), region.width - bounds.getMaxX()) - shade;
    double room = Math.max(0, Math.min(0.25 * size, edge));
    double most = Math.min(1, 2 * room / bounds.getWidth() / Spring.HEIGHT);
    double taller = Math.max(0, most * growth * bounds.getHeight() / 2);
    double above = Math.max(0, taller - Math.max(0, bounds.getMinY() - shade));
    double below = Math.max(0, taller - Math.max(0, region.height - bounds.getMaxY() - shade));
    return AffineTransform.getTranslateInstance(0, above - below)
        .createTransformedShape(grown(letters, bounds, most * growth));
  }

  /** Larger about its own middle. */
  private static Shape grown(Shape letters, Rectangle2D bounds, double growth) {
    AffineTransform grow =
        AffineTransform.getTranslateInstance(bounds.getCenterX(), bounds.getCenterY());
    grow.scale(1 + growth, 1 + growth);
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

  /** Behind the whole phrase, whatever shows of it, so that nothing moves. */
  private Shape background(PlacedText placed) {
    double size = placed.size();
    Rectangle2D all = placed.cells();
    double side = size * 0.3;
    double above = size * 0.08;
    double corner = style.background() == CaptionStyle.Background.ROUNDED ? size * 0.6 : 0;
    return new RoundRectangle2D.Double(
        all.getX() - side,
        all.getY() - above,
        all.getWidth() + 2 * side,
        all.getHeight() + 2 * above,
        corner,
        corner);
  }

  private static AffineTransform moved(Rectangle region) {
    return AffineTransform.getTranslateInstance(-region.x, -region.y);
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }
}
