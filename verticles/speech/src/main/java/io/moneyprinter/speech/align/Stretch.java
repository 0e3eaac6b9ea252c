package io.moneyprinter.speech.align;

/**
 * A part of a recording.
 *
 * @param start seconds
 * @param end seconds, not before {@code start}
 */
record Stretch(double start, double end) {
  double seconds() {
    return end - start;
  }

  boolean within(double from, double to) {
    return start > from && end < to;
  }
}
