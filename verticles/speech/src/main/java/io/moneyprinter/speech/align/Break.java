package io.moneyprinter.speech.align;

import java.util.regex.Pattern;

/** How a text goes on after a word. */
enum Break {
  /** With the next word. */
  NONE(1, 0),
  /** After a comma or its like; a voice may pause, or not. */
  CLAUSE(1.45, 0.6),
  /** After the end of a sentence; a voice all but always pauses. */
  SENTENCE(1.45, 3.5);

  private static final String CLOSING = "[\"'\u201d\u2019\u00bb\u300d\u300f)\\]\uff09]*$";
  private static final Pattern STOP =
      Pattern.compile("[.!?\u2026\u3002\uff01\uff1f\uff61\u0964\u061f\u06d4\u1362]" + CLOSING);
  private static final Pattern COMMA =
      Pattern.compile("[,;:\u2013\u2014\u3001\uff0c\uff1b\uff1a\u060c\u061b]" + CLOSING);

  private final double lengthening;
  private final double unpaused;

  Break(double lengthening, double unpaused) {
    this.lengthening = lengthening;
    this.unpaused = unpaused;
  }

  /** How much longer the word before is said. */
  double lengthening() {
    return lengthening;
  }

  /** What it costs a story of the recording that no pause is here. */
  double unpaused() {
    return unpaused;
  }

  /**
   * @param written a word with its punctuation
   */
  static Break after(String written) {
    if (STOP.matcher(written).find()) {
      return SENTENCE;
    }
    return COMMA.matcher(written).find() ? CLAUSE : NONE;
  }
}
