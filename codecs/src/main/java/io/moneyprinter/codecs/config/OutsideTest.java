package io.moneyprinter.codecs.config;

import java.util.Objects;

/**
 * What came of trying a connection.
 *
 * @param detail a sentence; never with a key in it
 * @param millis how long the answer took
 */
public record OutsideTest(Outcome outcome, String detail, long millis) {
  /** How it went. */
  public enum Outcome {
    /** It answers, and takes the key. */
    WORKS,
    /** Something has to be set first. */
    NOT_SET,
    /** It does not take the key, or one of several. */
    KEY_REFUSED,
    /** It knows the key, whose allowance is used up or which asks too often. */
    LIMIT,
    /** Nothing answers there, or not in time, or with trouble of its own. */
    NOT_REACHABLE,
    /** Something answers that is not this service, or does not know the question. */
    UNEXPECTED
  }

  public OutsideTest {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(detail, "detail");
  }
}
