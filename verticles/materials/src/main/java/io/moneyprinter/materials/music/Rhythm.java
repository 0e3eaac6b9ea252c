package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;

/** Bass and drums, which the mood alone decides. */
final class Rhythm {
  /** Semitones above the root on each sixteenth of a bar; -1 is a rest. */
  private static final int[] BRIGHT_BASS = {
    0, -1, -1, 0, -1, -1, 7, -1, 0, -1, -1, 0, -1, -1, 12, -1
  };

  private final MusicBrief.Mood mood;

  Rhythm(MusicBrief.Mood mood) {
    this.mood = mood;
  }

  /**
   * Plays what the bass has on a sixteenth of a bar.
   *
   * @param at sixteenth of the bar, from 0
   * @param root of the chord, a MIDI note
   */
  void bass(int bar, int at, int root, Band band) {
    switch (mood) {
      case BRIGHT -> {
        if (BRIGHT_BASS[at] >= 0 && (bar >= 4 || at == 0)) {
          band.bass(root + BRIGHT_BASS[at], at == 0 ? 0.95 : 0.7);
        }
      }
      case DRIVING -> {
        if (at % 2 == 0 && (at % 4 != 0 || at == 0)) {
          band.bass(root + (at == 14 ? 12 : 0), at == 0 ? 0.9 : 0.75);
        }
      }
      default -> {
        if (at == 0 || at == 10 && bar % 2 == 1) {
          band.bass(root, at == 0 ? 0.9 : 0.5);
        }
      }
    }
  }

  /**
   * Plays what the drums have on a sixteenth of a bar.
   *
   * @param at sixteenth of the bar, from 0
   * @param breath whether the piece takes one in this bar
   */
  void drums(int bar, int at, boolean breath, Band band) {
    boolean driving = mood == MusicBrief.Mood.DRIVING;
    boolean full = bar >= (driving ? 4 : 6) && !breath;
    if (at % 2 == 0
        && (full || !breath || bar % Score.BARS_PER_PHRASE == Score.BARS_PER_PHRASE - 1)) {
      band.shaker(at % 4 == 2 ? 0.9 : 0.5);
    }
    if (!full) {
      return;
    }
    if (driving) {
      if (at % 4 == 0) {
        band.kick(at == 0 ? 0.95 : 0.85, 0.45f);
      }
      if (at % 4 == 2) {
        band.hat(0.8);
      }
    } else if (at == 0 || at == 8 || at == 11 && bar % 2 == 1) {
      band.kick(at == 0 ? 0.8 : 0.6, 0.8f);
    }
    if (at == 4 || at == 12) {
      band.clap(driving ? 0.8 : 0.65);
    }
  }
}
