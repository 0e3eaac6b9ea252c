package io.moneyprinter.materials.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where the media of an MP4 begins, if its index stands in front, so that its beginning can be
 * shown without its end (ISO/IEC 14496-12, 4.2 and 8.2). Pure.
 */
final class FastStart {
  private static final long UNSIGNED = 0xffff_ffffL;
  private static final int SMALL_HEAD = 8;
  private static final int LARGE_HEAD = 16;

  private FastStart() {}

  /**
   * The bytes in front of the media.
   *
   * @param beginning some bytes of the file's beginning
   * @return -1 when the index is not in front, or the beginning does not tell
   */
  static long mediaAt(byte[] beginning) {
    ByteBuffer bytes = ByteBuffer.wrap(beginning);
    long at = 0;
    boolean index = false;
    while (at + LARGE_HEAD <= beginning.length) {
      long size = bytes.getInt((int) at) & UNSIGNED;
      String type = new String(beginning, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
      if (at == 0 && !type.equals("ftyp") || type.equals("mdat")) {
        return index ? at : -1;
      }
      if (size == 1) {
        size = bytes.getLong((int) at + SMALL_HEAD);
      }
      if (size < SMALL_HEAD) {
        return -1;
      }
      at += size;
      if (type.equals("moov")) {
        index = true;
        if (at + LARGE_HEAD > beginning.length) {
          // The index is longer than what is here: media follow it.
          return at;
        }
      }
    }
    return -1;
  }
}
