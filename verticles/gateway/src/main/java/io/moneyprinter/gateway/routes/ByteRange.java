package io.moneyprinter.gateway.routes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a file a request wants (RFC 9110 §14). */
sealed interface ByteRange {
  /** All of it. */
  record Whole() implements ByteRange {}

  /**
   * @param from first byte
   * @param to last byte, inclusive
   */
  record Part(long from, long to) implements ByteRange {
    long length() {
      return to - from + 1;
    }
  }

  /** Nothing of what was asked for is there. */
  record Outside() implements ByteRange {}

  /** One range, open at either side; several at once may be answered with the whole, and are. */
  Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /**
   * @param header the {@code Range} header; {@code null} when absent
   * @param size bytes of the file
   */
  static ByteRange of(String header, long size) {
    Matcher m = header == null ? null : FORM.matcher(header);
    if (m == null || !m.matches() || m.group(1).isEmpty() && m.group(2).isEmpty()) {
      return new Whole();
    }
    if (m.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(m.group(2)), size);
      return last == 0 ? new Outside() : new Part(size - last, size - 1);
    }
    long from = Long.parseLong(m.group(1));
    long to = m.group(2).isEmpty() ? size - 1 : Long.parseLong(m.group(2));
    if (!m.group(2).isEmpty() && to < from) {
      return new Whole(); // not a valid range, so the header does not count
    }
    return from >= size ? new Outside() : new Part(from, Math.min(to, size - 1));
  }
}
