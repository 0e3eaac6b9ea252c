package io.moneyprinter.video.frames;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera held when it wrote a JPEG file (Exif 2.3, tag 0x0112). ImageIO does not tell. */
final class ExifOrientation {
  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /**
   * @return 1 to 8; 1 for a file that is upright, says nothing or is no JPEG
   */
  static int of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
      if (in.readUnsignedShort() != 0xFFD8) {
        return UPRIGHT;
      }
      while (true) {
        int marker = in.readUnsignedShort();
        if (marker < 0xFFC0 || marker == 0xFFDA) {
          return UPRIGHT;
        }
        byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
        in.readFully(segment);
        if (marker == 0xFFE1 && startsWithExif(segment)) {
          return read(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice());
        }
      }
    } catch (EOFException e) {
      return UPRIGHT;
    }
  }

  private static boolean startsWithExif(byte[] segment) {
    return segment.length > EXIF.length + 8
        && java.util.Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
  }

  private static int read(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return UPRIGHT;
      }
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
