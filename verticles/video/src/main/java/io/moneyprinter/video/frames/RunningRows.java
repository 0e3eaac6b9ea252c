package io.moneyprinter.video.frames;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;

/** Rows of one word each that run past each other, one of them full, the others outlined. */
final class RunningRows implements Motif {
  private static final double[] WHITE = {255, 255, 255};

  private final Sheet sheet;
  private final Palette palette;
  private final List<Lettering.Word> shapes;
  private final double lean;
  private final double phase;

  RunningRows(
      Sheet sheet, Palette palette, List<Lettering.Word> shapes, double lean, double phase) {
    this.sheet = sheet;
    this.palette = palette;
    this.shapes = shapes;
    this.lean = lean;
    this.phase = phase;
  }

  @Override
  public void draw(double t, int[] pixels) {
    Brush.draw(sheet, pixels, graphics -> draw(graphics, t));
  }

  private void draw(Graphics2D graphics, double t) {
    double em = sheet.unit() * 0.15;
    double pitch = em * 1.02;
    int count = (int) Math.ceil(sheet.height() * 0.9 / pitch) + 4;
    int chosen = (int) (sheet.height() * 0.4 / pitch) + 1;
    graphics.rotate(lean, sheet.width() / 2.0, sheet.height() / 2.0);
    graphics.setStroke(new BasicStroke((float) (sheet.unit() * 0.0022)));
    for (int row = 0; row < count; row++) {
      Lettering.Word word = shapes.get(Math.floorMod(row - chosen, shapes.size()));
      double step = (word.width() + 0.42) * em;
      double speed = (row % 2 == 0 ? 1 : -1) * sheet.unit() * (0.05 + 0.018 * (row % 3));
      double shift = speed * (t + phase);
      double start = shift - Math.ceil(shift / step) * step - step - sheet.width() * 0.2;
      double y = (row - 1.2) * pitch;
      boolean full = row == chosen;
      double fade = Shade.at(y / sheet.height());
      double in = Easing.out(Easing.along(t, 0.03 * Math.abs(row - chosen), 0.7));
      double[] color =
          full ? Palette.mix(palette.at(1), WHITE, 0.4) : palette.at(0.55 + 0.1 * (row % 4));
      graphics.setColor(Brush.paint(color, in * (full ? 1 : 0.5 * fade * fade)));
      for (double x = start; x < sheet.width() * 1.2; x += step) {
        Shape set = word.at(x, y + em * 0.36, em);
        if (full) {
          graphics.fill(set);
        } else {
          graphics.draw(set);
        }
      }
    }
  }
}
