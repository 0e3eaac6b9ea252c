package io.moneyprinter.video.captions;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture with an alpha channel as PNG (ISO/IEC 15948), made for files that are read once
 * and deleted: every row is told as the difference to the one above, which costs next to nothing to
 * make and to undo, and compressed in a hurry. ImageIO weighs five ways for each row, which takes
 * several times as long as drawing it.
 */
final class PngStrip {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int COLOR_AND_ALPHA = 6;
  private static final byte UP = 2;

  private PngStrip() {}

  /**
   * Blocking.
   *
   * @param image TYPE_INT_ARGB
   */
  static void write(BufferedImage image, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(image.getWidth(), image.getHeight()));
      chunk(out, "IDAT", compressed(image));
      chunk(out, "IEND", new byte[0]);
    }
    Files.write(file, bytes.toByteArray());
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    // The three zeros: deflate, the five row filters, not interlaced.
    out.write(new byte[] {BITS, COLOR_AND_ALPHA, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] compressed(BufferedImage image) throws IOException {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    byte[] row = new byte[1 + 4 * width];
    row[0] = UP;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < width; x++) {
          int here = pixels[y * width + x];
          int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
          int to = 1 + 4 * x;
          row[to] = (byte) ((here >> 16) - (above >> 16));
          row[to + 1] = (byte) ((here >> 8) - (above >> 8));
          row[to + 2] = (byte) (here - above);
          row[to + 3] = (byte) ((here >>> 24) - (above >>> 24));
        }
        out.write(row);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
