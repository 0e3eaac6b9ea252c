package io.moneyprinter.launcher.doctor;

/**
 * One thing that was looked at.
 *
 * @param detail what was found
 * @param remedy what to do about it; "" when nothing has to be done
 */
public record Check(String name, Outcome outcome, String detail, String remedy) {
  /** How it is. */
  public enum Outcome {
    /** As it should be. */
    GOOD,
    /** Works, but something is missing that some may want. */
    NOTE,
    /** Keeps a video from being made. */
    BAD
  }

  static Check good(String name, String detail) {
    return new Check(name, Outcome.GOOD, detail, "");
  }

  static Check note(String name, String detail, String remedy) {
    return new Check(name, Outcome.NOTE, detail, remedy);
  }

  static Check bad(String name, String detail, String remedy) {
    return new Check(name, Outcome.BAD, detail, remedy);
  }
}
