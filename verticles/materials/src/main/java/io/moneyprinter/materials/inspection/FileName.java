package io.moneyprinter.materials.inspection;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a name from outside is a plain file name. Nothing is ever stored under such a name;
 * it is refused all the same when it tries to be a path in any spelling, because whoever sends that
 * is up to something, and because the name is handed out again with the file.
 */
public final class FileName {
  private static final int LONGEST = 255;

  /** How often a name may be percent-encoded over and over; more is no name. */
  private static final int UNWRAPPINGS = 4;

  private static final Pattern PERCENT = Pattern.compile("%(?:u([0-9A-Fa-f]{4})|([0-9A-Fa-f]{2}))");

  /** Microsoft, "Naming Files, Paths, and Namespaces". */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9¹²³])([.:].*)?");

  /** Characters that look like, or are folded by some programs into, a separator or a dot. */
  private static final Set<Integer> SLASHES =
      Set.of((int) '/', (int) '\\', 0x2044, 0x2215, 0x2216, 0x29F5, 0x29F8, 0x29F9, 0xFF0F, 0xFF3C);

  private static final Pattern DOTS = Pattern.compile("[.\\u2024\\u3002\\uFF0E\\uFF61\\uFE52]");

  private FileName() {}

  /**
   * The name in composed form (NFC).
   *
   * @param pointer where the name stands in the request
   * @throws ServiceFailure INVALID with what is wrong
   */
  public static String plain(String pointer, String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (composed.isBlank()) {
      throw wrong(pointer, "is empty");
    }
    if (composed.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw wrong(pointer, "is longer than " + LONGEST + " bytes");
    }
    String seen = composed;
    for (int i = 0; i < UNWRAPPINGS; i++) {
      check(pointer, seen);
      String unwrapped = unwrapped(pointer, seen);
      if (unwrapped.equals(seen)) {
        return composed;
      }
      seen = unwrapped;
    }
    throw wrong(pointer, "is percent-encoded over and over");
  }

  private static void check(String pointer, String name) {
    if (name.codePoints().anyMatch(SLASHES::contains)) {
      throw wrong(pointer, "holds a slash or backslash, and folders are not taken");
    }
    if (name.codePoints().anyMatch(FileName::invisible)) {
      throw wrong(pointer, "holds a control character");
    }
    String folded = DOTS.matcher(name.strip()).replaceAll(".");
    if (folded.matches("\\.+") || folded.startsWith("../") || folded.startsWith("~")) {
      throw wrong(pointer, "is a way to a folder");
    }
    if (folded.indexOf(':') >= 0) {
      throw wrong(pointer, "holds a colon, which names a drive or a hidden stream on Windows");
    }
    if (folded.endsWith(".") || !name.equals(name.strip())) {
      throw wrong(pointer, "begins or ends with a blank, or ends with a dot");
    }
    if (DEVICE.matcher(folded).matches()) {
      throw wrong(pointer, "is a device on Windows");
    }
  }

  /** Control, formatting (which turns names round), private and unpaired characters. */
  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // Emoji are joined by U+200D.
      case Character.FORMAT -> c != 0x200D;
      default -> c == 0xFFFD;
    };
  }

  /** Takes one layer of percent-encoding off; bytes that are no UTF-8 are no name. */
  private static String unwrapped(String pointer, String name) {
    Matcher escapes = PERCENT.matcher(name);
    if (!escapes.find()) {
      return name;
    }
    ByteBuffer bytes = ByteBuffer.allocate(name.length() * 4);
    int at = 0;
    do {
      bytes.put(name.substring(at, escapes.start()).getBytes(StandardCharsets.UTF_8));
      if (escapes.group(1) == null) {
        bytes.put((byte) Integer.parseInt(escapes.group(2), 16));
      } else {
        String unit = String.valueOf((char) Integer.parseInt(escapes.group(1), 16));
        bytes.put(unit.getBytes(StandardCharsets.UTF_8));
      }
      at = escapes.end();
    } while (escapes.find());
    bytes.put(name.substring(at).getBytes(StandardCharsets.UTF_8));
    try {
      // The decoder refuses overlong forms, such as C0 AF for a slash (RFC 3629, section 3).
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw wrong(pointer, "is percent-encoded, and not as UTF-8");
    }
  }

  private static ServiceFailure wrong(String pointer, String what) {
    return ServiceFailure.invalid(
        pointer, "The file name " + what + ": send the bare name of the file, such as beach.mp4");
  }
}
