package io.moneyprinter.video.frames;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The scene's words, set large and in motion, above where captions stand. The seed chooses one of
 * three ways: lines that rise one under the other, rows of one word that run past, or one word
 * after the other, letter by letter.
 */
final class KineticType implements FrameSource {
  private static final double[] WHITE = {255, 255, 255};

  /** Where words may stand, shares of the height. */
  private static final double TOP = 0.13;

  private static final double BOTTOM = 0.62;

  private final Sheet sheet;
  private final Palette palette;
  private final Drift drift;
  private final Lettering letters;
  private final List<String> words;
  private final List<Lettering.Word> shapes;
  private final List<List<Lettering.Word>> signs;
  private final int way;
  private final double lean;
  private final double phase;

  /**
   * @param words at least one, ready to be set
   */
  KineticType(
      Sheet sheet,
      Palette palette,
      SplittableRandom random,
      Lettering letters,
      List<String> words) {
    this.sheet = sheet;
    this.palette = palette;
    this.letters = letters;
    this.words = words;
    this.drift = new Drift(palette, random, sheet.aspect(), 4, 0.5, 0.72);
    this.way = random.nextInt(3);
    this.lean = Math.toRadians(random.nextDouble(-9, -4));
    this.phase = random.nextDouble(0, 10);
    this.shapes = words.stream().map(letters::word).toList();
    this.signs =
        words.stream()
            .map(word -> Lettering.signs(word).stream().map(letters::word).toList())
            .toList();
  }

  @Override
  public int width() {
    return sheet.width();
  }

  @Override
  public int height() {
    return sheet.height();
  }

  @Override
  public void draw(int frame, int[] pixels) {
    double t = sheet.seconds(frame);
    new ColorField(sheet.width(), sheet.height()).fill(drift.at(t)).draw(pixels);
    Graphics2D graphics = Brush.over(sheet, pixels);
    switch (way) {
      case 0 -> lines(graphics, t);
      case 1 -> rows(graphics, t);
      default -> letters(graphics, t);
    }
    graphics.dispose();
    Brush.tidy(pixels);
  }

