package io.moneyprinter.video.audio;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How strongly something new begins, 200 times a second: by how much the compressed magnitudes of
 * the spectrum rise within 15 ms, added up over all frequencies (spectral flux; S. Dixon, "Onset
 * Detection Revisited", DAFx-06). Blocks.
 */
final class Onsets {
  /** Of the sound that is looked at; one channel, 16 bit, little-endian. */
  static final int RATE = 16_000;

  /** Rows a second. */
  static final double ROWS = 200;

  private static final int HOP = 80;
  private static final int SIZE = 512;
  private static final int APART = 3;

  /** What all sounds are brought to, so that loud ones do not begin more often. */
  private static final double LEVEL = 0.1;

  private static final double COMPRESSION = 1_000;

  /** Tells no more. */
  private static final int MOST_SECONDS = 90;

  private final float[] samples;
  private final double[] cosines = new double[SIZE / 2];
  private final double[] sines = new double[SIZE / 2];
  private final double[] window = new double[SIZE];

  private Onsets(float[] samples) {
    this.samples = samples;
    for (int i = 0; i < SIZE; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
    }
    for (int i = 0; i < SIZE / 2; i++) {
      cosines[i] = Math.cos(-2 * Math.PI * i / SIZE);
      sines[i] = Math.sin(-2 * Math.PI * i / SIZE);
    }
  }

  /** Of the beginning of a file of raw samples. */
  static double[] of(Path file) throws IOException {
    int count = (int) Math.min((long) MOST_SECONDS * RATE, Files.size(file) / 2);
    ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.readFully(bytes.array());
    }
    float[] samples = new float[count];
    double power = 1e-12;
    for (int i = 0; i < count; i++) {
      samples[i] = bytes.getShort() / 32768f;
      power += samples[i] * samples[i];
    }
    float gain = (float) (LEVEL / Math.sqrt(power / Math.max(1, count)));
    for (int i = 0; i < count; i++) {
      samples[i] *= gain;
    }
    return new Onsets(samples).flux();
  }

  private double[] flux() {
    double[] flux = new double[Math.max(0, (samples.length - SIZE) / HOP)];
    Deque<double[]> before = new ArrayDeque<>();
    for (int row = 0; row < flux.length; row++) {
      double[] now = magnitudes(row * HOP);
      before.add(now);
      if (before.size() > APART) {
        double[] then = before.remove();
        for (int k = 1; k < now.length; k++) {
          flux[row] += Math.max(0, now[k] - then[k]);
        }
      }
    }
    return flux;
  }

  private double[] magnitudes(int at) {
    double[] real = new double[SIZE];
    double[] imaginary = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      // Bits reversed, as the transform wants them.
      int place = Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(SIZE) + 1);
      real[place] = samples[at + i] * window[i];
    }
    transform(real, imaginary);
    double[] magnitudes = new double[SIZE / 2];
    Arrays.setAll(
        magnitudes, k -> Math.log1p(COMPRESSION * 4 / SIZE * Math.hypot(real[k], imaginary[k])));
    return magnitudes;
  }

  /** Fast Fourier transform, radix 2, in place (Cooley and Tukey 1965). */
  private void transform(double[] real, double[] imaginary) {
    for (int length = 2; length <= SIZE; length *= 2) {
      int step = SIZE / length;
      for (int from = 0; from < SIZE; from += length) {
        for (int j = 0; j < length / 2; j++) {
          int low = from + j;
          int high = low + length / 2;
          double c = cosines[j * step];
          double s = sines[j * step];
          double x = real[high] * c - imaginary[high] * s;
          double y = real[high] * s + imaginary[high] * c;
          real[high] = real[low] - x;
          imaginary[high] = imaginary[low] - y;
          real[low] += x;
          imaginary[low] += y;
        }
      }
    }
  }
}
