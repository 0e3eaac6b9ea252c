package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The chunks of a PNG file (RFC 2083): whether they lie within it and unpack to a sane size. */
final class PngChunks {
  private static final int MOST_CHUNKS = 1_000_000;
  private static final int PIECE = 8_192;
  private static final long MOST_UNPACKED = 16L << 20;
  private static final long SLACK = 1 << 16;

  /** Unpacking more than this takes long; FFmpeg's time is bounded, too. */
  private static final long MOST_CHECKED = 512L << 20;

  private static final Set<String> PACKED = Set.of("zTXt", "iTXt", "iCCP");

  /** Longest name in front of packed data: keyword, language, translation. */
  private static final int LONGEST_NAME = 1_024;

  private final BoundedFile in;
  private final Dimensions allowed;

  PngChunks(BoundedFile in, MediaLimits limits) {
    this.in = in;
    this.allowed = new Dimensions(limits);
  }

  void check() throws IOException {
    ByteBuffer head = in.read(8, 21);
    Unpacking pixels = new Unpacking(pixelBytes(head) * 2 + SLACK);
    try {
      walk(pixels);
    } finally {
      pixels.close();
    }
  }

  /** Bytes of the pixels, row by row, before they are packed. */
  private static long pixelBytes(ByteBuffer head) {
    long width = head.getInt(8) & 0xffff_ffffL;
    long height = head.getInt(12) & 0xffff_ffffL;
    int channels =
        switch (head.get(17)) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return height * (1 + (width * channels * (head.get(16) & 0xff) + 7) / 8);
  }

  private void walk(Unpacking pixels) throws IOException {
    long at = 8;
    for (int i = 0; in.size() - at >= 12; i++) {
      if (i > MOST_CHUNKS) {
        throw Refusal.broken("it has more than a million chunks");
      }
      ByteBuffer head = in.read(at, 20);
      long size = head.getInt(0) & 0xffff_ffffL;
      String type = StandardCharsets.ISO_8859_1.decode(head.slice(4, 4)).toString();
      if (type.equals("IEND")) {
        return;
      }
      if (size > in.size() - at - 12) {
        throw Refusal.cutOff(type, at + 12 + size, in.size());
      }
      if (PACKED.contains(type)) {
        long names = start(in.read(at + 8, (int) Math.min(size, LONGEST_NAME)), type);
        try (Unpacking text = new Unpacking(MOST_UNPACKED)) {
          text.feed(type, at + 8 + names, at + 8 + size);
        }
      } else if (type.equals("IDAT") && pixels.most() < MOST_CHECKED) {
        pixels.feed(type, at + 8, at + 8 + size);
      } else if (type.equals("fcTL") && head.limit() == 20) {
        allowed.still(head.getInt(12) & 0xffff_ffffL, head.getInt(16) & 0xffff_ffffL, 1);
      }
      at += 12 + size;
    }
  }

  /** Unpacks a little at a time, to nowhere, and counts. */
  private final class Unpacking implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] nowhere = new byte[PIECE];
    private final long most;
    private boolean done;

    Unpacking(long most) {
      this.most = most;
    }

    long most() {
      return most;
    }

    void feed(String type, long from, long end) throws IOException {
      long at = from;
      while (!done && at < end) {
        ByteBuffer piece = in.read(at, (int) Math.min(PIECE, end - at));
        at += piece.limit();
        inflater.setInput(piece);
        done = !counted(type) || inflater.finished();
      }
    }

    private boolean counted(String type) {
      try {
        while (inflater.inflate(nowhere) > 0) {
          if (inflater.getBytesWritten() > most) {
            throw Refusal.of(
                "The picture's data (%s) unpack to more than the %d bytes that they may: save the"
                    + " picture again with another program",
                type, most);
          }
        }
        return !inflater.needsDictionary();
      } catch (DataFormatException e) {
        // Not packed, or damaged: no decoder can unpack it to anything large.
        return false;
      }
    }

    @Override
    public void close() {
      inflater.end();
    }
  }

  /** Where the packed data begins: behind names that end with 0, and bytes of method. */
  private static int start(ByteBuffer body, String type) {
    int name = end(body, 0);
    return type.equals("iTXt") ? end(body, end(body, name + 2)) : name + 1;
  }

  private static int end(ByteBuffer body, int from) {
    int at = from;
    while (at < body.limit() && body.get(at) != 0) {
      at++;
    }
    return at + 1;
  }
}
