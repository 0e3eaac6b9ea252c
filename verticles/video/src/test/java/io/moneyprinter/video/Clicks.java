package io.moneyprinter.video;

import java.util.Collection;

/**
 * Measures whether a sound clicks at given moments, such as the joins of segments or loops. A click
 * is a bend in the wave that its surroundings do not have: the largest second difference within 3
 * ms of the moment is compared with the largest in the 60 ms on either side.
 */
public final class Clicks {
  /** From here on, a join is heard. Ordinary sound stays below 2. */
  public static final double HEARD = 4;

  private static final int NEAR = Sounds.RATE * 3 / 1000;
  private static final int AROUND = Sounds.RATE * 60 / 1000;

  /** Bends below −80 dB of full scale are not heard whatever surrounds them. */
  private static final double FLOOR = 1e-4;

  private Clicks() {}

  /** The worst of several moments, seconds; 1 is what surrounds it. */
  public static double worst(Decoded sound, Collection<Double> moments) {
    return moments.stream().mapToDouble(moment -> at(sound, moment)).max().orElse(0);
  }

  /** How much rougher the wave is at a moment than around it; 1 is equal. */
  public static double at(Decoded sound, double moment) {
    int at = (int) Math.round(moment * Sounds.RATE);
    return Math.max(at(sound.left(), at), at(sound.right(), at));
  }

  private static double at(float[] wave, int at) {
    double around =
        Math.max(bend(wave, at - AROUND, at - NEAR), bend(wave, at + NEAR, at + AROUND));
    return bend(wave, at - NEAR, at + NEAR) / Math.max(FLOOR, around);
  }

  private static double bend(float[] wave, int from, int to) {
    double largest = 0;
    for (int i = Math.max(1, from); i < Math.min(to, wave.length - 1); i++) {
      largest = Math.max(largest, Math.abs(wave[i - 1] - 2 * wave[i] + wave[i + 1]));
    }
    return largest;
  }
}
