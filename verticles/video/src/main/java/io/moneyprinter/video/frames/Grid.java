package io.moneyprinter.video.frames;

import java.util.SplittableRandom;

/** A field of dots that waves run through: they rise, swell and light up. */
final class Grid implements Motif {
  private final Sheet sheet;
  private final Palette palette;
  private final double spacing;
  private final double angle;
  private final double centreX;
  private final double centreY;
  private final double[] phase;

  Grid(Sheet sheet, Palette palette, SplittableRandom random) {
    this.sheet = sheet;
    this.palette = palette;
    this.spacing = sheet.unit() / random.nextInt(23, 28);
    this.angle = random.nextDouble(2 * Math.PI);
    this.centreX = random.nextDouble(0.1, 0.9);
    this.centreY = random.nextDouble(0.1, 0.6);
    this.phase = random.doubles(3, 0, 2 * Math.PI).toArray();
  }

  @Override
  public void draw(double t, int[] pixels) {
    int width = sheet.width();
    int height = sheet.height();
    double unit = sheet.unit();
    double cos = Math.cos(angle) / unit;
    double sin = Math.sin(angle) / unit;
    int rows = (int) (height / spacing) + 3;
    int columns = (int) (width / spacing) + 3;
    for (int row = -1; row < rows; row++) {
      for (int column = -1; column < columns; column++) {
        double x = (column + (row % 2 == 0 ? 0.25 : 0.75)) * spacing;
        double y = (row + 0.5) * spacing * 0.9;
        double plane = Math.sin(9 * (x * cos + y * sin) - 1.5 * t + phase[0]);
        double dx = (x - centreX * width) / unit;
        double dy = (y - centreY * height) / unit;
        double ripple = Math.sin(15 * Math.sqrt(dx * dx + dy * dy) - 2.1 * t + phase[1]);
        double height01 = 0.5 + 0.25 * (plane + ripple);
        double lift = height01 * height01 * (3 - 2 * height01);
        double shade = 0.3 + 0.7 * Shade.at(y / height);
        double[] color = Palette.scaled(palette.at(0.3 + 0.7 * lift), 0.55 + 0.45 * lift);
        Lights.disc(
            pixels,
            width,
            height,
            x,
            y - lift * spacing * 0.35,
            spacing * (0.07 + 0.24 * lift),
            1.1,
            color,
            shade * (0.35 + 0.6 * lift));
      }
    }
  }
}
