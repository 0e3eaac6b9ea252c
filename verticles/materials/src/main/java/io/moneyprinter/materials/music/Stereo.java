package io.moneyprinter.materials.music;

import java.util.Arrays;

/** A stretch of sound for two ears. */
final class Stereo {
  final float[] left;
  final float[] right;

  Stereo(int frames) {
    left = new float[frames];
    right = new float[frames];
  }

  void clear(int frames) {
    Arrays.fill(left, 0, frames, 0);
    Arrays.fill(right, 0, frames, 0);
  }
}
