package io.moneyprinter.codecs.video;

/**
 * The picture a video is made on.
 *
 * @param width pixels, even, 128 to 4096
 * @param height pixels, even, 128 to 4096
 * @param fps frames per second, whole, 12 to 60
 */
public record Canvas(int width, int height, int fps) {
  /** TikTok, Reels, Shorts. */
  public static final Canvas PORTRAIT = new Canvas(1080, 1920, 30);

  /** YouTube, television. */
  public static final Canvas LANDSCAPE = new Canvas(1920, 1080, 30);

  /** Feeds. */
  public static final Canvas SQUARE = new Canvas(1080, 1080, 30);

  public Canvas {
    requireSide("width", width);
    requireSide("height", height);
    if (fps < 12 || fps > 60) {
      throw new IllegalArgumentException("fps must be 12 to 60, not " + fps);
    }
  }

  private static void requireSide(String name, int side) {
    if (side < 128 || side > 4096 || side % 2 != 0) {
      throw new IllegalArgumentException(
          name + " must be an even number from 128 to 4096, not " + side);
    }
  }

  /** Whole frames that last at least {@code seconds}. */
  public int framesFor(double seconds) {
    return (int) Math.ceil(seconds * fps - 1e-9);
  }

  public double secondsOf(int frames) {
    return frames / (double) fps;
  }
}
