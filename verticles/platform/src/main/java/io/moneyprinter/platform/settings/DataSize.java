package io.moneyprinter.platform.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of bytes, written such as {@code 64MB}; units are powers of 1024.
 *
 * @param bytes not negative
 */
public record DataSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\s*(B|KB|MB|GB|TB)?");

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("A size cannot be negative");
    }
  }

  /**
   * Reads {@code 512}, {@code 64KB}, {@code 10 GB}; anything else is an IllegalArgumentException.
   */
  public static DataSize parse(String text) {
    Matcher m = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!m.matches()) {
      throw new IllegalArgumentException("a size such as 64MB");
    }
    String unit = m.group(2) == null ? "B" : m.group(2);
    int power = "BKMGT".indexOf(unit.charAt(0));
    return new DataSize(Long.parseLong(m.group(1)) << (10 * power));
  }

  @Override
  public String toString() {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    int power = 0;
    long left = bytes;
    while (power < 4 && left > 0 && left % 1024 == 0) {
      left /= 1024;
      power++;
    }
    return left + units[power];
  }
}
