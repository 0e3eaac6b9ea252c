package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.speech.align.HeardWord;
import io.moneyprinter.speech.audio.Loudness;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.SoundReader;
import io.moneyprinter.speech.audio.TimeStretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of speech set after each other with even pauses. Times count from the measured length of
 * the sound, never from what a provider says of it. For one thread at a time.
 */
final class JoinedSpeech {
  private static final double BEFORE_SECONDS = 0.02;
  private static final double AFTER_SECONDS = 0.06;

  /** Smaller differences of speed are not heard. */
  private static final double SAME_RATE = 0.005;

  private final double pause;
  private final double rate;
  private final List<float[]> parts = new ArrayList<>();
  private final List<HeardWord> heard = new ArrayList<>();
  private int sampleRate;
  private int length;

  /**
   * @param pause between two pieces, seconds
   * @param rate that was asked for
   */
  JoinedSpeech(double pause, double rate) {
    this.pause = pause;
    this.rate = rate;
  }

  /** Adds a piece; {@code UNAVAILABLE} when it cannot be read. */
  void add(RemoteSound piece) {
    Sound sound = read(piece);
    double faster = rate / piece.rate();
    if (Math.abs(faster - 1) > SAME_RATE) {
      sound = TimeStretch.stretch(sound, faster);
    } else {
      faster = 1;
    }
    if (parts.isEmpty()) {
      sampleRate = sound.rate();
    } else if (sound.rate() != sampleRate) {
      throw ServiceFailure.unavailable("Its pieces have different sample rates");
    } else {
      append(new float[(int) (pause * sampleRate)]);
    }
    int end = sound.samples().length;
    int from = Math.max(0, Loudness.firstAudible(sound) - (int) (BEFORE_SECONDS * sampleRate));
    int to = Loudness.endOfAudible(sound, 0, end) + (int) (AFTER_SECONDS * sampleRate);
    if (Loudness.endOfAudible(sound, 0, end) == 0) {
      throw ServiceFailure.unavailable("What it sent is silent");
    }
    double shift = (double) (length - from) / sampleRate;
    for (HeardWord word : piece.heard()) {
      double start = Math.max(0, word.start() / faster + shift);
      heard.add(new HeardWord(word.text(), start, Math.max(start, word.end() / faster + shift)));
    }
    append(sound.slice(from, Math.min(to, end)).samples());
  }

  Sound sound() {
    var samples = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, samples, at, part.length);
      at += part.length;
    }
    return new Sound(samples, sampleRate);
  }

  List<HeardWord> heard() {
    return heard;
  }

  private static Sound read(RemoteSound piece) {
    byte[] bytes = piece.audio().getBytes();
    try {
      return piece.rawRate() > 0 ? Sound.ofPcm16(bytes, piece.rawRate()) : SoundReader.read(bytes);
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.unavailable("What it sent cannot be read as sound: " + e.getMessage());
    }
  }

  private void append(float[] samples) {
    parts.add(samples);
    length += samples.length;
  }
}
