package io.moneyprinter.video;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws the pictures of conf/examples/media: flat landscapes in layers, ours from the first line to
 * the last, so that anybody may use them for anything. Give the folder to write to.
 */
final class ExamplePictures {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 1920;

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();
  private final SplittableRandom random;

  private ExamplePictures(long seed) {
    this.random = new SplittableRandom(seed);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    save(folder, "mountain-sunrise.jpg", new ExamplePictures(1).mountain());
    save(folder, "ocean-waves.jpg", new ExamplePictures(2).ocean());
    save(folder, "city-evening.jpg", new ExamplePictures(3).city());
    save(folder, "forest-mist.jpg", new ExamplePictures(4).forest());
    save(folder, "night-sky-stars.jpg", new ExamplePictures(5).night());
    save(folder, "coffee-cup-morning.jpg", new ExamplePictures(6).coffee());
  }

  private BufferedImage mountain() {
    sky(0, "#2C3E73", 0.35, "#B56A8E", 0.55, "#F6A77B", 0.68, "#FFE0A3");
    glow(720, 1130, 760, "#FFF1C4", 0.85);
    disc(720, 1130, 150, "#FFF6DC");
    birds();
    range(1120, 190, 420, "#C9788A", "#F0B08E", 0.5);
    range(1250, 210, 330, "#93547C", "#C97F86", 0.55);
    range(1400, 200, 260, "#5E3C6B", "#925A79", 0.6);
    range(1560, 150, 220, "#3A2A57", "#5E3F68", 0.6);
    firs(1700, 62, 190, "#241C40");
    hill(1760, 50, "#17122C");
    firs(1850, 40, 260, "#120E24");
    return image;
  }

  private BufferedImage ocean() {
    sky(0, "#0E4D73", 0.3, "#2B8CA8", 0.5, "#8FD3CF", 0.62, "#FCE7B8");
    glow(980, 760, 620, "#FFF6D2", 0.9);
    disc(980, 780, 130, "#FFF8E1");
    cloud(330, 420, 1.2);
    cloud(1130, 300, 0.8);
    cloud(700, 560, 0.6);
    fill("#7CCBC9", new Rectangle2D.Double(0, 960, WIDTH, HEIGHT));
    glints(980, 985);
    sail(420, 1010, 1.0);
    String[] near = {"#4FB3BA", "#3598A8", "#227C94", "#15627E", "#0D4A66", "#083650"};
    for (int i = 0; i < near.length; i++) {
      swell(1075 + 150 * i, 18 + 9 * i, 300 + 60 * i, near[i]);
    }
    return image;
  }

  private BufferedImage city() {
    sky(0, "#1E1B4B", 0.4, "#5B2A86", 0.6, "#D4537E", 0.75, "#FF9E6D");
    glow(400, 1230, 640, "#FFD29A", 0.8);
    disc(400, 1210, 170, "#FFE3B0");
    skyline(1180, 70, 150, 110, 420, "#8C3F82", 0);
    skyline(1330, 90, 180, 120, 400, "#5A2B6E", 0.25);
    skyline(1520, 130, 230, 140, 470, "#341B4F", 0.45);
    fill("#1B0F33", new Rectangle2D.Double(0, 1650, WIDTH, 300));
    skyline(1660, 90, 200, 40, 190, "#1B0F33", 0.5);
    reflections();
    return image;
  }

  private BufferedImage forest() {
    sky(0, "#DDEFE3", 0.35, "#BFE0CF", 0.7, "#8CC3AE", 1.0, "#5FA38E");
    glow(520, 420, 720, "#FFFDEB", 0.95);
    disc(520, 430, 120, "#FFFEF4");
    range(900, 120, 420, "#A9D3C2", "#BFE0CF", 0.4);
    firs(1060, 95, 300, "#86BEA9");
    mist(1060, 0.55);
    firs(1240, 80, 420, "#5B9C86");
    mist(1260, 0.5);
    firs(1470, 62, 540, "#357562");
    mist(1490, 0.4);
    firs(1740, 44, 700, "#1B4D40");
    mist(1760, 0.25);
    firs(2010, 26, 820, "#0D3029");
    return image;
  }

