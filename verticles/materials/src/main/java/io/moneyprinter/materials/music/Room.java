package io.moneyprinter.materials.music;

/**
 * A hall: eight delays that feed one another through a Householder matrix (Jot and Chaigne,
 * "Digital delay networks for designing artificial reverberators", 1991), each losing its high
 * parts faster than its low ones.
 */
final class Room {
  /** Prime lengths, 26 to 73 ms, so that no two echoes fall together. */
  private static final int[] LENGTHS = {1249, 1493, 1741, 2039, 2357, 2699, 3083, 3491};

  private static final int LINES = LENGTHS.length;

  private final float[][] lines = new float[LINES][];
  private final int[] at = new int[LINES];
  private final float[] loss = new float[LINES];
  private final float[] dull = new float[LINES];
  private final float[] heard = new float[LINES];
  private final float k = Sound.lowPass(4_200);

  /**
   * @param seconds how long until it has lost 60 dB
   */
  Room(double seconds) {
    for (int i = 0; i < LINES; i++) {
      lines[i] = new float[LENGTHS[i]];
      loss[i] = (float) Math.pow(0.001, LENGTHS[i] / (seconds * Sound.RATE));
    }
  }

  void render(Mix mix, int frames) {
    for (int f = 0; f < frames; f++) {
      float sum = 0;
      for (int i = 0; i < LINES; i++) {
        dull[i] += k * (lines[i][at[i]] - dull[i]);
        heard[i] = dull[i];
        sum += heard[i];
      }
      float back = sum * 2 / LINES;
      for (int i = 0; i < LINES; i++) {
        float in = (i & 1) == 0 ? mix.room.left[f] : mix.room.right[f];
        lines[i][at[i]] = loss[i] * (heard[i] - back) + ((i & 2) == 0 ? in : -in) * 0.5f;
        at[i] = at[i] + 1 == LENGTHS[i] ? 0 : at[i] + 1;
      }
      mix.dry.left[f] += 0.5f * (heard[0] + heard[2] - heard[5] + heard[6]);
      mix.dry.right[f] += 0.5f * (heard[1] + heard[3] - heard[4] + heard[7]);
    }
  }
}
