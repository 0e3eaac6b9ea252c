package io.moneyprinter.gateway.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** Several of them, in the order they were asked for; no two have a byte in common. */
  record Parts(List<Part> parts) implements ByteRange {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** Nothing of what was asked for is there. */
  record Outside() implements ByteRange {}

  /** One range, open at either side. */
  Pattern FORM = Pattern.compile("\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /** More parts than this are nothing a player asks for (RFC 9110 §14.2, §17.15). */
  int MOST_PARTS = 16;

  /**
   * What the header asks for. One that is wrong counts as none; so does one that asks for many
   * parts, or for bytes twice, which would only cost.
   *
   * @param header the {@code Range} header; {@code null} when absent
   * @param size bytes of the file
   */
  static ByteRange of(String header, long size) {
    if (header == null || !header.startsWith("bytes=")) {
      return new Whole();
    }
    String[] wanted = header.substring("bytes=".length()).split(",", -1);
    List<Part> found = new ArrayList<>();
    for (String one : wanted) {
      Matcher m = FORM.matcher(one);
      if (wanted.length > MOST_PARTS || !m.matches() || !valid(m.group(1), m.group(2))) {
        return new Whole();
      }
      part(m.group(1), m.group(2), size).ifPresent(found::add);
    }
    return switch (found.size()) {
      case 0 -> new Outside();
      case 1 -> found.get(0);
      default -> overlap(found) ? new Whole() : new Parts(found);
    };
  }

  private static boolean valid(String from, String to) {
    boolean open = from.isEmpty() || to.isEmpty();
    return open ? !(from + to).isEmpty() : Long.parseLong(from) <= Long.parseLong(to);
  }

  private static Optional<Part> part(String from, String to, long size) {
    if (from.isEmpty()) {
      long last = Math.min(Long.parseLong(to), size);
      return last == 0 ? Optional.empty() : Optional.of(new Part(size - last, size - 1));
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
    return first >= size ? Optional.empty() : Optional.of(new Part(first, last));
  }

  private static boolean overlap(List<Part> parts) {
    List<Part> sorted = parts.stream().sorted(Comparator.comparingLong(Part::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from() <= sorted.get(i - 1).to()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the file's first byte is among those wanted. */
  default boolean fromBeginning() {
    if (this instanceof Part part) {
      return part.from() == 0;
    }
    if (this instanceof Parts several) {
      return several.parts().stream().anyMatch(Part::fromBeginning);
    }
    return this instanceof Whole;
  }
}
