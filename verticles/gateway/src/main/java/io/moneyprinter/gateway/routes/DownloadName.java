package io.moneyprinter.gateway.routes;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name a downloaded file gets: the video's title, in any script (RFC 6266, RFC 8187). */
final class DownloadName {
  private static final int MAX_LENGTH = 80;
  private static final int MAX_BYTES = 200;
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\\\/:*?\"<>|]+");

  /** Names that are devices on Windows, with any ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");
  private static final Pattern NOT_ASCII = Pattern.compile("[^A-Za-z0-9._ -]+");
  private static final String PLAIN_IN_8187 = "!#$&+-.^_`|~";

  private DownloadName() {}

  static String parameters(String title, FileType type) {
    return parameters(title, type.saved(), type.fileName());
  }

  /** Of a name that has its ending already. */
  static String parameters(String fileName) {
    Matcher found = ENDING.matcher(fileName);
    boolean ended = found.find() && found.start() > 0;
    String ending = ended ? found.group() : "";
    String stem = ended ? fileName.substring(0, found.start()) : fileName;
    return parameters(stem, ending, "file" + ending);
  }

  /**
   * @param ending such as {@code .mp4}
   * @param plain what it is called where the title has no letters of ASCII
   */
  static String parameters(String title, String ending, String plain) {
    String name = stem(title) + ending;
    return "; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(name, plain), encoded(name));
  }

  /** The name as it is, fit for any file system. */
  static String of(String title, String ending) {
    return stem(title) + ending;
  }

  private static String stem(String title) {
    String clean = UNFIT.matcher(title).replaceAll(" ").strip().replaceAll("\\s+", " ");
    int length = Math.min(MAX_LENGTH, clean.codePointCount(0, clean.length()));
    while (clean
            .substring(0, clean.offsetByCodePoints(0, length))
            .getBytes(StandardCharsets.UTF_8)
            .length
        > MAX_BYTES) {
      length--;
    }
    String cut =
        clean.substring(0, clean.offsetByCodePoints(0, length)).replaceAll("^\\.+|[. ]+$", "");
    String name = cut.isBlank() ? "video" : cut.strip();
    return DEVICE.matcher(name).matches() ? "_" + name : name;
  }

  private static String ascii(String name, String otherwise) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String kept = NOT_ASCII.matcher(plain).replaceAll("").strip();
    return kept.isEmpty() || kept.startsWith(".") ? otherwise : kept;
  }

  private static String encoded(String name) {
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN_IN_8187.indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }
}
