package io.moneyprinter.video.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a TrueType or OpenType font file (ISO/IEC 14496-22, 4.5). Of a collection the first
 * font is read. Safe for use by many threads: every table is a view of its own.
 */
final class SfntTables {
  private static final int COLLECTION = 0x74746366;

  private final Map<String, ByteBuffer> tables = new HashMap<>();

  /**
   * @throws IndexOutOfBoundsException when the file is cut off
   * @throws IllegalArgumentException when a table lies outside the file
   */
  SfntTables(ByteBuffer file) {
    int start = file.getInt(0) == COLLECTION ? file.getInt(12) : 0;
    int count = Short.toUnsignedInt(file.getShort(start + 4));
    for (int i = 0; i < count; i++) {
      int entry = start + 12 + 16 * i;
      byte[] tag = new byte[4];
      file.duplicate().position(entry).get(tag);
      ByteBuffer table = file.duplicate().position(file.getInt(entry + 8)).slice();
      table.limit(Math.min(table.capacity(), file.getInt(entry + 12)));
      tables.put(new String(tag, StandardCharsets.ISO_8859_1), table.slice());
    }
  }

  Optional<ByteBuffer> table(String tag) {
    return Optional.ofNullable(tables.get(tag)).map(ByteBuffer::duplicate);
  }
}
