package io.moneyprinter.video.audio;

import java.io.IOException;

/** How loud a piece of music is where, counted in frames. All of it blocks. */
final class MusicLevels {
  private static final int HOP = MusicFeatures.HOP;

  /** What is this far below full scale is silence: −54 dB. */
  private static final double SILENT = 0.002;

  private final PcmTrack track;
  private final long frames;

  MusicLevels(PcmTrack track) throws IOException {
    this.track = track;
    this.frames = track.frames();
  }

  /**
   * Where the first sound begins; the end of what is looked at when it is all silent.
   *
   * @param look frames from the beginning of the piece
   */
  long firstSound(long look) throws IOException {
    long at = 0;
    while (at < look && peak(at) < SILENT) {
      at += HOP;
    }
    return Math.max(0, at - HOP);
  }

  /**
   * Where the last sound in the tail is over; the beginning of the tail when it is all silent.
   *
   * @param look frames from the end of the piece
   */
  long lastSound(long look) throws IOException {
    long at = frames;
    while (at > frames - look && peak(at - HOP) < SILENT) {
      at -= HOP;
    }
    return at;
  }

  private double peak(long at) throws IOException {
    double peak = 0;
    for (float sample : track.read(at, HOP)) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** Sum of the squares of so many frames. */
  double energy(long at, int count) throws IOException {
    double sum = 0;
    for (float sample : track.read(at, count)) {
      sum += sample * sample;
    }
    return sum;
  }

  /** The sum of both channels. */
  float[] mono(long at, int count) throws IOException {
    float[] both = track.read(at, count);
    float[] mono = new float[count];
    for (int i = 0; i < count; i++) {
      mono[i] = both[2 * i] + both[2 * i + 1];
    }
    return mono;
  }
}
