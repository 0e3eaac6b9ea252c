package io.moneyprinter.video.audio;

import java.io.IOException;

/**
 * What an ear would recognise a piece of music by, 200 times a second: the energy in three bands
 * (below 200 Hz, to 2 kHz, above) and, for the rhythm, by how much each rises.
 */
final class MusicFeatures {
  /** Frames of the track from one set of features to the next. */
  static final int HOP = PcmTrack.RATE / 200;

  private static final int BANDS = 3;
  private static final int SIZE = 2 * BANDS;

  /** Below it, differences of level say nothing, dB. */
  private static final double LEAST_DEVIATION = 1;

  private static final double FLOOR = 1e-7;
  private static final double LOW = smoothing(200);
  private static final double MIDDLE = smoothing(2_000);

  private final float[][] rows;

  private MusicFeatures(float[][] rows) {
    this.rows = rows;
  }

  /** Of the frames {@code from} to {@code from + frames}. Blocks. */
  static MusicFeatures of(PcmTrack track, long from, long frames) throws IOException {
    int count = (int) (frames / HOP);
    float[][] rows = new float[count][SIZE];
    double low = 0;
    double middle = 0;
    for (int row = 0; row < count; row++) {
      float[] samples = track.read(from + (long) row * HOP, HOP);
      double[] energy = new double[BANDS];
      for (int i = 0; i < samples.length; i += PcmTrack.CHANNELS) {
        double mono = 0.5 * (samples[i] + samples[i + 1]);
        low += LOW * (mono - low);
        middle += MIDDLE * (mono - middle);
        energy[0] += low * low;
        energy[1] += (middle - low) * (middle - low);
        energy[2] += (mono - middle) * (mono - middle);
      }
      for (int band = 0; band < BANDS; band++) {
        rows[row][band] = (float) (10 * Math.log10(energy[band] / HOP + FLOOR));
        rows[row][BANDS + band] = row == 0 ? 0 : Math.max(0, rows[row][band] - rows[row - 1][band]);
      }
    }
    standardize(rows);
    return new MusicFeatures(rows);
  }

  int size() {
    return rows.length;
  }

  /**
   * How alike two stretches are, −1 to 1: the correlation of all features.
   *
   * @param at first row here
   * @param there first row in the other
   */
  double likeness(int at, MusicFeatures other, int there, int count) {
    double product = 0;
    double mine = 0;
    double theirs = 0;
    for (int i = 0; i < count; i++) {
      float[] a = rows[at + i];
      float[] b = other.rows[there + i];
      for (int f = 0; f < SIZE; f++) {
        product += a[f] * b[f];
        mine += a[f] * a[f];
        theirs += b[f] * b[f];
      }
    }
    return mine == 0 || theirs == 0 ? 0 : product / Math.sqrt(mine * theirs);
  }

  /**
   * The rhythm: how alike the rises are {@code lag} rows apart.
   *
   * @param from first row to compare
   * @param to row to stop at
   */
  static double rhythm(MusicFeatures first, MusicFeatures then, int lag, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      for (int f = BANDS; f < SIZE; f++) {
        sum += first.rows[i][f] * then.rows[i + lag][f];
      }
    }
    return sum / (BANDS * Math.max(1, to - from));
  }

  private static void standardize(float[][] rows) {
    for (int f = 0; f < SIZE; f++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : rows) {
        sum += row[f];
        squares += row[f] * row[f];
      }
      double mean = sum / rows.length;
      double deviation = Math.sqrt(Math.max(0, squares / rows.length - mean * mean));
      for (float[] row : rows) {
        row[f] = (float) ((row[f] - mean) / Math.max(LEAST_DEVIATION, deviation));
      }
    }
  }

  private static double smoothing(double hertz) {
    return 1 - Math.exp(-2 * Math.PI * hertz / PcmTrack.RATE);
  }
}