  private BufferedImage night() {
    sky(0, "#060B26", 0.4, "#132257", 0.7, "#2C3E85", 1.0, "#5C5FA8");
    milkyWay();
    for (int i = 0; i < 520; i++) {
      double r = 0.8 + 2.2 * Math.pow(random.nextDouble(), 4);
      disc(
          random.nextDouble(WIDTH),
          random.nextDouble(HEIGHT * 0.8),
          r,
          "#FFFFFF",
          random.nextDouble(0.35, 1));
    }
    for (int i = 0; i < 9; i++) {
      double x = random.nextDouble(WIDTH);
      double y = random.nextDouble(1100);
      glow(x, y, 26, "#DDE6FF", 0.9);
      disc(x, y, 4, "#FFFFFF");
    }
    glow(1060, 380, 380, "#C9D6FF", 0.5);
    disc(1060, 380, 110, "#F4F1DE");
    disc(1020, 350, 22, "#DAD6C0", 0.7);
    disc(1095, 410, 30, "#DAD6C0", 0.6);
    disc(1080, 330, 14, "#DAD6C0", 0.6);
    range(1380, 190, 380, "#1E2C66", "#34438A", 0.6);
    range(1520, 160, 300, "#141E4A", "#22306B", 0.6);
    firs(1690, 52, 230, "#0B1230");
    hill(1740, 60, "#070C22");
    tent(560, 1780);
    return image;
  }

  private BufferedImage coffee() {
    sky(0, "#F7D9B0", 0.5, "#F2B98A", 0.8, "#E59A70", 1.0, "#D98560");
    glow(1080, 420, 800, "#FFF4DA", 0.95);
    fill("#FBE7C8", new RoundRectangle2D.Double(170, 170, 1100, 1010, 60, 60));
    graphics.setClip(new RoundRectangle2D.Double(200, 200, 1040, 950, 40, 40));
    sky(0.1, "#8ED0E0", 0.35, "#CDEBE6", 0.5, "#FFF0CF", 0.62, "#FFE2AF");
    glow(930, 560, 420, "#FFFBE6", 1);
    disc(930, 560, 110, "#FFF6D5");
    range(900, 90, 420, "#9CC9B0", "#B9DCC4", 0.4);
    range(1010, 80, 330, "#6FAE93", "#8FC3A6", 0.4);
    hill(1080, 40, "#4D8F78");
    graphics.setClip(null);
    fill("#FBE7C8", new Rectangle2D.Double(704, 200, 32, 950));
    fill("#FBE7C8", new Rectangle2D.Double(200, 640, 1040, 32));
    fill("#7A4630", new Rectangle2D.Double(0, 1560, WIDTH, 400));
    fill("#8F5539", new Rectangle2D.Double(0, 1560, WIDTH, 44));
    ellipse(720, 1690, 470, 62, "#5B3322");
    ellipse(720, 1668, 450, 66, "#FFF7EA");
    ellipse(720, 1660, 330, 44, "#EADBC6");
    cup();
    steam(600, 1080, 1.0);
    steam(720, 1040, 1.25);
    steam(840, 1080, 0.95);
    bean(210, 1720, 0.5);
    bean(290, 1770, 1.9);
    bean(1200, 1750, 1.1);
    bean(1280, 1700, 0.2);
    return image;
  }

