package io.moneyprinter.materials.choice;

/** Derives independent seeds from one (SplitMix64: Steele, Lea and Flood, OOPSLA 2014). */
final class Seeds {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The {@code index}-th seed drawn from {@code seed}. */
  static long derive(long seed, long index) {
    long z = seed + (index + 1) * GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
