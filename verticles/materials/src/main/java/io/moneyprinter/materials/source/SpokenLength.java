package io.moneyprinter.materials.source;

/** How long a text takes to be spoken, before anybody has spoken it. Pure. */
public final class SpokenLength {
  /** Rates of 4.7 to 8 syllables a second are usual (Pellegrino et al., Language 87, 2011). */
  private static final double CHARACTER = 1 / 13.0;

  /** One ideograph is one syllable, or nearly two. */
  private static final double IDEOGRAPH = 1 / 4.0;

  /** Pauses before and after, and the blends into the neighbours. */
  private static final double MARGIN = 2;

  private SpokenLength() {}

  /** Seconds, rather too many than too few. */
  public static double seconds(String text) {
    long ideographs = text.codePoints().filter(Character::isIdeographic).count();
    return MARGIN + ideographs * IDEOGRAPH + (text.length() - ideographs) * CHARACTER;
  }
}
