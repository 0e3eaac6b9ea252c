package io.moneyprinter.video.frames;

import java.util.SplittableRandom;

/**
 * A fine noise laid under every smooth colour before it is rounded, which keeps slow gradients free
 * of bands. Triangular in distribution, one level to each side, so that its strength does not
 * depend on the colour (Lipshitz, Wannamaker, Vanderkooy 1992). Static: it costs the encoder least.
 */
final class Grain {
  static final int SIDE = 128;
  static final int MASK = SIDE - 1;

  /** To be added to a colour in 256ths of a level before it is cut to whole levels. */
  private static final short[] NOISE = noise();

  private Grain() {}

  private static short[] noise() {
    SplittableRandom random = new SplittableRandom(0x6772_6169_6eL);
    short[] noise = new short[SIDE * SIDE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextInt(256) + random.nextInt(256) - 128);
    }
    return noise;
  }

  static int at(int x, int y) {
    return NOISE[(y & MASK) << 7 | x & MASK];
  }
}
