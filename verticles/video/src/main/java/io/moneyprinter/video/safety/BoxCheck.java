package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jcodec.containers.mp4.boxes.AliasBox;
import org.jcodec.containers.mp4.boxes.FullBox;
import org.jcodec.containers.mp4.boxes.HandlerBox;
import org.jcodec.containers.mp4.boxes.Header;
import org.jcodec.containers.mp4.boxes.MovieHeaderBox;
import org.jcodec.containers.mp4.boxes.TrackHeaderBox;
import org.jcodec.containers.mp4.boxes.UrlBox;

/** The boxes of MP4 and MOV files (ISO 14496-12; QuickTime File Format). */
final class BoxCheck {
  private static final int DEEPEST = 12;
  private static final int MOST_BOXES = 500_000;
  private static final int LEAF = 4_096;
  private static final long UNKNOWN = 0xffff_ffffL;
  private static final Set<String> NODES =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "dinf", "moof", "traf");

  /** Sounds packed before 2000 give a size of 1 to what is part of a byte. */
  private static final int PACKING = 64;

  private final BoundedFile in;
  private final Dimensions allowed;
  private final boolean beginning;
  private int boxes;
  private int tracks;
  private boolean index;
  private String handler = "";

  /** A {@code beginning} may end within its media, behind its index. */
  BoxCheck(BoundedFile in, MediaLimits limits, boolean beginning) {
    this.in = in;
    this.beginning = beginning;
    this.allowed = new Dimensions(limits);
  }

  void check() throws IOException {
    walk(0, in.size(), 0, "file");
    if (!index) {
      throw Refusal.of(
          "The file has no index (box moov): its recording or download was cut off. Copy or"
              + " download it again, or repair it with the program that recorded it");
    }
  }

  private void walk(long from, long end, int depth, String parent) throws IOException {
    if (depth > DEEPEST) {
      throw Refusal.broken("its boxes lie more than %d deep in each other".formatted(DEEPEST));
    }
    long at = from;
    while (end - at >= 8) {
      if (++boxes > MOST_BOXES) {
        throw Refusal.broken("it has more than %d boxes".formatted(MOST_BOXES));
      }
      ByteBuffer head = in.read(at, 16);
      String type = StandardCharsets.ISO_8859_1.decode(head.slice(4, 4)).toString();
      if (head.getInt(0) == 0) {
        // In the file: it goes to the end. In a box: QuickTime's sign that no more comes.
        index |= depth == 0 && contents(type);
        return;
      }
      if (depth == 0 && index && !type.chars().allMatch(c -> c >= ' ' && c < 127)) {
        // What some programs leave behind the last box.
        return;
      }
      // JCodec takes no smaller size than that of the head itself.
      boolean sized = (head.getInt(0) & UNKNOWN) >= 8 || head.getInt(0) == 1;
      Header header = sized ? Header.read(head) : null;
      long size = header == null ? -1 : header.getSize();
      if (header == null || size < header.headerSize()) {
        throw Refusal.broken("its box %s at byte %d gives no true size".formatted(type, at));
      }
      if (size > end - at) {
        if (beginning && depth == 0 && index && type.equals("mdat")) {
          return;
        }
        throw depth == 0
            ? Refusal.cutOff(type, at + size < 0 ? Long.MAX_VALUE : at + size, end)
            : Refusal.broken(
                "its box %s at byte %d is larger than %s, which it lies in"
                    .formatted(type, at, parent));
      }
      visit(header, at + header.headerSize(), at + size, depth, parent);
      at += size;
    }
  }

  private static boolean contents(String type) {
    return type.equals("moov") || type.equals("moof") || type.equals("meta");
  }

  private void visit(Header header, long from, long end, int depth, String parent)
      throws IOException {
    String type = header.getFourcc();
    index |= depth == 0 && contents(type);
    if (type.equals("trak")) {
      allowed.streams(++tracks);
      handler = "";
    }
    if (NODES.contains(type)) {
      walk(from, end, depth + 1, type);
      return;
    }
    ByteBuffer body = in.read(from, (int) Math.min(LEAF, end - from));
    switch (type) {
      case "mvhd" -> length(header, body);
      case "tkhd" -> {
        TrackHeaderBox track = new TrackHeaderBox(header);
        track.parse(body);
        allowed.frame((long) track.getWidth(), (long) track.getHeight());
      }
      case "hdlr" -> {
        HandlerBox box = new HandlerBox(header);
        box.parse(body);
        handler = parent.equals("mdia") ? box.getComponentSubType() : handler;
      }
      case "stsd" -> description(body);
      case "stsz" -> samples(body, end - from);
      case "dref" -> references(from, end);
      case "rmra" -> throw external("other films");
      default -> {
        // Holds nothing that could be out of bounds by itself.
      }
    }
  }

  private void length(Header header, ByteBuffer body) {
    MovieHeaderBox movie = new MovieHeaderBox(header);
    movie.parse(body);
    boolean known = movie.getDuration() != UNKNOWN && movie.getDuration() != -1;
    if (known && movie.getDuration() < 0) {
      throw Refusal.broken("it says that it plays for a time below 0");
    }
    if (known && movie.getTimescale() > 0) {
      allowed.seconds((double) movie.getDuration() / movie.getTimescale());
    }
  }

  /** The first entry tells the size of the pictures (8.5.2 and 12.1.3). */
  private void description(ByteBuffer body) {
    if (handler.equals("vide") && body.limit() >= 8 + 36) {
      allowed.frame(body.getShort(8 + 32) & 0xffff, body.getShort(8 + 34) & 0xffff);
    }
  }

  /** How many samples there are must fit what is there (8.7.3). */
  private void samples(ByteBuffer body, long size) {
    long each = body.getInt(4) & UNKNOWN;
    long count = body.getInt(8) & UNKNOWN;
    boolean fits =
        each == 0
            ? count <= (size - 12) / 4
            : count <= in.size() / each * PACKING || handler.equals("tmcd");
    if (!fits) {
      throw Refusal.broken("it says that it has %d samples, which it cannot hold".formatted(count));
    }
  }

  /** Where the samples are: in this file, or named (8.7.2). */
  private void references(long from, long end) throws IOException {
    long at = from + 8;
    while (end - at >= 12) {
      ByteBuffer head = in.read(at, (int) Math.min(LEAF, end - at));
      Header header = (head.getInt(0) & UNKNOWN) < 12 ? null : Header.read(head);
      if (header == null || header.getSize() < 12 || header.getSize() > end - at) {
        throw Refusal.broken("its references to data give no true size");
      }
      boolean here = (head.getInt((int) header.headerSize()) & 1) == 1;
      if (!here) {
        throw external(named(header, head));
      }
      at += header.getSize();
    }
  }

  private static String named(Header header, ByteBuffer body) {
    FullBox box = header.getFourcc().equals("alis") ? new AliasBox(header) : new UrlBox(header);
    try {
      box.parse(body);
    } catch (RuntimeException e) {
      // Whatever form the name has: the data is not in this file.
      return "another file";
    }
    String name = box instanceof AliasBox alias ? alias.getFileName() : ((UrlBox) box).getUrl();
    return name == null || name.isBlank() ? "another file" : "'" + Refusal.printable(name) + "'";
  }

  private static RuntimeException external(String where) {
    return Refusal.of(
        "The file does not hold its pictures or sound itself but refers to %s: save it as a"
            + " self-contained film",
        where);
  }
}
