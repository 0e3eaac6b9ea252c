package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;
import java.util.Arrays;
import java.util.Random;

/** Key, scale and chords of a piece, each chord set so that the voices move as little as may be. */
final class Harmony {
  private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
  private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};
  private static final int[] DORIAN = {0, 2, 3, 5, 7, 9, 10};
  private static final String[] NAMES = {
    "C", "D flat", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B"
  };

  private static final int[][] CALM = {
    {0, 4, 5, 3}, {3, 0, 4, 5}, {0, 2, 5, 3}, {5, 3, 0, 4}, {0, 5, 3, 4}
  };
  private static final int[][] CALM_DORIAN = {{0, 3, 6, 3}, {0, 6, 3, 0}, {0, 2, 3, 6}};
  private static final int[][] BRIGHT = {{0, 4, 5, 3}, {0, 3, 5, 4}, {3, 0, 4, 5}, {0, 5, 3, 4}};
  private static final int[][] DRIVING = {{0, 5, 2, 6}, {5, 6, 0, 2}, {0, 3, 5, 6}, {0, 5, 3, 4}};

  /** Lowest note of the pad: below it chords turn to mud. */
  private static final int PAD_FLOOR = 52;

  private final int tonic;
  private final int[] scale;
  private final int[] degrees;
  private final int[][] voicings;
  private final boolean minor;

  Harmony(MusicBrief.Mood mood, Random random) {
    tonic = random.nextInt(12);
    boolean dorian = mood == MusicBrief.Mood.CALM && random.nextInt(3) == 0;
    minor = dorian || mood == MusicBrief.Mood.DRIVING;
    scale = dorian ? DORIAN : minor ? MINOR : MAJOR;
    int[][] choices =
        switch (mood) {
          case CALM, NONE -> dorian ? CALM_DORIAN : CALM;
          case BRIGHT -> BRIGHT;
          case DRIVING -> DRIVING;
        };
    degrees = choices[random.nextInt(choices.length)];
    voicings = new int[degrees.length][];
    // Twice round, so that the step from the last chord back to the first is a small one too.
    int[] before = null;
    for (int i = 0; i < 2 * degrees.length; i++) {
      before = nearest(chord(degrees[i % degrees.length], mood), before);
      voicings[i % degrees.length] = before;
    }
  }

  String name() {
    return NAMES[tonic] + (minor ? " minor" : " major");
  }

  int chords() {
    return degrees.length;
  }

  /** Notes for the pad, rising. */
  int[] pad(int chord) {
    return voicings[chord % voicings.length];
  }

  /** The {@code index}-th tone of a chord, counted upwards from {@code floor}, over octaves. */
  int tone(int chord, int index, int floor) {
    int degree = degrees[chord % degrees.length];
    int[] triad = {
      raised(pitch(degree), floor),
      raised(pitch(degree + 2), floor),
      raised(pitch(degree + 4), floor)
    };
    Arrays.sort(triad);
    return triad[Math.floorMod(index, 3)] + 12 * Math.floorDiv(index, 3);
  }

  /** The root of a chord from {@code floor} upwards. */
  int root(int chord, int floor) {
    return raised(pitch(degrees[chord % degrees.length]), floor);
  }

  /** A note of the scale, {@code step} steps above the chord's root. */
  int melody(int chord, int step, int floor) {
    int degree = degrees[chord % degrees.length];
    return root(chord, floor) + pitch(degree + step) - pitch(degree);
  }

  /** The tonic chord as the pad would take it after {@code before}. */
  int[] home(int[] before) {
    return nearest(new int[] {pitch(0), pitch(2), pitch(4), pitch(8)}, before);
  }

  private int pitch(int degree) {
    return tonic + scale[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
  }

  private static int raised(int pitch, int floor) {
    return floor + Math.floorMod(pitch - floor, 12);
  }

  /**
   * Root, third, fifth and a colour: the ninth where it is a whole tone above the octave, else, and
   * in quick minor pieces, the seventh.
   */
  private int[] chord(int degree, MusicBrief.Mood mood) {
    boolean whole = pitch(degree + 8) - pitch(degree) == 14;
    int colour = whole && mood != MusicBrief.Mood.DRIVING ? 8 : 6;
    return new int[] {pitch(degree), pitch(degree + 2), pitch(degree + 4), pitch(degree + colour)};
  }

  private static int[] nearest(int[] pitches, int[] before) {
    int[] best = null;
    int least = Integer.MAX_VALUE;
    for (int floor = PAD_FLOOR; floor < PAD_FLOOR + 12; floor++) {
      int[] voicing = new int[pitches.length];
      for (int i = 0; i < pitches.length; i++) {
        voicing[i] = raised(pitches[i], floor);
      }
      Arrays.sort(voicing);
      int movement = before == null ? Math.abs(voicing[0] - 55) : movement(voicing, before);
      // A drift to the top or bottom of the range costs a little, so that chords stay in place.
      movement = 4 * movement + Math.abs(voicing[0] - 56);
      if (movement < least) {
        least = movement;
        best = voicing;
      }
    }
    return best;
  }

  private static int movement(int[] voicing, int[] before) {
    int sum = 0;
    for (int i = 0; i < voicing.length; i++) {
      sum += Math.abs(voicing[i] - before[i]);
    }
    return sum;
  }
}
