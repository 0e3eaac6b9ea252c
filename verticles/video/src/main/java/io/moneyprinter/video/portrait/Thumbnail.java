package io.moneyprinter.video.portrait;

import io.moneyprinter.video.frames.StillImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture made small, and what can be told from that. All of it computes, and blocks. */
final class Thumbnail {
  /** Of the longer side, in pixels. */
  static final int LONGEST_SIDE = 480;

  private static final float QUALITY = 0.85f;

  /** Bits of each colour that tell one bin from another. */
  private static final int BITS = 4;

  private static final int HASH_WIDTH = 9;
  private static final int HASH_HEIGHT = 8;

  private final BufferedImage image;

  private Thumbnail(BufferedImage image) {
    this.image = image;
  }

  static Thumbnail of(StillImage picture) {
    return of(picture.pixels(), picture.width(), picture.height());
  }

  /**
   * Of pixels, row by row.
   *
   * @param pixels 0x00RRGGBB
   */
  static Thumbnail of(int[] pixels, int fullWidth, int fullHeight) {
    BufferedImage full = new BufferedImage(fullWidth, fullHeight, BufferedImage.TYPE_INT_RGB);
    full.setRGB(0, 0, fullWidth, fullHeight, pixels, 0, fullWidth);
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(fullWidth, fullHeight));
    int width = Math.max(1, (int) Math.round(fullWidth * scale));
    int height = Math.max(1, (int) Math.round(fullHeight * scale));
    return new Thumbnail(scaled(full, width, height));
  }

  /** Halves until it is near, so that every pixel counts. */
  private static BufferedImage scaled(BufferedImage from, int width, int height) {
    BufferedImage near = from;
    while (near.getWidth() >= 2 * width && near.getHeight() >= 2 * height) {
      near = drawn(near, near.getWidth() / 2, near.getHeight() / 2);
    }
    return drawn(near, width, height);
  }

  private static BufferedImage drawn(BufferedImage from, int width, int height) {
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, width, height, null);
    graphics.dispose();
    return to;
  }

  /** Writes it as JPEG. */
  void write(Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      if (out == null) {
        throw new IOException("Cannot write " + file);
      }
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  /** Its pixels made so few, 0x00RRGGBB, row by row. */
  int[] pixels(int width, int height) {
    return scaled(image, width, height).getRGB(0, 0, width, height, null, 0, width);
  }

  /** The mean of the bin of colours that most pixels fall into, {@code #RRGGBB}. */
  String color() {
    int bins = 1 << 3 * BITS;
    long[] count = new long[bins];
    long[][] sum = new long[bins][3];
    int most = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        int drop = 8 - BITS;
        int bin = red >> drop << 2 * BITS | green >> drop << BITS | blue >> drop;
        count[bin]++;
        sum[bin][0] += red;
        sum[bin][1] += green;
        sum[bin][2] += blue;
        most = count[bin] > count[most] ? bin : most;
      }
    }
    long n = count[most];
    return "#%02x%02x%02x".formatted(sum[most][0] / n, sum[most][1] / n, sum[most][2] / n);
  }

  /**
   * Difference hash, 16 hex digits: of nine by eight shades, whether each is brighter than its left
   * neighbour (N. Krawetz, "Kind of Like That", 2013).
   */
  String hash() {
    BufferedImage tiny = scaled(image, HASH_WIDTH, HASH_HEIGHT);
    long bits = 0;
    for (int y = 0; y < HASH_HEIGHT; y++) {
      for (int x = 1; x < HASH_WIDTH; x++) {
        boolean brighter = shade(tiny.getRGB(x, y)) > shade(tiny.getRGB(x - 1, y));
        bits = bits << 1 | (brighter ? 1 : 0);
      }
    }
    return HexFormat.of().toHexDigits(bits);
  }

  /** Luma of ITU-R BT.601, in thousandths. */
  private static int shade(int rgb) {
    return 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
  }
}
