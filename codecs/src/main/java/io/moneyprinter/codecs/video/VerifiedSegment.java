package io.moneyprinter.codecs.video;

import java.util.List;

/**
 * What came of rendering a segment once more.
 *
 * @param expected SHA-256 of the file that the receipt names, hex
 * @param actual SHA-256 of what came out now, hex
 * @param differences what is otherwise on this node than it was, for people
 */
public record VerifiedSegment(int index, String expected, String actual, List<String> differences) {
  public VerifiedSegment {
    differences = differences == null ? List.of() : List.copyOf(differences);
  }

  /** Whether the bytes are the same. */
  public boolean same() {
    return expected.equals(actual);
  }
}
