package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;

/** A band playing a score, a sixteenth at a time. */
final class Performance {
  private final Score score;
  private final Band band;
  private final double stepFrames;
  private final float gain;
  private final Mix mix;
  private long played;
  private int step;

  Performance(MusicBrief.Mood mood, Score score, long seed) {
    this.score = score;
    this.band = new Band(mood, score.beatSeconds(), seed);
    this.stepFrames = score.stepSeconds() * Sound.RATE;
    this.gain = mood == MusicBrief.Mood.CALM ? 2.2f : 1.47f;
    this.mix = new Mix((int) Math.ceil(stepFrames) + 1);
  }

  /** Plays the next sixteenth into {@link #sound} and says how many frames it has. */
  int next() {
    int length = (int) (Math.round((step + 1) * stepFrames) - played);
    score.play(step, band);
    band.render(mix, length);
    amplify(length);
    played += length;
    step++;
    return length;
  }

  /** What was played last. */
  Stereo sound() {
    return mix.dry;
  }

  /** Brings the loudest moments to about the ceiling, so that the limiter has little to do. */
  private void amplify(int length) {
    for (int i = 0; i < length; i++) {
      mix.dry.left[i] *= gain;
      mix.dry.right[i] *= gain;
    }
  }
}
