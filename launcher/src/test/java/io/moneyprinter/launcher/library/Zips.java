package io.moneyprinter.launcher.library;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** ZIP archives (PKWARE APPNOTE 6.3), written byte by byte, in ways that no program would. */
record Zips(
    List<Entry> entries,
    String comment,
    boolean encrypted,
    long claim,
    int cut,
    boolean overlapping) {
  /** A file of an archive, with the Unix mode it is said to have. */
  record Entry(String name, byte[] content, int mode) {}

  static Entry file(String name, byte[] content) {
    return new Entry(name, content, 0100644);
  }

  /** A file that shrinks to half. */
  static Entry noise(String name, int size) {
    byte[] noise = new byte[size / 2];
    new Random(1).nextBytes(noise);
    return file(name, Arrays.copyOf(noise, size));
  }

  static Entry link(String name, String target) {
    return new Entry(name, target.getBytes(StandardCharsets.UTF_8), 0120777);
  }

  static Zips of(Entry... entries) {
    return of(Arrays.asList(entries));
  }

  static Zips of(List<Entry> entries) {
    return new Zips(entries, "", false, -1, 0, false);
  }

  Zips comment(String text) {
    return new Zips(entries, text, encrypted, claim, cut, overlapping);
  }

  Zips locked() {
    return new Zips(entries, comment, true, claim, cut, overlapping);
  }

  /** Every file is said to have so many bytes. */
  Zips claiming(long size) {
    return new Zips(entries, comment, encrypted, size, cut, overlapping);
  }

  /** Without its last bytes, and with a last record that leads nowhere. */
  Zips cut(int bytes) {
    return new Zips(entries, comment, encrypted, claim, bytes, overlapping);
  }

  /** Every entry is there twice in the directory, by two names. */
  Zips doubled() {
    return new Zips(entries, comment, encrypted, claim, cut, true);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<byte[]> directory = new ArrayList<>();
    for (Entry entry : entries) {
      int at = out.size();
      out.writeBytes(header(entry, entry.name(), -1));
      out.writeBytes(packed(entry.content()));
      directory.add(header(entry, entry.name(), at));
      if (overlapping) {
        directory.add(header(entry, "again-" + entry.name(), at));
      }
    }
    int begin = out.size();
    directory.forEach(out::writeBytes);
    int size = out.size() - begin;
    byte[] words = comment.getBytes(StandardCharsets.UTF_8);
    ByteBuffer end = little(22 + words.length).putInt(0x06054b50).putInt(0);
    end.putShort((short) directory.size()).putShort((short) directory.size());
    end.putInt(size).putInt(cut > 0 ? begin + cut : begin);
    end.putShort((short) words.length).put(words);
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  /**
   * @param at where the file lies; -1 for the header in front of the file itself
   */
  private byte[] header(Entry entry, String name, int at) {
    byte[] spelled = name.getBytes(StandardCharsets.UTF_8);
    boolean inDirectory = at >= 0;
    ByteBuffer header = little((inDirectory ? 46 : 30) + spelled.length);
    header.putInt(inDirectory ? 0x02014b50 : 0x04034b50);
    if (inDirectory) {
      header.putShort((short) (3 << 8 | 20)); // made on Unix
    }
    header.putShort((short) 20).putShort((short) (0x800 | (encrypted ? 1 : 0)));
    header.putShort((short) 8).putInt(0x21);
    CRC32 sum = new CRC32();
    sum.update(entry.content());
    header.putInt((int) sum.getValue()).putInt(packed(entry.content()).length);
    header.putInt((int) (claim >= 0 ? claim : entry.content().length));
    header.putShort((short) spelled.length).putShort((short) 0);
    if (inDirectory) {
      header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
      header.putInt(entry.mode() << 16).putInt(at);
    }
    return header.put(spelled).array();
  }

  private static byte[] packed(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
