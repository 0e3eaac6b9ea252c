package io.moneyprinter.video.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Gives a font without colours two tables, COLR (version 0) and CPAL, in which one glyph has two.
 */
final class LayeredFont {
  private LayeredFont() {}

  /**
   * @param glyph gets two layers: itself in red, and above it the other in the colour of the text
   */
  static byte[] of(byte[] font, int glyph, int other) {
    ByteBuffer colr = ByteBuffer.allocate(14 + 6 + 8);
    colr.putShort((short) 0).putShort((short) 1).putInt(14).putInt(20).putShort((short) 2);
    colr.putShort((short) glyph).putShort((short) 0).putShort((short) 2);
    colr.putShort((short) glyph).putShort((short) 0);
    colr.putShort((short) other).putShort((short) 0xffff);
    ByteBuffer cpal = ByteBuffer.allocate(14 + 4);
    cpal.putShort((short) 0).putShort((short) 1).putShort((short) 1).putShort((short) 1);
    cpal.putInt(14).putShort((short) 0).put(new byte[] {0, 0, (byte) 255, (byte) 255});
    return with(font, new String[] {"COLR", "CPAL"}, colr.array(), cpal.array());
  }

  /** Where the directory entry of a table stands. */
  static int entryOf(byte[] font, String tag) {
    ByteBuffer file = ByteBuffer.wrap(font);
    for (int at = 12; at < 12 + 16 * file.getShort(4); at += 16) {
      if (tag.equals(new String(font, at, 4, StandardCharsets.US_ASCII))) {
        return at;
      }
    }
    throw new IllegalArgumentException("No table " + tag);
  }

  private static byte[] with(byte[] font, String[] tags, byte[]... tables) {
    ByteBuffer old = ByteBuffer.wrap(font);
    int count = old.getShort(4);
    int added = 16 * tables.length;
    int directory = 12 + 16 * count;
    int total = font.length + added;
    for (byte[] table : tables) {
      total += table.length + 3 & ~3;
    }
    ByteBuffer out = ByteBuffer.allocate(total + 3 & ~3);
    out.put(font, 0, directory).putShort(4, (short) (count + tables.length));
    for (int entry = 12; entry < directory; entry += 16) {
      out.putInt(entry + 8, old.getInt(entry + 8) + added);
    }
    int body = font.length + added + 3 & ~3;
    for (int i = 0; i < tables.length; i++) {
      out.put(tags[i].getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(body);
      out.putInt(tables[i].length);
      out.put(body, tables[i]);
      body += tables[i].length + 3 & ~3;
    }
    out.put(directory + added, font, directory, font.length - directory);
    return out.array();
  }
}
