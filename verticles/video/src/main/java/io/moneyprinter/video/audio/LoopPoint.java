package io.moneyprinter.video.audio;

/**
 * Where a piece of music goes back to, in frames of a {@link PcmTrack}. Heard are the frames up to
 * {@code start + period}; there the piece goes over, within {@code fade} frames, to what follows
 * {@code start}.
 *
 * @param kind what was found there
 * @param start where it goes back to
 * @param period frames from one round to the next
 * @param fade frames in which both are heard; 0 for none
 * @param likeness correlation of the two while both are heard, 0 to 1
 */
record LoopPoint(Kind kind, long start, long period, int fade, double likeness) {
  /** What makes a place fit. */
  enum Kind {
    /** The end goes over into the beginning by itself. */
    SEAMLESS,
    /** Nothing is heard. */
    SILENCE,
    /** What is heard near the end was heard near the beginning. */
    LIKENESS
  }

  /**
   * Factor of the round that comes in.
   *
   * @param part of the fade that is over, 0 to 1
   */
  double in(double part) {
    return Math.sin(Math.PI / 2 * part) / together(part);
  }

  /** Factor of the round that goes out. */
  double out(double part) {
    return Math.cos(Math.PI / 2 * part) / together(part);
  }

  /**
   * What sine and cosine add up to, by power: 1 for two sounds with nothing in common, up to √2 for
   * equal ones. Without it, the join of equal bars would swell by 3 dB.
   */
  private double together(double part) {
    return Math.sqrt(1 + likeness * Math.sin(Math.PI * part));
  }
}
