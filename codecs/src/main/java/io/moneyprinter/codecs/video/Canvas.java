package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The picture a video is made on. Briefs may also name it, see {@link #named}.
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

  private static final Map<String, Canvas> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("9:16", PORTRAIT);
    NAMED.put("16:9", LANDSCAPE);
    NAMED.put("1:1", SQUARE);
    NAMED.put("4:5", new Canvas(1080, 1350, 30));
    NAMED.put("3:4", new Canvas(1080, 1440, 30));
    NAMED.put("21:9", new Canvas(2520, 1080, 30));
    NAMED.put("portrait", PORTRAIT);
    NAMED.put("landscape", LANDSCAPE);
    NAMED.put("square", SQUARE);
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public Canvas {
    requireSide("width", width);
    requireSide("height", height);
    if (fps < 12 || fps > 60) {
      throw new IllegalArgumentException("fps must be 12 to 60, not " + fps);
    }
  }

  /**
   * A canvas by its name: a ratio such as {@code 16:9}, or {@code portrait}, {@code landscape},
   * {@code square}; 1080 pixels along the shorter side and 30 frames per second, unless {@code @25}
   * or the like follows.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Canvas named(String name) {
    String[] parts = name.strip().split("@", 2);
    Canvas found = NAMED.get(parts[0].strip().toLowerCase(Locale.ROOT));
    if (found == null || parts.length == 2 && !parts[1].strip().matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(
          "There is no canvas '%s': write one of %s, with @ and frames per second behind it if they"
                  .formatted(name, NAMED.keySet().stream().collect(Collectors.joining(", ")))
              + " are not 30, or {width: 1080, height: 1920, fps: 30}");
    }
    return parts.length == 1
        ? found
        : new Canvas(found.width, found.height, Integer.parseInt(parts[1].strip()));
  }

  /** The ratio of the sides where it is one of those with a name, else the size in pixels. */
  public String shape() {
    for (Map.Entry<String, Canvas> known : NAMED.entrySet()) {
      Canvas other = known.getValue();
      if ((long) width * other.height == (long) height * other.width) {
        return known.getKey().replace(':', 'x');
      }
    }
    return size();
  }

  /** Width and height, such as {@code 1080x1920}. */
  public String size() {
    return width + "x" + height;
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

  /** How long so many frames are shown. */
  public double secondsOf(int frames) {
    return frames / (double) fps;
  }
}
