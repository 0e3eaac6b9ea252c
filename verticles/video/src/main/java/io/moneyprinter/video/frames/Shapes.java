package io.moneyprinter.video.frames;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Large shapes, some of glass and some of outline alone, that turn and drift past one another. */
final class Shapes implements Motif {
  private static final int COUNT = 8;

  private final Sheet sheet;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param shape of radius 1 about the origin
   * @param spin radians a second
   * @param near how far it drifts
   */
  private record Piece(
      Shape shape,
      double x,
      double y,
      double radius,
      double turn,
      double spin,
      double near,
      double phase,
      Color color) {}

  Shapes(Sheet sheet, Palette palette, SplittableRandom random) {
    this.sheet = sheet;
    int kind = random.nextInt(6);
    for (int i = 0; i < COUNT; i++) {
      double[] tone = palette.at(0.3 + 0.7 * ((i * 0.618 + random.nextDouble(0.2)) % 1));
      double near = 0.4 + 0.6 * i / (COUNT - 1);
      double y = (i + random.nextDouble(0.15, 0.85)) / COUNT;
      int alpha = (int) ((70 + random.nextInt(70)) * (0.45 + 0.55 * Shade.at(y)));
      pieces.add(
          new Piece(
              shape((kind + i) % 6),
              (i % 2 == 0 ? 0.16 : 0.84) + random.nextDouble(-0.2, 0.2),
              y,
              random.nextDouble(0.17, 0.4) * (0.7 + 0.5 * near),
              random.nextDouble(2 * Math.PI),
              (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.12, 0.34),
              near,
              random.nextDouble(2 * Math.PI),
              new Color(Palette.packed(tone) | alpha << 24, true)));
    }
  }

  @Override
  public void draw(double t, int[] pixels) {
    double width = sheet.width();
    double height = sheet.height();
    double unit = sheet.unit() * 0.75;
    Graphics2D graphics = Brush.over(sheet, pixels);
    for (Piece piece : pieces) {
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              width * (piece.x() + 0.13 * piece.near() * Math.sin(0.45 * t + piece.phase())),
              height * (piece.y() + 0.05 * piece.near() * Math.sin(0.37 * t + 2 * piece.phase())));
      place.rotate(piece.turn() + piece.spin() * t);
      double size = piece.radius() * unit * (1 + 0.05 * Math.sin(0.8 * t + piece.phase()));
      place.scale(size, size);
      graphics.setColor(piece.color());
      graphics.fill(place.createTransformedShape(piece.shape()));
    }
    graphics.dispose();
  }

  private static Shape shape(int kind) {
    return switch (kind) {
      case 0 -> new RoundRectangle2D.Double(-0.8, -0.8, 1.6, 1.6, 0.5, 0.5);
      case 1 -> stroked(new Ellipse2D.Double(-0.8, -0.8, 1.6, 1.6), 0.34);
      case 2 -> new Arc2D.Double(-1, -1, 2, 2, 0, 180, Arc2D.CHORD);
      case 3 -> rounded(triangle());
      case 4 -> new Ellipse2D.Double(-0.85, -0.85, 1.7, 1.7);
      default -> stroked(new RoundRectangle2D.Double(-0.75, -0.75, 1.5, 1.5, 0.6, 0.6), 0.16);
    };
  }

  private static Shape stroked(Shape shape, double width) {
    return new BasicStroke((float) width).createStrokedShape(shape);
  }

  private static Shape triangle() {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 3; i++) {
      double angle = 2 * Math.PI * i / 3;
      if (i == 0) {
        path.moveTo(0.75 * Math.cos(angle), 0.75 * Math.sin(angle));
      } else {
        path.lineTo(0.75 * Math.cos(angle), 0.75 * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }

  private static Shape rounded(Shape shape) {
    Area area = new Area(shape);
    area.add(
        new Area(
            new BasicStroke(0.36f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(shape)));
    return area;
  }
}
