package io.moneyprinter.materials.folder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of files that are taken, told by a file's first bytes, not its name. */
public enum MediaType {
  JPEG("image/jpeg", ".jpg", "jpg jpeg jpe jfif"),
  PNG("image/png", ".png", "png"),
  WEBP("image/webp", ".webp", "webp"),
  MP4("video/mp4", ".mp4", "mp4 m4v"),
  QUICKTIME("video/quicktime", ".mov", "mov qt"),
  WEBM("video/webm", ".webm", "webm"),
  MATROSKA("video/x-matroska", ".mkv", "mkv"),
  WAV("audio/wav", ".wav", "wav"),
  MP3("audio/mpeg", ".mp3", "mp3"),
  M4A("audio/mp4", ".m4a", "m4a"),
  OGG("audio/ogg", ".ogg", "ogg oga opus"),
  FLAC("audio/flac", ".flac", "flac"),
  /** A colour look-up table, which is text. */
  CUBE("application/x-cube", ".cube", "cube");

  /** How many bytes {@link #of} wants to see. */
  public static final int HEAD = 4096;

  /** What says in a table, at the beginning of a line, how large it is. */
  private static final Pattern TABLE = Pattern.compile("(?m)^\\s*LUT_[13]D_SIZE\\s+\\d");

  private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ");

  /**
   * Brands of the ISO base media family (ISO/IEC 14496-12) that are not clips but pictures that
   * FFmpeg may not know.
   */
  private static final Set<String> OTHER_BRANDS =
      Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis");

  private final String mediaType;
  private final String suffix;
  private final Set<String> extensions;

  MediaType(String mediaType, String suffix, String extensions) {
    this.mediaType = mediaType;
    this.suffix = suffix;
    this.extensions = Set.of(extensions.split(" "));
  }

  /** The registered media type (IANA), such as {@code video/mp4}. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it can be a picture or a clip. */
  public boolean shown() {
    return this == OGG || mediaType.startsWith("image/") || mediaType.startsWith("video/");
  }

  /** Ending for the stored copy while it is written. */
  public String suffix() {
    return suffix;
  }

  /** Whether a file's name promises something that is taken. */
  public static boolean promisedBy(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).anyMatch(type -> type.extensions.contains(extension));
  }

  /** What the beginning of a file says it is; empty for everything that is not taken. */
  public static Optional<MediaType> of(byte[] head) {
    if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (starts(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(PNG);
    }
    if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    if (starts(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
      return Optional.of(
          text(head, 0, Math.min(head.length, 64)).contains("webm") ? WEBM : MATROSKA);
    }
    return sound(head)
        .or(() -> quickTimeFamily(head))
        .or(() -> table(head) ? Optional.of(CUBE) : Optional.empty());
  }

  private static Optional<MediaType> sound(byte[] head) {
    if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'A', 'V', 'E')) {
      return Optional.of(WAV);
    }
    if (starts(head, 0, 'O', 'g', 'g', 'S')) {
      return Optional.of(OGG);
    }
    if (starts(head, 0, 'f', 'L', 'a', 'C')) {
      return Optional.of(FLAC);
    }
    return starts(head, 0, 'I', 'D', '3') || mpegAudio(head) ? Optional.of(MP3) : Optional.empty();
  }

  /** The first frame of a layer III stream without a tag (ISO/IEC 11172-3, 2.4.1.3). */
  private static boolean mpegAudio(byte[] head) {
    return head.length > 3
        && (head[0] & 0xFF) == 0xFF
        && (head[1] & 0xE6) == 0xE2
        && (head[1] & 0x18) != 0x08
        && (head[2] & 0xF0) != 0xF0
        && (head[2] & 0x0C) != 0x0C;
  }

  private static boolean table(byte[] head) {
    String text = text(head, 0, head.length);
    return text.indexOf('\0') < 0 && TABLE.matcher(text).find();
  }

  private static Optional<MediaType> quickTimeFamily(byte[] head) {
    if (head.length < 12) {
      return Optional.empty();
    }
    String box = text(head, 4, 8);
    if ("ftyp".equals(box)) {
      String brand = text(head, 8, 12);
      if (SOUND_BRANDS.contains(brand)) {
        return Optional.of(M4A);
      }
      return OTHER_BRANDS.contains(brand)
          ? Optional.empty()
          : Optional.of("qt  ".equals(brand) ? QUICKTIME : MP4);
    }
    // Old cameras write QuickTime without a brand.
    return Set.of("moov", "mdat", "wide", "free", "skip", "pnot").contains(box)
        ? Optional.of(QUICKTIME)
        : Optional.empty();
  }

  private static boolean starts(byte[] head, int at, int... bytes) {
    if (head.length < at + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[at + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] head, int from, int to) {
    return new String(head, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
