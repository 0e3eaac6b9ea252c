package io.moneyprinter.video.safety;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds files byte by byte, in ways that no program would. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Bytes of(String latin) {
    return new Bytes().text(latin);
  }

  Bytes text(String latin) {
    return bytes(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  Bytes bytes(byte[] more) {
    out.writeBytes(more);
    return this;
  }

  Bytes zeros(int count) {
    return bytes(new byte[count]);
  }

  Bytes ints(long... values) {
    for (long value : values) {
      bytes(ByteBuffer.allocate(4).putInt((int) value).array());
    }
    return this;
  }

  Bytes shorts(int... values) {
    for (int value : values) {
      bytes(ByteBuffer.allocate(2).putShort((short) value).array());
    }
    return this;
  }

  Bytes little(long... values) {
    for (long value : values) {
      bytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array());
    }
    return this;
  }

  Bytes littleShorts(int... values) {
    for (int value : values) {
      bytes(ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
    }
    return this;
  }

  byte[] done() {
    return out.toByteArray();
  }

  /** A box of MP4. */
  static byte[] box(String type, byte[]... bodies) {
    Bytes body = new Bytes();
    for (byte[] part : bodies) {
      body.bytes(part);
    }
    byte[] content = body.done();
    return new Bytes().ints(content.length + 8L).text(type).bytes(content).done();
  }

  /** A chunk of RIFF with a true size. */
  static byte[] chunk(String type, byte[] body) {
    return Bytes.of(type).little(body.length).bytes(body).done();
  }

  /** A chunk of PNG. */
  static byte[] png(String type, byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(body);
    return new Bytes().ints(body.length).text(type).bytes(body).ints(sum.getValue()).done();
  }

  static byte[] pngHead(int width, int height) {
    byte[] header = new Bytes().ints(width, height).bytes(new byte[] {8, 2, 0, 0, 0}).done();
    return Bytes.of("\u0089PNG\r\n\u001a\n").bytes(png("IHDR", header)).done();
  }

  /** Zeros, packed; many times 32 MB. */
  static byte[] bomb(int times) {
    Deflater deflater = new Deflater(9, true);
    byte[] packed = new byte[1 << 20];
    deflater.setInput(new byte[32 << 20]);
    int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
    deflater.end();
    Bytes all = new Bytes().bytes(new byte[] {0x78, (byte) 0xda});
    for (int i = 0; i < times; i++) {
      all.bytes(java.util.Arrays.copyOf(packed, length));
    }
    return all.done();
  }

  /** An element of Matroska with a size of eight bytes. */
  static byte[] element(long id, long size, byte[] body) {
    Bytes element = new Bytes();
    int length = id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1;
    for (int i = length - 1; i >= 0; i--) {
      element.bytes(new byte[] {(byte) (id >> 8 * i)});
    }
    return element
        .bytes(ByteBuffer.allocate(8).putLong(size | 1L << 56).array())
        .bytes(body)
        .done();
  }

  static byte[] element(long id, byte[] body) {
    return element(id, body.length, body);
  }
}
