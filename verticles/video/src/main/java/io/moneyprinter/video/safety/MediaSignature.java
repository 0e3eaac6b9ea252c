package io.moneyprinter.video.safety;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, whatever its name says. */
enum MediaSignature {
  ISO_MEDIA,
  MATROSKA,
  AVI,
  WAVE,
  TRANSPORT_STREAM,
  PNG,
  JPEG,
  GIF,
  BMP,
  WEBP,
  TIFF,
  TEXT,
  /** Anything else; what it is has to be found by FFmpeg. */
  OTHER;

  /** Bytes of the beginning that are looked at. */
  static final int HEAD = 1_024;

  private static final Set<String> BOXES =
      Set.of("ftyp", "styp", "moov", "moof", "mdat", "free", "skip", "wide", "pnot", "sidx");
  private static final int SYNC = 0x47;
  private static final int[] PACKETS = {188, 192, 204};

  static MediaSignature of(ByteBuffer head) {
    String text = text(head);
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return GIF;
    }
    if (text.startsWith("\u001a\u0045\u00df\u00a3")) {
      return MATROSKA;
    }
    if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
      return TIFF;
    }
    if (text.length() > 12 && (text.startsWith("RIFF") || text.startsWith("RF64"))) {
      return riff(text.substring(8, 12));
    }
    if (text.length() > 8 && BOXES.contains(text.substring(4, 8))) {
      return ISO_MEDIA;
    }
    if (text.length() > 26 && text.startsWith("BM") && text.substring(15, 18).equals("\0\0\0")) {
      return BMP;
    }
    return packetSize(head) > 0 ? TRANSPORT_STREAM : letters(head) ? TEXT : OTHER;
  }

  private static MediaSignature riff(String form) {
    return switch (form) {
      case "AVI " -> AVI;
      case "WAVE" -> WAVE;
      case "WEBP" -> WEBP;
      default -> OTHER;
    };
  }

  /** Bytes of a packet of an MPEG transport stream (ISO 13818-1; 192 is that of BDAV), or 0. */
  static int packetSize(ByteBuffer head) {
    for (int size : PACKETS) {
      int first = size == 192 ? 4 : 0;
      int last = first + 2 * size;
      if (head.limit() > last
          && (head.get(first) & 0xff) == SYNC
          && (head.get(first + size) & 0xff) == SYNC
          && (head.get(last) & 0xff) == SYNC) {
        return size;
      }
    }
    return 0;
  }

  /** Says what kind of text it is, for a refusal. */
  static String kindOfText(ByteBuffer head) {
    String text = text(head).replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("#extm3u") || text.startsWith("ffconcat") || text.startsWith("[playlist")) {
      return "a play list, which only names other files";
    }
    if (text.startsWith("<")) {
      return text.contains("<svg") ? "an SVG drawing" : "a web page or other XML";
    }
    return "a text";
  }

  /** No medium begins with that many letters and not one other byte. */
  private static boolean letters(ByteBuffer head) {
    for (int i = 0; i < head.limit(); i++) {
      int letter = head.get(i) & 0xff;
      if (letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r') {
        return false;
      }
    }
    return head.limit() > 0;
  }

  private static String text(ByteBuffer head) {
    return StandardCharsets.ISO_8859_1.decode(head.duplicate().rewind()).toString();
  }
}
