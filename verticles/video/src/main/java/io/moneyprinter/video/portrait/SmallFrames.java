package io.moneyprinter.video.portrait;

import io.moneyprinter.codecs.video.Appearance.Swatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Frames of a clip or one of a still, made very small, and what can be told from them. Pure. */
final class SmallFrames {
  static final int WIDTH = 32;
  static final int HEIGHT = 18;

  /** Frames per second. */
  static final int RATE = 4;

  private static final int SIZE = WIDTH * HEIGHT;

  /** Bits of each channel that tell one bin of colours from another. */
  private static final int BITS = 3;

  /** More than five colours nobody takes in. */
  private static final int MOST = 5;

  private final int[] pixels;

  /**
   * @param pixels 0x00RRGGBB, frame by frame
   */
  SmallFrames(int[] pixels) {
    this.pixels = pixels;
  }

  /**
   * @param rgb a byte for each channel, frame by frame; what is no whole frame is passed over
   */
  static SmallFrames of(byte[] rgb) {
    int[] pixels = new int[rgb.length / 3 / SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
    }
    return new SmallFrames(pixels);
  }

  /** The means of the fullest bins of colours, the fullest first. */
  List<Swatch> colors() {
    int[] count = new int[1 << 3 * BITS];
    long[][] sum = new long[count.length][3];
    for (int rgb : pixels) {
      int drop = 8 - BITS;
      int red = rgb >> 16 & 255;
      int green = rgb >> 8 & 255;
      int blue = rgb & 255;
      int bin = red >> drop << 2 * BITS | green >> drop << BITS | blue >> drop;
      count[bin]++;
      sum[bin][0] += red;
      sum[bin][1] += green;
      sum[bin][2] += blue;
    }
    List<Integer> bins = new ArrayList<>();
    for (int bin = 0; bin < count.length; bin++) {
      if (count[bin] > 0) {
        bins.add(bin);
      }
    }
    bins.sort(Comparator.comparingInt((Integer bin) -> -count[bin]));
    return bins.stream()
        .limit(MOST)
        .map(
            bin ->
                new Swatch(
                    "#%02x%02x%02x"
                        .formatted(
                            sum[bin][0] / count[bin],
                            sum[bin][1] / count[bin],
                            sum[bin][2] / count[bin]),
                    Math.round(1000.0 * count[bin] / pixels.length) / 1000.0))
        .toList();
  }

  /**
   * The median of the mean differences of luma between neighbouring frames, 0 to 1; {@code null}
   * for fewer than two frames. Of the median, because a cut or a flash is no motion.
   */
  Double motion() {
    int frames = pixels.length / SIZE;
    if (frames < 2) {
      return null;
    }
    double[] changes = new double[frames - 1];
    for (int frame = 1; frame < frames; frame++) {
      double sum = 0;
      for (int i = frame * SIZE; i < (frame + 1) * SIZE; i++) {
        sum += Math.abs(luma(pixels[i]) - luma(pixels[i - SIZE]));
      }
      changes[frame - 1] = sum / SIZE / 255;
    }
    Arrays.sort(changes);
    return Math.round(10_000 * changes[changes.length / 2]) / 10_000.0;
  }

  /** Of ITU-R BT.601, 0 to 255. */
  private static double luma(int rgb) {
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
  }
}
