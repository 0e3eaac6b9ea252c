package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Motion;

/**
 * A slow move over a still. The window glides by fractions of a pixel, so that nothing jumps; what
 * is wider or taller than the canvas is cropped, the middle kept where the motion does not say
 * otherwise. Safe for many threads.
 */
public final class KenBurns implements FrameSource {
  /** Share of the way that is eased; the rest is even, so that no move stands still at its ends. */
  private static final double EASE = 0.6;

  /** How far past the end of the motion the window may go on, as a share of it. */
  private static final double BEYOND = 0.5;

  private final int width;
  private final int height;
  private final int frames;
  private final Motion motion;
  private final int[] source;
  private final int sourceWidth;
  private final int sourceHeight;

  /** Where the kept part of the picture begins and how much larger than the picture it is. */
  private final double left;

  private final double top;
  private final double scale;

  /** Of the picture as a whole: the window that fills the canvas at zoom 1. */
  private final double fullWidth;

  private final double fullHeight;
  private final int pictureWidth;
  private final int pictureHeight;

  /** The part of the picture that shows, picture pixels. */
  private record Window(double x, double y, double width, double height) {}

  /**
   * Scales the picture to what the motion needs; takes some 100 ms.
   *
   * @param frames in which the motion runs from its first to its last window; it goes gently on in
   *     frames beyond
   */
  public KenBurns(StillImage picture, Canvas canvas, Motion motion, int frames) {
    this(picture, canvas.width(), canvas.height(), motion, frames);
  }

  /** The same for a frame of any size. */
  public KenBurns(StillImage picture, int width, int height, Motion motion, int frames) {
    this.width = width;
    this.height = height;
    this.frames = Math.max(1, frames);
    this.motion = motion;
    this.pictureWidth = picture.width();
    this.pictureHeight = picture.height();
    double fit = Math.min(pictureWidth / (double) width, pictureHeight / (double) height);
    this.fullWidth = width * fit;
    this.fullHeight = height * fit;

    double right = 0;
    double bottom = 0;
    double minX = pictureWidth;
    double minY = pictureHeight;
    double narrowest = fullWidth;
    for (int step = 0; step <= 60; step++) {
      Window window = window((1 + BEYOND) * step / 60);
      minX = Math.min(minX, window.x());
      minY = Math.min(minY, window.y());
      right = Math.max(right, window.x() + window.width());
      bottom = Math.max(bottom, window.y() + window.height());
      narrowest = Math.min(narrowest, window.width());
    }
    this.left = minX;
    this.top = minY;
    // One pixel of the canvas to one of the source where the window is narrowest.
    this.scale = width / narrowest;
    this.sourceWidth = Math.max(2, (int) Math.ceil((right - minX) * scale));
    this.sourceHeight = Math.max(2, (int) Math.ceil((bottom - minY) * scale));
    this.source =
        Resampler.scale(
            picture.pixels(),
            pictureWidth,
            pictureHeight,
            left,
            top,
            sourceWidth / scale,
            sourceHeight / scale,
            sourceWidth,
            sourceHeight);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void draw(int frame, int[] pixels) {
    Window window = window(Math.min(1 + BEYOND, frame / (double) frames));
    int[] columns = new int[width];
    int[] columnParts = new int[width];
    positions(
        (window.x() - left) * scale, window.width() * scale, sourceWidth, columns, columnParts);
    int[] lines = new int[height];
    int[] lineParts = new int[height];
    positions((window.y() - top) * scale, window.height() * scale, sourceHeight, lines, lineParts);
    int from = columns[0];
    int to = columns[width - 1] + 2;
    int[] line = new int[sourceWidth];
    for (int y = 0, out = 0; y < height; y++) {
      int upper = lines[y] * sourceWidth;
      int part = lineParts[y];
      for (int x = from; x < to; x++) {
        line[x] = mix(source[upper + x], source[upper + sourceWidth + x], part);
      }
      for (int x = 0; x < width; x++, out++) {
        int at = columns[x];
        pixels[out] = mix(line[at], line[at + 1], columnParts[x]);
      }
    }
  }

  /**
   * For each pixel of the canvas the source pixel before it and how far it is to the next, 256ths.
   */
  private static void positions(double start, double length, int limit, int[] whole, int[] parts) {
    double step = length / whole.length;
    for (int i = 0; i < whole.length; i++) {
      double at = Math.max(0, Math.min(limit - 1.001, start + (i + 0.5) * step - 0.5));
      whole[i] = (int) at;
      parts[i] = (int) ((at - whole[i]) * 256);
    }
  }

  /** Two colours mixed, red and blue in one multiplication. */
  private static int mix(int first, int second, int part) {
    int rb = first & 0xff00ff;
    int g = first & 0x00ff00;
    rb += ((second & 0xff00ff) - rb) * part >> 8;
    g += ((second & 0x00ff00) - g) * part >> 8;
    return rb & 0xff00ff | g & 0x00ff00;
  }

  /**
   * @param time 0 at the first frame, 1 at the last
   */
  private Window window(double time) {
    double way = eased(time);
    // Equal steps of the logarithm look like an even approach.
    double zoom = motion.fromZoom() * Math.pow(motion.toZoom() / motion.fromZoom(), way);
    double w = Math.min(fullWidth, fullWidth / zoom);
    double h = Math.min(fullHeight, fullHeight / zoom);
    double x = motion.fromX() + (motion.toX() - motion.fromX()) * way;
    double y = motion.fromY() + (motion.toY() - motion.fromY()) * way;
    return new Window(clamp(x) * (pictureWidth - w), clamp(y) * (pictureHeight - h), w, h);
  }

  private static double eased(double time) {
    if (time > 1) {
      // On at the speed with which it came to the end.
      return 1 + (1 - EASE) * (time - 1);
    }
    return (1 - EASE) * time + EASE * time * time * (3 - 2 * time);
  }

  private static double clamp(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
