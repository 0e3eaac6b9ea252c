package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The blocks of a GIF file (GIF89a specification): how many frames there are, and how large. */
final class GifBlocks {
  private static final int MOST_FRAMES = 20_000;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TABLE = 0x80;

  private final BoundedFile in;
  private final Dimensions allowed;

  GifBlocks(BoundedFile in, MediaLimits limits) {
    this.in = in;
    this.allowed = new Dimensions(limits);
  }

  void check() throws IOException {
    long at = 13 + table(in.read(10, 1).get(0));
    int frames = 0;
    while (at < in.size()) {
      ByteBuffer head = in.read(at, 10).order(ByteOrder.LITTLE_ENDIAN);
      int sign = head.get(0) & 0xff;
      if (sign == EXTENSION) {
        at = skip(at + 2);
      } else if (sign == IMAGE && head.limit() == 10) {
        if (++frames > MOST_FRAMES) {
          throw Refusal.of("The GIF has more than %d frames: save it as an MP4 clip", MOST_FRAMES);
        }
        allowed.frame(head.getShort(5) & 0xffff, head.getShort(7) & 0xffff);
        at = skip(at + 10 + table(head.get(9)) + 1);
      } else {
        // The end, or something that only a lenient decoder may know.
        return;
      }
    }
  }

  /** Bytes of a colour table, from the flags that announce it. */
  private static int table(byte flags) {
    return (flags & TABLE) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private long skip(long from) throws IOException {
    long at = from;
    while (at < in.size()) {
      int length = in.read(at, 1).get(0) & 0xff;
      at += 1 + length;
      if (length == 0) {
        break;
      }
    }
    return at;
  }
}
