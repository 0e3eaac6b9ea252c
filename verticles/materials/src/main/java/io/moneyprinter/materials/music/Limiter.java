package io.moneyprinter.materials.music;

/**
 * Lets nothing rise above a ceiling: it looks five milliseconds ahead, turns down in time and turns
 * up again slowly. Quiet sound passes unchanged but for the delay.
 */
final class Limiter {
  private static final int AHEAD = Sound.RATE / 200;

  private final float ceiling;
  private final float release = Sound.lowPass(1.2);
  private final float[] left = new float[AHEAD];
  private final float[] right = new float[AHEAD];
  private final float[] wanted = new float[AHEAD];
  private final float[] smoothed = new float[AHEAD];
  private double smoothSum = AHEAD;
  private float held = 1;
  private int at;

  Limiter(float ceiling) {
    this.ceiling = ceiling;
    java.util.Arrays.fill(wanted, 1);
    java.util.Arrays.fill(smoothed, 1);
  }

  /** Frames by which the output is later than the input. */
  int delay() {
    return AHEAD;
  }

  void render(Stereo sound, int frames) {
    for (int i = 0; i < frames; i++) {
      float peak = Math.max(Math.abs(sound.left[i]), Math.abs(sound.right[i]));
      wanted[at] = peak > ceiling ? ceiling / peak : 1;
      held = Math.min(least(), held + release * (1 - held));
      // The mean of the held minimum over the look-ahead has arrived at the peak's gain when the
      // peak itself comes out, and has no corner.
      smoothSum += held - smoothed[at];
      smoothed[at] = held;
      float gain = (float) (smoothSum / AHEAD);
      float outLeft = left[at];
      float outRight = right[at];
      left[at] = sound.left[i];
      right[at] = sound.right[i];
      sound.left[i] = clipped(outLeft * gain);
      sound.right[i] = clipped(outRight * gain);
      at = at + 1 == AHEAD ? 0 : at + 1;
    }
  }

  private int leastAt = -1;

  /** The least gain wanted within the look-ahead; searched again only when the last one leaves. */
  private float least() {
    if (leastAt < 0 || leastAt == at) {
      leastAt = at;
      for (int i = 0; i < AHEAD; i++) {
        if (wanted[i] < wanted[leastAt]) {
          leastAt = i;
        }
      }
    } else if (wanted[at] <= wanted[leastAt]) {
      leastAt = at;
    }
    return wanted[leastAt];
  }

  private float clipped(float sample) {
    return Math.max(-ceiling, Math.min(ceiling, sample));
  }
}
