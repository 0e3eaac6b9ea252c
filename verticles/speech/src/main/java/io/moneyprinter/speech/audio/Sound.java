package io.moneyprinter.speech.audio;

import java.util.Arrays;

/**
 * Mono sound in memory.
 *
 * @param samples amplitudes, full scale being -1 to 1; not copied, and not to be written to
 * @param rate samples a second
 */
public record Sound(float[] samples, int rate) {
  private static final float FULL_SCALE = 32768f;

  /** Reads 16 bit little-endian samples. */
  public static Sound ofPcm16(byte[] bytes, int rate) {
    var samples = new float[bytes.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8) / FULL_SCALE;
    }
    return new Sound(samples, rate);
  }

  public double seconds() {
    return (double) samples.length / rate;
  }

  /** The sample that sounds at a time, within {@code 0..samples.length}. */
  public int sampleAt(double seconds) {
    return (int) Math.max(0, Math.min(samples.length, Math.round(seconds * rate)));
  }

  /** A copy of the samples from {@code from} (inclusive) to {@code to} (exclusive). */
  public Sound slice(int from, int to) {
    return new Sound(Arrays.copyOfRange(samples, from, Math.max(from, to)), rate);
  }

  /** The largest absolute amplitude. */
  public double peak() {
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
