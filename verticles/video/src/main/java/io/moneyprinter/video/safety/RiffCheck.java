package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jcodec.codecs.wav.WavHeader;

/** The chunks of AVI and WAVE files (RIFF). */
final class RiffCheck {
  private static final long UNKNOWN = 0xffff_ffffL;
  private static final int MOST_CHUNKS = 100_000;
  private static final int LEAF = 128;

  /** Lists that are gone into; the frames themselves (movi) are not. */
  private static final Set<String> LISTS = Set.of("hdrl", "strl");

  private final BoundedFile in;
  private final Dimensions allowed;
  private int chunks;
  private int streams;
  private long bytesPerSecond;
  private String handler = "";

  RiffCheck(BoundedFile in, MediaLimits limits) {
    this.in = in;
    this.allowed = new Dimensions(limits);
  }

  void check() throws IOException {
    walk(12, in.size(), 0);
  }

  private void walk(long from, long end, int depth) throws IOException {
    long at = from;
    while (end - at >= 8) {
      if (++chunks > MOST_CHUNKS || depth > 4) {
        throw Refusal.broken("it is cut into too many chunks");
      }
      ByteBuffer head = in.read(at, 12).order(ByteOrder.LITTLE_ENDIAN);
      String type = name(head, 0);
      long size = head.getInt(4) & UNKNOWN;
      long body = at + 8;
      boolean stream = type.equals("data") || type.equals("LIST");
      if (stream && (size == 0 || size == UNKNOWN)) {
        // Written to a pipe, or an RF64 file: the length is not said here.
        return;
      }
      if (size > end - body) {
        throw depth == 0
            ? Refusal.cutOff(type, body + size, end)
            : Refusal.broken("its chunk %s at byte %d is too large".formatted(type, at));
      }
      if (type.equals("LIST") && size >= 4 && LISTS.contains(name(head, 8))) {
        walk(body + 4, body + size, depth + 1);
      } else {
        visit(type, in.read(body, (int) Math.min(size, LEAF)), size);
      }
      at = body + size + (size & 1);
    }
  }

  private void visit(String type, ByteBuffer body, long size) throws IOException {
    body.order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case "fmt " -> sound(body);
      case "data" -> {
        if (bytesPerSecond > 0) {
          allowed.seconds((double) size / bytesPerSecond);
        }
      }
      case "avih" -> {
        double seconds = (body.getInt(0) & UNKNOWN) / 1e6 * (body.getInt(16) & UNKNOWN);
        allowed.seconds(seconds);
        allowed.streams(body.getInt(24) & UNKNOWN);
        allowed.frame(body.getInt(32) & UNKNOWN, body.getInt(36) & UNKNOWN);
      }
      case "strh" -> {
        allowed.streams(++streams);
        handler = name(body, 0);
      }
      case "strf" -> {
        if (handler.equals("vids")) {
          // A height below 0 says that the rows run from top to bottom.
          allowed.frame(body.getInt(4) & UNKNOWN, Math.abs((long) body.getInt(8)));
        } else if (handler.equals("auds")) {
          sound(body);
        }
      }
      default -> {
        // Holds nothing that could be out of bounds by itself.
      }
    }
  }

  private void sound(ByteBuffer body) throws IOException {
    WavHeader.FmtChunk format = WavHeader.FmtChunk.get(body);
    allowed.sound(format.numChannels & 0xffff, format.sampleRate & UNKNOWN);
    bytesPerSecond = format.byteRate & UNKNOWN;
  }

  private static String name(ByteBuffer bytes, int at) {
    return StandardCharsets.ISO_8859_1.decode(bytes.slice(at, 4)).toString();
  }
}
