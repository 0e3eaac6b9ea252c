package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Plays a score into a file, a sixteenth at a time, so that an hour of it takes no more memory than
 * a minute. The same mood, length and seed give the same bytes.
 */
final class MusicRenderer implements Rendering {
  /** -3 dBFS, less a step for the dither. */
  static final float CEILING = 0.7078f;

  private static final double FADE_IN = 0.6;
  private static final double FADE_OUT = 3.5;

  private final MusicBrief.Mood mood;
  private final long frames;
  private final Score score;
  private final long seed;
  private final Limiter limiter = new Limiter(CEILING);

  MusicRenderer(MusicBrief.Mood mood, double seconds, long seed) {
    this.mood = mood;
    this.frames = (long) Math.ceil(seconds * Sound.RATE);
    this.score = new Score(mood, seconds, seed);
    this.seed = seed;
  }

  /** For the credits. */
  String title() {
    String name =
        mood.name().charAt(0) + mood.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    return name + " in " + score.name() + ", " + Math.round(60 / score.beatSeconds()) + " bpm";
  }

  double seconds() {
    return frames / (double) Sound.RATE;
  }

  @Override
  public boolean render(Path file, DoubleConsumer progress, BooleanSupplier stop)
      throws IOException {
    Performance performance = new Performance(mood, score, seed);
    try (WavFile wav = new WavFile(file, frames)) {
      long rendered = 0;
      while (rendered < frames + limiter.delay()) {
        if (stop.getAsBoolean()) {
          return false;
        }
        int length = performance.next();
        Stereo sound = performance.sound();
        fade(sound, rendered, length);
        limiter.render(sound, length);
        write(wav, sound, rendered - limiter.delay(), length);
        rendered += length;
        progress.accept(Math.min(1, rendered / (double) frames));
      }
    }
    return true;
  }

  private void write(WavFile wav, Stereo sound, long at, int length) throws IOException {
    int from = (int) Math.max(0, -at);
    int to = (int) Math.min(length, frames - at);
    if (to > from) {
      wav.write(sound, from, to);
    }
  }

  private void fade(Stereo sound, long at, int length) {
    double in = Math.min(FADE_IN, seconds() / 4) * Sound.RATE;
    double out = Math.min(FADE_OUT, seconds() / 3) * Sound.RATE;
    for (int i = 0; i < length; i++) {
      double rising = (at + i) / in;
      double falling = (frames - at - i) / out;
      if (rising < 1 || falling < 1) {
        float gain = (float) (eased(rising) * eased(falling));
        sound.left[i] *= gain;
        sound.right[i] *= gain;
      }
    }
  }

  private static double eased(double x) {
    double bounded = Math.max(0, Math.min(1, x));
    return 0.5 - 0.5 * Math.cos(Math.PI * bounded);
  }
}
