package io.moneyprinter.speech.align;

import java.util.Arrays;

/**
 * Which letters of one text are which of another: of all ways to match them in order, the one with
 * the most matches, in runs as long as can be (a sequence alignment after S. B. Needleman and C. D.
 * Wunsch, 1970), sought near the diagonal, as both texts are meant to be the same.
 */
final class LetterMatch {
  /** What matches nothing. */
  static final int NONE = -1;

  private static final int LEAST_BAND = 300;
  private static final int BAND_SHARE = 8;

  private static final int MATCH = 2;
  private static final int MATCH_IN_A_RUN = 3;
  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

  private final int[] one;
  private final int[] other;
  private final int band;

  /** The best score of the first letters of both; of those ways that end with a match. */
  private final int[][] best;

  private final int[][] matched;

  private LetterMatch(int[] one, int[] other) {
    this.one = one;
    this.other = other;
    this.band = LEAST_BAND + Math.max(one.length, other.length) / BAND_SHARE;
    this.best = new int[one.length + 1][];
    this.matched = new int[one.length + 1][];
  }

  /** For each code point of {@code one} its place in {@code other}, or {@link #NONE}. */
  static int[] of(int[] one, int[] other) {
    var match = new LetterMatch(one, other);
    match.score();
    return match.trace();
  }

  private void score() {
    for (int i = 0; i <= one.length; i++) {
      int low = low(i);
      int width = Math.min(other.length, low + 2 * band) - low + 1;
      best[i] = new int[width];
      matched[i] = new int[width];
      for (int k = 0; k < width; k++) {
        int j = low + k;
        boolean same = i > 0 && j > 0 && one[i - 1] == other[j - 1];
        matched[i][k] =
            same
                ? Math.max(
                    at(best, i - 1, j - 1) + MATCH, at(matched, i - 1, j - 1) + MATCH_IN_A_RUN)
                : IMPOSSIBLE;
        int skipped = Math.max(i > 0 ? at(best, i - 1, j) : 0, k > 0 ? best[i][k - 1] : 0);
        best[i][k] = Math.max(matched[i][k], skipped);
      }
    }
  }

  private int[] trace() {
    var match = new int[one.length];
    Arrays.fill(match, NONE);
    boolean inRun = false;
    for (int i = one.length, j = other.length; i > 0 && j > 0; ) {
      if (inRun || at(matched, i, j) == at(best, i, j)) {
        inRun = at(matched, i, j) == at(matched, i - 1, j - 1) + MATCH_IN_A_RUN;
        match[--i] = --j;
      } else if (at(best, i - 1, j) == at(best, i, j)) {
        i--;
      } else {
        j--;
      }
    }
    return match;
  }

  private int low(int i) {
    int centre = one.length == 0 ? 0 : (int) ((long) i * other.length / one.length);
    return Math.max(0, centre - band);
  }

  private int at(int[][] scores, int i, int j) {
    int k = j - low(i);
    return k < 0 || k >= scores[i].length ? IMPOSSIBLE : scores[i][k];
  }
}
