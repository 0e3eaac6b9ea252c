package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoded picture, upright.
 *
 * @param pixels 0x00RRGGBB, row by row; not to be changed
 */
public record StillImage(int width, int height, int[] pixels) {
  /** Some 16384 by 16384: more is no photograph, and would not fit the memory of a node. */
  private static final long MOST_PIXELS = 268_435_456;

  /** The part of it for kinds of which ImageIO holds whole strips in memory. */
  private static final int WHOLE = 4;

  private static final Set<String> BY_ROWS = Set.of("jpeg", "png", "gif", "bmp");
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** What is read is at most about this many times as wide as what is shown. */
  private static final int SPARE = 2;

  /**
   * Reads a JPEG or PNG file. Blocks; takes 100 ms for 12 megapixels, and is given up after 20 s.
   * Nothing is decoded before its dimensions are known to be sane.
   *
   * @param name what to call the file in a failure
   * @param wanted pixels of its shorter side that will be used at most; a far larger picture is
   *     read coarsely
   * @throws ServiceFailure INVALID when it is no picture that can be read
   */
  public static StillImage read(Path file, String name, int wanted) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unreadable(name, "it is neither JPEG nor PNG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean rows = BY_ROWS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
        if ((long) width * height > MOST_PIXELS / (rows ? 1 : WHOLE)) {
          throw unreadable(name, "it has " + width + " x " + height + " pixels");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int coarse = Math.max(1, Math.min(width, height) / (SPARE * Math.max(1, wanted)));
        how.setSourceSubsampling(coarse, coarse, 0, 0);
        ReadingTime time = new ReadingTime(LONGEST);
        reader.addIIOReadProgressListener(time);
        BufferedImage read = reader.read(0, how);
        if (time.over()) {
          throw unreadable(name, "it takes longer than " + LONGEST.toSeconds() + " s");
        }
        return upright(read, ExifOrientation.of(file));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof ServiceFailure failure) {
        throw failure;
      }
      // ImageIO throws runtime exceptions of many kinds at a damaged file.
      throw unreadable(name, String.valueOf(e.getMessage()));
    }
  }

  private static ServiceFailure unreadable(String name, String why) {
    return new ServiceFailure(
        FailureCode.INVALID,
        "The picture %s cannot be read (%s): save it as an RGB JPEG or PNG file"
            .formatted(name, why));
  }

  private static StillImage upright(BufferedImage raw, int orientation) {
    int width = raw.getWidth();
    int height = raw.getHeight();
    BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = rgb.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(raw, 0, 0, null);
    graphics.dispose();
    int[] pixels = ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
    return orientation == 1
        ? new StillImage(width, height, pixels)
        : turned(pixels, width, height, orientation);
  }

  private static StillImage turned(int[] pixels, int width, int height, int orientation) {
    boolean lying = orientation >= 5;
    int newWidth = lying ? height : width;
    int newHeight = lying ? width : height;
    int[] turned = new int[pixels.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int across = lying ? y : x;
        int down = lying ? x : y;
        // Which of the stored edges run backwards: Exif 2.3, table 6.
        if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
          across = width - 1 - across;
        }
        if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
          down = height - 1 - down;
        }
        turned[y * newWidth + x] = pixels[down * width + across];
      }
    }
    return new StillImage(newWidth, newHeight, turned);
  }
}