  /** Every word on a line of its own, as wide as the picture lets it be. */
  private void lines(Graphics2D graphics, double t) {
    double wide = sheet.width() * 0.84;
    double high = sheet.height() * (BOTTOM - TOP);
    double gap = 0.24;
    double[] size = new double[shapes.size()];
    double sum = 0;
    double most = Math.min(sheet.width() * 0.3, high / shapes.size());
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.min(most, wide / shapes.get(i).width());
      sum += size[i] * (0.74 + gap);
    }
    double shrink = Math.min(1, high / sum);
    double y = sheet.height() * TOP + (high - sum * shrink) / 2;
    double grow = 1 + 0.012 * t;
    graphics.translate(sheet.width() / 2.0, sheet.height() * (TOP + BOTTOM) / 2);
    graphics.scale(grow, grow);
    graphics.translate(-sheet.width() / 2.0, -sheet.height() * (TOP + BOTTOM) / 2);
    int lit = (int) (Math.max(0, t - 1) / 1.1) % size.length;
    for (int i = 0; i < size.length; i++) {
      double em = size[i] * shrink;
      double in = Easing.out(Easing.along(t, 0.1 + 0.17 * i, 0.75));
      double base = y + em * 0.74;
      Shape clip = graphics.getClip();
      graphics.clip(
          new Rectangle2D.Double(
              -sheet.width(), y - em * 0.14, 3.0 * sheet.width(), em * (0.74 + gap)));
      double[] color = i == lit ? palette.at(0.82) : Palette.mix(palette.at(1), WHITE, 0.55);
      graphics.setColor(Brush.paint(color, Math.min(1, in * 2)));
      graphics.fill(shapes.get(i).at(sheet.width() * 0.08, base + (1 - in) * em, em));
      graphics.setClip(clip);
      y += em * (0.74 + gap);
    }
    double bar = Easing.inOut(Easing.along(t, 0.5, 0.9));
    graphics.setColor(Brush.paint(palette.at(0.7), 0.95));
    graphics.fill(
        new Rectangle2D.Double(
            sheet.width() * 0.08, y + 0.012 * sheet.height(), wide * 0.3 * bar, unit() * 0.009));
  }

  /** Rows of one word each that run past each other, one of them full, the others outlined. */
  private void rows(Graphics2D graphics, double t) {
    double em = unit() * 0.15;
    double pitch = em * 1.02;
    int count = (int) Math.ceil(sheet.height() * 0.9 / pitch) + 4;
    int chosen = (int) (sheet.height() * 0.4 / pitch) + 1;
    graphics.rotate(lean, sheet.width() / 2.0, sheet.height() / 2.0);
    graphics.setStroke(new BasicStroke((float) (unit() * 0.0022)));
    for (int row = 0; row < count; row++) {
      Lettering.Word word = shapes.get(Math.floorMod(row - chosen, shapes.size()));
      double step = (word.width() + 0.42) * em;
      double speed = (row % 2 == 0 ? 1 : -1) * unit() * (0.05 + 0.018 * (row % 3));
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

  /** One word after the other; its letters come one by one and stay a while. */
  private void letters(Graphics2D graphics, double t) {
    double each = 1.9;
    int turn = (int) (t / each);
    int index = turn % words.size();
    double local = t - turn * each;
    double centre = sheet.height() * 0.37;
    ghost(graphics, index, t, centre);
    List<Lettering.Word> own = signs.get(index);
    double width = own.stream().mapToDouble(Lettering.Word::width).sum();
    double em = Math.min(sheet.height() * 0.2, sheet.width() * 0.84 / width);
    boolean only = words.size() == 1 && turn > 0;
    double out = only ? 0 : Easing.along(local, each - 0.3, 0.3);
    double x = (sheet.width() - width * em) / 2;
    for (int i = 0; i < own.size(); i++) {
      double in = only ? 1 : Easing.along(local, 0.045 * i, 0.5);
      double rise = (1 - Easing.over(in)) * em * 0.9 - out * out * em * 0.7;
      double opacity = Math.min(1, in * 2.5) * (1 - out);
      double sway = unit() * 0.006 * Math.sin(1.8 * t + 0.7 * i);
      double[] color =
          Palette.mix(
              palette.at(0.75 + 0.25 * Math.sin(0.9 * t + 0.5 * i) * 0.5 + 0.125), WHITE, 0.45);
      graphics.setColor(Brush.paint(color, opacity));
      graphics.fill(own.get(i).at(x, centre + em * 0.36 + rise + sway, em));
      x += own.get(i).width() * em;
    }
    double bar = Easing.inOut(Easing.along(local, 0.2, 0.8)) * (1 - out);
    graphics.setColor(Brush.paint(palette.at(0.66), 0.9 * bar));
    double long_ = sheet.width() * 0.22 * bar;
    graphics.fill(
        new Rectangle2D.Double(
            (sheet.width() - long_) / 2,
            centre + em * 0.36 + unit() * 0.09,
            long_,
            unit() * 0.008));
  }

  /** The same word behind it, huge and hardly seen. */
  private void ghost(Graphics2D graphics, int index, double t, double centre) {
    Lettering.Word word = shapes.get(index);
    double em = sheet.height() * 0.46;
    double x = sheet.width() * 0.1 - (t % (1.9 * words.size())) * unit() * 0.05;
    AffineTransform before = graphics.getTransform();
    graphics.rotate(lean, sheet.width() / 2.0, centre);
    graphics.setStroke(new BasicStroke((float) (unit() * 0.003)));
    graphics.setColor(Brush.paint(palette.at(0.6), 0.22));
    graphics.draw(word.at(x, centre + em * 0.36, em));
    graphics.setTransform(before);
  }

  private double unit() {
    return Math.sqrt(sheet.width() * (double) sheet.height());
  }
}
