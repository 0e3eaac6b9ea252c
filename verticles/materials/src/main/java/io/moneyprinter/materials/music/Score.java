package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;
import java.util.Random;

/**
 * What is played when, decided by a seed. A piece grows: chords, then the plucked figure, then
 * bass, then drums; every fourth phrase it takes a breath, and it ends on its home chord.
 */
final class Score {
  static final int STEPS_PER_BAR = 16;

  static final int BARS_PER_PHRASE = 4;

  /** Chord tones to pluck on each eighth of a bar; -1 is a rest. */
  private static final int[][] CALM_FIGURES = {
    {0, -1, 2, -1, 4, -1, 3, -1},
    {0, 2, 4, -1, 5, -1, 4, 2},
    {-1, 0, -1, 3, 2, -1, 4, -1},
    {0, -1, -1, 2, 4, -1, -1, 3},
    {0, 2, 3, 4, -1, 3, 2, -1}
  };

  /** Chord tones to pluck on each sixteenth of a bar. */
  private static final int[][] QUICK_FIGURES = {
    {0, -1, 2, -1, 4, -1, 2, 5, -1, 4, -1, 2, 3, -1, 4, -1},
    {0, -1, -1, 3, -1, -1, 4, -1, 2, -1, -1, 5, -1, 4, 3, -1},
    {0, 2, 4, -1, 3, -1, 5, -1, 4, -1, 2, -1, 3, 2, -1, 4},
    {0, -1, 4, -1, -1, 2, -1, 5, -1, 4, -1, 3, 2, -1, 3, -1}
  };

  private final MusicBrief.Mood mood;
  private final Harmony harmony;
  private final Rhythm rhythm;
  private final int barsPerChord;
  private final int bars;
  private final boolean endless;
  private final double beatSeconds;
  private final int[][] figures;
  private final int[] tune;
  private final int[] tuneSteps;
  private int[] chord;

  /** A piece that grows and ends, at least so long. */
  Score(MusicBrief.Mood mood, double seconds, long seed) {
    this(mood, seconds, seed, false);
  }

  private Score(MusicBrief.Mood mood, double seconds, long seed, boolean endless) {
    Random random = new Random(seed);
    this.mood = mood;
    this.endless = endless;
    this.harmony = new Harmony(mood, random);
    this.rhythm = new Rhythm(mood);
    int tempo =
        switch (mood) {
          case CALM, NONE -> 66 + random.nextInt(11);
          case BRIGHT -> 98 + random.nextInt(13);
          case DRIVING -> 116 + random.nextInt(11);
        };
    this.beatSeconds = 60.0 / tempo;
    this.barsPerChord = mood == MusicBrief.Mood.DRIVING ? 2 : 1;
    this.bars = (int) Math.ceil(seconds / (4 * beatSeconds));
    int[][] choices = mood == MusicBrief.Mood.CALM ? CALM_FIGURES : QUICK_FIGURES;
    int first = random.nextInt(choices.length);
    this.figures = new int[][] {choices[first], choices[(first + 1) % choices.length]};
    // Steps of the scale above the chord's root: tones of the chord only, so that none rubs.
    int[] tones = {0, 2, 4, 7, 9};
    this.tune =
        new int[] {
          tones[random.nextInt(3)], 4, tones[1 + random.nextInt(4)], tones[3 * random.nextInt(2)]
        };
    this.tuneSteps = random.nextBoolean() ? new int[] {0, 6, 12, 24} : new int[] {4, 8, 16, 26};
  }

  /** A piece without an end: it grows for two phrases and then goes round every sixteen bars. */
  static Score endless(MusicBrief.Mood mood, long seed) {
    return new Score(mood, 1, seed, true);
  }

  String name() {
    return harmony.name();
  }

  double beatSeconds() {
    return beatSeconds;
  }

  double stepSeconds() {
    return beatSeconds / 4;
  }

  /** Plays what falls on a sixteenth, counted from the beginning. */
  void play(int step, Band band) {
    int bar = step / STEPS_PER_BAR;
    int at = step % STEPS_PER_BAR;
    if (at == 0 && bar % barsPerChord == 0 || chord == null) {
      chord = last(bar) ? harmony.home(chord) : harmony.pad(chordAt(bar));
      band.chord(chord);
    }
    if (last(bar)) {
      ending(at, band);
      return;
    }
    boolean breath = phrase(bar) % 4 == 3;
    if (bar >= 1 && !(breath && at % 8 != 0)) {
      figure(bar, at, band);
    }
    if (bar >= 2 && (phrase(bar) % 2 == 1 || breath)) {
      tune(bar, at, band);
    }
    if (bar >= 2 && !breath) {
      rhythm.bass(bar, at, harmony.root(chordAt(bar), 33), band);
    }
    if (bar >= 4 && mood != MusicBrief.Mood.CALM) {
      rhythm.drums(bar, at, breath, band);
    }
  }

  private void ending(int at, Band band) {
    if (at == 0) {
      band.bass(harmony.root(0, 33), 0.9);
    }
    if (at % 4 == 0 && at < 12) {
      band.pluck(harmony.tone(0, at / 4, 64), 0.5, -0.2);
    }
  }

  private boolean last(int bar) {
    return !endless && bar >= bars - 1 && bars > 1;
  }

  private static int phrase(int bar) {
    return bar / BARS_PER_PHRASE;
  }

  private int chordAt(int bar) {
    return bar / barsPerChord % harmony.chords();
  }

  private void figure(int bar, int at, Band band) {
    int[] figure = figures[phrase(bar) % 2];
    int every = STEPS_PER_BAR / figure.length;
    if (at % every != 0 || figure[at / every] < 0) {
      return;
    }
    int tone = figure[at / every];
    double accent = at == 0 ? 1 : at % 4 == 0 ? 0.8 : 0.62;
    double growing = Math.min(1, 0.55 + 0.15 * bar);
    band.pluck(harmony.tone(chordAt(bar), tone, 60), accent * growing, (tone - 2.5) / 5);
  }

  /** A few notes over two bars, above the rest, that follow the chords. */
  private void tune(int bar, int at, Band band) {
    int inTwoBars = bar % 2 * STEPS_PER_BAR + at;
    for (int i = 0; i < tune.length; i++) {
      if (tuneSteps[i] == inTwoBars) {
        band.bell(
            harmony.melody(chordAt(bar), tune[i], 70), i == 0 ? 0.9 : 0.7, i % 2 == 0 ? 0.4 : -0.4);
      }
    }
  }
}
