package io.moneyprinter.materials.music;

/** White noise that is the same on every machine (xorshift64*, Vigna 2016). */
final class Noise {
  private long state;

  Noise(long seed) {
    state = seed == 0 ? 0x9E3779B97F4A7C15L : seed;
  }

  /** Uniform from -1 to 1. */
  float next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return (int) ((state * 0x2545F4914F6CDD1DL) >>> 32) / 2147483648f;
  }
}