  private void cup() {
    Path2D cup = new Path2D.Double();
    cup.moveTo(430, 1210);
    cup.curveTo(440, 1480, 520, 1640, 620, 1660);
    cup.lineTo(820, 1660);
    cup.curveTo(920, 1640, 1000, 1480, 1010, 1210);
    cup.closePath();
    graphics.setStroke(new BasicStroke(58, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(color("#D9543F"));
    Path2D handle = new Path2D.Double();
    handle.moveTo(985, 1290);
    handle.curveTo(1190, 1250, 1180, 1510, 925, 1500);
    graphics.draw(handle);
    fill("#E9644C", cup);
    graphics.setClip(cup);
    fill("#D9543F", new Rectangle2D.Double(830, 1190, 260, 500));
    fill("#F07C64", new Rectangle2D.Double(470, 1190, 46, 500));
    graphics.setClip(null);
    ellipse(720, 1212, 292, 62, "#F7A28D");
    ellipse(720, 1216, 266, 50, "#4A2718");
    ellipse(690, 1210, 150, 22, "#7A4A2E");
    ellipse(720, 1220, 90, 12, "#D8B48A");
  }

  private void steam(double x, double y, double scale) {
    for (int i = 0; i < 3; i++) {
      Path2D path = new Path2D.Double();
      path.moveTo(x, y + 80);
      path.curveTo(
          x - 80 * scale, y - 60 * scale, x + 90 * scale, y - 160 * scale, x, y - 320 * scale);
      graphics.setStroke(
          new BasicStroke(46 - 15 * i, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.2f));
      graphics.setColor(Color.WHITE);
      graphics.draw(path);
      graphics.setComposite(AlphaComposite.SrcOver);
    }
  }

  private void bean(double x, double y, double turn) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(turn);
    ellipse(0, 0, 52, 36, "#3B1E12");
    graphics.setColor(color("#6B3C25"));
    graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D seam = new Path2D.Double();
    seam.moveTo(-44, 4);
    seam.curveTo(-14, -18, 14, 18, 44, -4);
    graphics.draw(seam);
    graphics.setTransform(before);
  }

  /** Colours from the top down, each with the share of the height where it is pure. */
  private void sky(Object... stops) {
    float[] places = new float[stops.length / 2];
    Color[] colors = new Color[places.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = ((Number) stops[2 * i]).floatValue();
      colors[i] = color((String) stops[2 * i + 1]);
    }
    graphics.setPaint(new LinearGradientPaint(0, 0, 0, HEIGHT, places, colors));
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }

  private void glow(double x, double y, double radius, String hex, double strength) {
    Color c = color(hex);
    Color full = new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) (255 * strength));
    Color half = new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) (80 * strength));
    Color none = new Color(c.getRed(), c.getGreen(), c.getBlue(), 0);
    graphics.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            (float) radius,
            new float[] {0, 0.4f, 1},
            new Color[] {full, half, none}));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private void disc(double x, double y, double radius, String hex) {
    ellipse(x, y, radius, radius, hex);
  }

  private void disc(double x, double y, double radius, String hex, double strength) {
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) strength));
    disc(x, y, radius, hex);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void ellipse(double x, double y, double across, double down, String hex) {
    fill(hex, new Ellipse2D.Double(x - across, y - down, 2 * across, 2 * down));
  }

  /** A mountain range: straight ridges, its right flanks lit. */
  private void range(double base, double high, double step, String dark, String lit, double share) {
    double[] x = new double[64];
    double[] y = new double[64];
    int points = 0;
    double at = -step * random.nextDouble(0.3, 0.8);
    boolean peak = false;
    while (at < WIDTH + 2 * step) {
      x[points] = at;
      y[points] =
          base - (peak ? high * random.nextDouble(0.7, 1.5) : high * random.nextDouble(-0.1, 0.35));
      points++;
      peak = !peak;
      at += step * random.nextDouble(0.35, 0.75);
    }
    Path2D ridge = new Path2D.Double();
    ridge.moveTo(x[0], HEIGHT);
    for (int i = 0; i < points; i++) {
      ridge.lineTo(x[i], y[i]);
    }
    ridge.lineTo(x[points - 1], HEIGHT);
    fill(dark, ridge);
    for (int i = 1; i + 1 < points; i += 2) {
      Path2D flank = new Path2D.Double();
      double foot = (y[i + 1] - y[i]) * share + y[i];
      flank.moveTo(x[i], y[i]);
      flank.lineTo(x[i + 1], y[i + 1]);
      flank.lineTo(x[i] + (x[i + 1] - x[i]) * 0.45, foot + (y[i + 1] - y[i]) * 0.5);
      flank.lineTo(x[i] + (x[i + 1] - x[i]) * 0.28, foot);
      flank.lineTo(x[i] + (x[i + 1] - x[i]) * 0.1, foot + (y[i + 1] - y[i]) * 0.35);
      flank.closePath();
      fill(lit, flank);
    }
  }

  private void hill(double base, double high, String hex) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, HEIGHT);
    double phase = random.nextDouble(6);
    for (int x = 0; x <= WIDTH; x += 8) {
      path.lineTo(x, base + high * Math.sin(x / 330.0 + phase) * Math.sin(x / 790.0 + 1));
    }
    path.lineTo(WIDTH, HEIGHT);
    fill(hex, path);
  }

  private void firs(double base, int count, double high, String hex) {
    double phase = random.nextDouble(6);
    for (int i = 0; i <= count; i++) {
      double x = (i + random.nextDouble(-0.4, 0.4)) * WIDTH / count;
      double ground = base + high * 0.12 * Math.sin(x / 260 + phase);
      double tall = high * random.nextDouble(0.55, 1.1);
      double wide = tall * 0.2;
      Path2D tree = new Path2D.Double();
      tree.moveTo(x, ground - tall);
      for (int tier = 1; tier <= 4; tier++) {
        double y = ground - tall + tall * 0.92 * tier / 4;
        tree.lineTo(x + wide * tier / 4 * 1.1, y);
        tree.lineTo(x + wide * tier / 4 * 0.55, y - tall * 0.03);
      }
      for (int tier = 4; tier >= 1; tier--) {
        double y = ground - tall + tall * 0.92 * tier / 4;
        tree.lineTo(x - wide * tier / 4 * 0.55, y - tall * 0.03);
        tree.lineTo(x - wide * tier / 4 * 1.1, y);
      }
      tree.closePath();
      fill(hex, tree);
    }
    Path2D ground = new Path2D.Double();
    ground.moveTo(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 8) {
      ground.lineTo(x, base - high * 0.1 + high * 0.12 * Math.sin(x / 260.0 + phase));
    }
    ground.lineTo(WIDTH, HEIGHT);
    fill(hex, ground);
  }

  private void mist(double y, double strength) {
    Color none = new Color(255, 255, 250, 0);
    Color full = new Color(255, 255, 250, (int) (255 * strength));
    graphics.setPaint(
        new LinearGradientPaint(
            0,
            (float) y - 190,
            0,
            (float) y + 170,
            new float[] {0, 0.6f, 1},
            new Color[] {none, full, none}));
    graphics.fill(new Rectangle2D.Double(0, y - 190, WIDTH, 360));
  }

  private void birds() {
    graphics.setColor(color("#3A2A57"));
    graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double[][] flock = {{380, 620, 1}, {470, 570, 0.8}, {520, 660, 0.7}, {990, 520, 0.9}};
    for (double[] bird : flock) {
      Path2D wings = new Path2D.Double();
      double s = 34 * bird[2];
      wings.moveTo(bird[0] - s, bird[1] - s * 0.35);
      wings.quadTo(bird[0] - s * 0.4, bird[1] - s * 0.55, bird[0], bird[1]);
      wings.quadTo(bird[0] + s * 0.4, bird[1] - s * 0.55, bird[0] + s, bird[1] - s * 0.35);
      graphics.draw(wings);
    }
  }

  private void cloud(double x, double y, double scale) {
    Path2D none = new Path2D.Double();
    java.awt.geom.Area cloud = new java.awt.geom.Area(none);
    double[][] puffs = {{-130, 10, 60}, {-60, -25, 80}, {40, -45, 100}, {130, 0, 70}};
    for (double[] puff : puffs) {
      double r = puff[2] * scale;
      cloud.add(
          new java.awt.geom.Area(
              new Ellipse2D.Double(
                  x + puff[0] * scale - r, y + puff[1] * scale - r, 2 * r, 2 * r)));
    }
    cloud.intersect(new java.awt.geom.Area(new Rectangle2D.Double(0, 0, WIDTH, y + 35 * scale)));
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.8f));
    fill("#FDFBF3", cloud);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void glints(double x, double top) {
    for (int i = 0; i < 26; i++) {
      double y = top + i * 12;
      double half = (30 + i * 6) * random.nextDouble(0.4, 1.1);
      graphics.setComposite(
          AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) (0.75 - i * 0.02)));
      fill(
          "#FFF6D2",
          new RoundRectangle2D.Double(x - half + random.nextDouble(-30, 30), y, 2 * half, 6, 6, 6));
    }
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void sail(double x, double y, double scale) {
    Path2D main = new Path2D.Double();
    main.moveTo(x, y - 250 * scale);
    main.quadTo(x + 130 * scale, y - 110 * scale, x + 120 * scale, y - 30 * scale);
    main.lineTo(x, y - 30 * scale);
    fill("#FFF8EA", main);
    Path2D jib = new Path2D.Double();
    jib.moveTo(x - 12 * scale, y - 220 * scale);
    jib.quadTo(x - 80 * scale, y - 110 * scale, x - 90 * scale, y - 30 * scale);
    jib.lineTo(x - 12 * scale, y - 30 * scale);
    fill("#F4B183", jib);
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - 120 * scale, y - 14 * scale);
    hull.lineTo(x + 150 * scale, y - 14 * scale);
    hull.quadTo(x + 110 * scale, y + 44 * scale, x + 60 * scale, y + 44 * scale);
    hull.lineTo(x - 70 * scale, y + 44 * scale);
    hull.closePath();
    fill("#A33B39", hull);
  }

  private void swell(double base, double high, double length, String hex) {
    double phase = random.nextDouble(6);
    Path2D wave = new Path2D.Double();
    Path2D foam = new Path2D.Double();
    wave.moveTo(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 6) {
      double a = x / length * Math.PI + phase;
      // Sharp crests and flat troughs, as on a real sea.
      double y = base - high * (2 * Math.pow(Math.abs(Math.cos(a)), 3) - 1);
      wave.lineTo(x, y);
      if (x == 0) {
        foam.moveTo(x, y);
      } else {
        foam.lineTo(x, y);
      }
    }
    wave.lineTo(WIDTH, HEIGHT);
    fill(hex, wave);
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.35f));
    graphics.setColor(color("#E9FBF6"));
    graphics.setStroke(
        new BasicStroke((float) (high * 0.22), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(foam);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void skyline(
      double base, int narrow, int wide, double low, double high, String hex, double lights) {
    double x = -40;
    while (x < WIDTH) {
      double width = random.nextDouble(narrow, wide);
      double tall = random.nextDouble(low, high);
      double top = base - tall;
      fill(hex, new Rectangle2D.Double(x, top, width + 1, HEIGHT - top));
      int roof = random.nextInt(4);
      if (roof == 0) {
        fill(hex, new Rectangle2D.Double(x + width * 0.25, top - 34, width * 0.5, 36));
      } else if (roof == 1) {
        fill(hex, new Rectangle2D.Double(x + width * 0.48, top - 80, 6, 82));
      } else if (roof == 2) {
        Path2D gable = new Path2D.Double();
        gable.moveTo(x, top + 1);
        gable.lineTo(x + width, top - width * 0.3);
        gable.lineTo(x + width, top + 1);
        fill(hex, gable);
      }
      for (double wy = top + 26; lights > 0 && wy < base + 60; wy += 44) {
        for (double wx = x + 18; wx < x + width - 26; wx += 34) {
          if (random.nextDouble() < lights * 0.7) {
            graphics.setColor(random.nextInt(5) == 0 ? color("#FFB37A") : color("#FFE2A6"));
            graphics.fill(new RoundRectangle2D.Double(wx, wy, 15, 22, 4, 4));
          }
        }
      }
      x += width + (random.nextInt(3) == 0 ? random.nextDouble(4, 26) : 0);
    }
  }

  private void reflections() {
    fill("#140B28", new Rectangle2D.Double(0, 1740, WIDTH, 200));
    for (int i = 0; i < 90; i++) {
      double x = random.nextDouble(WIDTH);
      double y = random.nextDouble(1755, HEIGHT - 10);
      double half = random.nextDouble(10, 46);
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.4f));
      fill(
          i % 3 == 0 ? "#FF9E6D" : "#D4537E",
          new RoundRectangle2D.Double(x - half, y, 2 * half, 5, 5, 5));
      graphics.setComposite(AlphaComposite.SrcOver);
    }
  }

  private void milkyWay() {
    for (int i = 0; i < 46; i++) {
      double way = random.nextDouble();
      double x = -100 + way * 1500 + random.nextDouble(-120, 120);
      double y = 1150 - way * 1150 + random.nextDouble(-120, 120);
      glow(x, y, random.nextDouble(120, 300), i % 3 == 0 ? "#B79BE8" : "#7C93E6", 0.13);
    }
  }

  private void tent(double x, double y) {
    glow(x, y - 40, 280, "#FFC46B", 0.5);
    Path2D left = new Path2D.Double();
    left.moveTo(x, y - 150);
    left.lineTo(x - 170, y + 30);
    left.lineTo(x + 40, y + 30);
    left.closePath();
    fill("#FFB454", left);
    Path2D right = new Path2D.Double();
    right.moveTo(x, y - 150);
    right.lineTo(x + 190, y + 10);
    right.lineTo(x + 40, y + 30);
    right.closePath();
    fill("#D97F3A", right);
    Path2D door = new Path2D.Double();
    door.moveTo(x - 8, y - 110);
    door.lineTo(x - 75, y + 30);
    door.lineTo(x - 5, y + 30);
    door.closePath();
    fill("#FFE3A3", door);
  }

  private void fill(String hex, java.awt.Shape shape) {
    graphics.setColor(color(hex));
    graphics.fill(shape);
  }

  private static Color color(String hex) {
    return Color.decode(hex);
  }

  private static void save(Path folder, String name, BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    JPEGImageWriteParam how = new JPEGImageWriteParam(null);
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(0.86f);
    how.setOptimizeHuffmanTables(true);
    Files.deleteIfExists(folder.resolve(name));
    try (ImageOutputStream out = ImageIO.createImageOutputStream(folder.resolve(name).toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
