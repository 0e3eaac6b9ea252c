package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The dimensions in the headers of pictures, before anything is decoded. */
final class PictureCheck {
  private static final long UNSIGNED = 0xffff_ffffL;
  private static final int WIDTH_TAG = 256;
  private static final int HEIGHT_TAG = 257;
  private static final int MOST_MARKERS = 100_000;

  /** What is held whole in memory while it is decoded may have this part of the pixels. */
  private static final int WHOLE = 4;

  private final BoundedFile in;
  private final Dimensions allowed;
  private final MediaLimits limits;

  PictureCheck(BoundedFile in, MediaLimits limits) {
    this.in = in;
    this.limits = limits;
    this.allowed = new Dimensions(limits);
  }

  void check(MediaSignature kind) throws IOException {
    ByteBuffer head = in.read(0, 64);
    switch (kind) {
      case PNG -> {
        allowed.still(head.getInt(16) & UNSIGNED, head.getInt(20) & UNSIGNED, 1);
        new PngChunks(in, limits).check();
      }
      case GIF -> {
        head.order(ByteOrder.LITTLE_ENDIAN);
        allowed.still(head.getShort(6) & 0xffff, head.getShort(8) & 0xffff, 1);
        new GifBlocks(in, limits).check();
      }
      case BMP -> bitmap(head.order(ByteOrder.LITTLE_ENDIAN));
      case WEBP -> webp(head.order(ByteOrder.LITTLE_ENDIAN));
      case TIFF -> tiff(head);
      case JPEG -> jpeg();
      default -> throw new IllegalArgumentException(kind + " is no picture");
    }
  }

  private void bitmap(ByteBuffer head) {
    boolean old = head.getInt(14) == 12;
    if (old) {
      allowed.still(head.getShort(18) & 0xffff, head.getShort(20) & 0xffff, 1);
    } else {
      allowed.still(head.getInt(18), Math.abs((long) head.getInt(22)), 1);
    }
  }

  /** RFC 9649: the three forms of the first chunk. */
  private void webp(ByteBuffer head) {
    long size = (head.getInt(4) & UNSIGNED) + 8;
    if (size > in.size() + 1) {
      throw Refusal.cutOff("RIFF", size, in.size());
    }
    switch (head.getInt(12)) {
      case 0x58385056 -> // VP8X
          allowed.still(canvas(head, 24), canvas(head, 27), WHOLE);
      case 0x4C385056 -> { // VP8L
        int bits = head.getInt(21);
        allowed.still((bits & 0x3fff) + 1L, (bits >> 14 & 0x3fff) + 1L, WHOLE);
      }
      default -> allowed.still(head.getShort(26) & 0x3fff, head.getShort(28) & 0x3fff, WHOLE);
    }
  }

  private static long canvas(ByteBuffer head, int at) {
    return (head.getShort(at) & 0xffff | (head.get(at + 2) & 0xff) << 16) + 1L;
  }

  /** The first directory of TIFF 6.0. */
  private void tiff(ByteBuffer head) throws IOException {
    ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long at = head.order(order).getInt(4) & UNSIGNED;
    if (at + 2 > in.size()) {
      throw Refusal.cutOff("directory", at + 2, in.size());
    }
    int entries = in.read(at, 2).order(order).getShort(0) & 0xffff;
    long width = 0;
    long height = 0;
    for (int i = 0; i < entries; i++) {
      ByteBuffer entry = in.read(at + 2 + 12L * i, 12).order(order);
      if (entry.limit() < 12) {
        throw Refusal.cutOff("directory", at + 2 + 12L * entries, in.size());
      }
      int tag = entry.getShort(0) & 0xffff;
      long value = entry.getShort(2) == 3 ? entry.getShort(8) & 0xffff : entry.getInt(8) & UNSIGNED;
      width = tag == WIDTH_TAG ? value : width;
      height = tag == HEIGHT_TAG ? value : height;
    }
    allowed.still(width, height, WHOLE);
  }

  /** The frame header among the segments (ITU T.81, B.2.2). */
  private void jpeg() throws IOException {
    long at = 2;
    for (int i = 0; i < MOST_MARKERS && at + 9 <= in.size(); i++) {
      ByteBuffer segment = in.read(at, 9);
      int marker = segment.get(1) & 0xff;
      if (segment.get(0) != (byte) 0xff) {
        return;
      }
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        // All but the plain kinds keep every coefficient of the picture until its end.
        int share = marker <= 0xc1 ? 1 : WHOLE;
        allowed.still(segment.getShort(7) & 0xffff, segment.getShort(5) & 0xffff, share);
        return;
      }
      at += 2L + (segment.getShort(2) & 0xffff);
    }
    throw Refusal.broken("it has no frame of a picture");
  }
}
