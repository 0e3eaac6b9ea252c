package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Plays a score that goes round, so that the end of the file goes over into its beginning. The
 * second round is what is written: it begins with all the instruments and with what still sounds of
 * the first. Its last quarter of a second is crossed over to that of the first round, whose next
 * sample is the first of the file; by the same notes, the two hardly differ.
 */
final class LoopRenderer implements Rendering {
  private static final int FADE = Sound.RATE / 4;

  private final MusicBrief.Mood mood;
  private final long seed;
  private final Score score;
  private final long round;
  private final Limiter limiter = new Limiter(MusicRenderer.CEILING);
  private final Stereo firstEnd = new Stereo(FADE);
  private final Stereo secondEnd = new Stereo(FADE);

  /**
   * @param bars of one round; a multiple of 16, after which every score repeats itself
   */
  LoopRenderer(MusicBrief.Mood mood, int bars, long seed) {
    if (bars <= 0 || bars % 16 != 0) {
      throw new IllegalArgumentException("A round has 16 bars, or a multiple of it, not " + bars);
    }
    this.mood = mood;
    this.seed = seed;
    this.score = Score.endless(mood, seed);
    this.round = Math.round(bars * Score.STEPS_PER_BAR * score.stepSeconds() * Sound.RATE);
  }

  /** Length of a round. */
  double seconds() {
    return round / (double) Sound.RATE;
  }

  /** Beats a minute. */
  double tempo() {
    return Math.round(60 / score.beatSeconds());
  }

  /** Such as {@code D minor}. */
  String key() {
    return score.name();
  }

  @Override
  public boolean render(Path file, DoubleConsumer progress, BooleanSupplier stop)
      throws IOException {
    Performance performance = new Performance(mood, score, seed);
    try (WavFile wav = new WavFile(file, round)) {
      long rendered = 0;
      while (rendered < 2 * round + limiter.delay()) {
        if (stop.getAsBoolean()) {
          return false;
        }
        int length = performance.next();
        limiter.render(performance.sound(), length);
        take(performance.sound(), rendered - limiter.delay(), length, wav);
        rendered += length;
        progress.accept(Math.min(1, rendered / (2.0 * round)));
      }
      crossOver();
      wav.write(secondEnd, 0, FADE);
    }
    return true;
  }

  /** Keeps both ends and writes what lies between them. */
  private void take(Stereo sound, long at, int length, WavFile wav) throws IOException {
    keep(sound, at, length, round - FADE, firstEnd);
    keep(sound, at, length, 2 * round - FADE, secondEnd);
    int from = (int) Math.max(0, round - at);
    int to = (int) Math.min(length, 2 * round - FADE - at);
    if (to > from) {
      wav.write(sound, from, to);
    }
  }

  private static void keep(Stereo sound, long at, int length, long begin, Stereo end) {
    int from = (int) Math.max(0, begin - at);
    int to = (int) Math.min(length, begin + FADE - at);
    for (int i = from; i < to; i++) {
      int place = (int) (at + i - begin);
      end.left[place] = sound.left[i];
      end.right[place] = sound.right[i];
    }
  }

  /** By factors that keep the power, however much the two ends have in common. */
  private void crossOver() {
    double likeness = Math.max(0, likeness());
    for (int i = 0; i < FADE; i++) {
      double part = (i + 0.5) / FADE;
      double together = Math.sqrt(1 + likeness * Math.sin(Math.PI * part));
      float in = (float) (Math.sin(Math.PI / 2 * part) / together);
      float out = (float) (Math.cos(Math.PI / 2 * part) / together);
      secondEnd.left[i] = out * secondEnd.left[i] + in * firstEnd.left[i];
      secondEnd.right[i] = out * secondEnd.right[i] + in * firstEnd.right[i];
    }
  }

  private double likeness() {
    double product = 0;
    double first = 1e-12;
    double second = 1e-12;
    for (int i = 0; i < FADE; i++) {
      product += firstEnd.left[i] * secondEnd.left[i] + firstEnd.right[i] * secondEnd.right[i];
      first += firstEnd.left[i] * firstEnd.left[i] + firstEnd.right[i] * firstEnd.right[i];
      second += secondEnd.left[i] * secondEnd.left[i] + secondEnd.right[i] * secondEnd.right[i];
    }
    return product / Math.sqrt(first * second);
  }
}
