package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jcodec.containers.mkv.MKVParser;

/** The elements of Matroska and WebM files (RFC 8794, RFC 9559). */
final class EbmlCheck {
  private static final int HEADER = 0x1A45DFA3;
  private static final int DOC_TYPE = 0x4282;
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int SCALE = 0x2AD7B1;
  private static final int DURATION = 0x4489;
  private static final int TRACKS = 0x1654AE6B;
  private static final int TRACK = 0xAE;
  private static final int VIDEO = 0xE0;
  private static final int WIDTH = 0xB0;
  private static final int HEIGHT = 0xBA;
  private static final int AUDIO = 0xE1;
  private static final int CHANNELS = 0x9F;
  private static final int RATE = 0xB5;
  private static final int ATTACHMENTS = 0x1941A469;

  private static final int DEEPEST = 8;
  private static final int MOST_ELEMENTS = 2_000_000;
  private static final long MOST_ATTACHED = 256L << 20;
  private static final double USUAL_SCALE = 1e6;

  private final BoundedFile in;
  private final Dimensions allowed;
  private int elements;
  private int tracks;
  private double scale = USUAL_SCALE;
  private double duration;
  private long width;
  private long height;

  EbmlCheck(BoundedFile in, MediaLimits limits) {
    this.in = in;
    this.allowed = new Dimensions(limits);
  }

  void check() throws IOException {
    walk(0, in.size(), 0);
    allowed.seconds(duration * scale / 1e9);
  }

  private void walk(long from, long end, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw Refusal.broken("its elements lie more than %d deep in each other".formatted(DEEPEST));
    }
    long at = from;
    while (at < end) {
      if (++elements > MOST_ELEMENTS) {
        throw Refusal.broken("it has more than two million elements");
      }
      in.setPosition(at);
      byte[] id = MKVParser.readEbmlId(in);
      if (id == null || id.length > 4) {
        throw Refusal.broken("no element begins at byte %d".formatted(at));
      }
      long sizeAt = in.position();
      long size = MKVParser.readEbmlInt(in);
      long body = in.position();
      if (size == (1L << 7 * (body - sizeAt)) - 1) {
        // A size that was not known when it was written; only a segment or cluster may have it.
        if (number(id) == SEGMENT) {
          walk(body, end, depth + 1);
        }
        return;
      }
      if (size > end - body) {
        throw depth == 0
            ? Refusal.cutOff("at byte " + at, body + size, end)
            : Refusal.broken(
                "its element at byte %d says it has %d bytes, more than what it lies in"
                    .formatted(at, size));
      }
      visit(number(id), body, size, depth + 1);
      at = body + size;
    }
  }

  private void visit(int id, long body, long size, int depth) throws IOException {
    switch (id) {
      case HEADER, SEGMENT, INFO, TRACKS, AUDIO -> walk(body, body + size, depth);
      case TRACK -> {
        allowed.streams(++tracks);
        walk(body, body + size, depth);
      }
      case VIDEO -> {
        width = 0;
        height = 0;
        walk(body, body + size, depth);
        allowed.frame(width, height);
      }
      case DOC_TYPE -> type(body, size);
      case SCALE -> scale = whole(body, size);
      case DURATION -> duration = real(body, size);
      case WIDTH -> width = whole(body, size);
      case HEIGHT -> height = whole(body, size);
      case CHANNELS -> allowed.sound(whole(body, size), 0);
      case RATE -> allowed.sound(0, real(body, size));
      case ATTACHMENTS -> attachments(size);
      default -> {
        // Clusters and all that only FFmpeg has to know.
      }
    }
  }

  private void type(long body, long size) throws IOException {
    String type =
        StandardCharsets.US_ASCII.decode(in.read(body, (int) Math.min(size, 16))).toString();
    if (!type.startsWith("matroska") && !type.startsWith("webm")) {
      throw Refusal.of(
          "The file is neither Matroska nor WebM, though it begins like them: save it as MP4");
    }
  }

  private static void attachments(long size) {
    if (size > MOST_ATTACHED) {
      throw Refusal.of(
          "The file has %d MB of attachments: save it with picture and sound only", size >> 20);
    }
  }

  private long whole(long body, long size) throws IOException {
    if (size > 8) {
      throw Refusal.broken("a number at byte %d has %d bytes".formatted(body, size));
    }
    ByteBuffer bytes = in.read(body, (int) size);
    long value = 0;
    while (bytes.hasRemaining()) {
      value = value << 8 | bytes.get() & 0xff;
    }
    return value;
  }

  private double real(long body, long size) throws IOException {
    long bits = whole(body, size);
    return size == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
  }

  private static int number(byte[] id) {
    int value = 0;
    for (byte part : id) {
      value = value << 8 | part & 0xff;
    }
    return value;
  }
}
