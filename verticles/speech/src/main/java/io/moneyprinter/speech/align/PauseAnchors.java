package io.moneyprinter.speech.align;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Matches the silences of a recording to the punctuation of its text: of all stories that tell
 * which silence is which comma or full stop, the one is taken in which the words between have most
 * nearly the length that their letters say (dynamic programming).
 */
final class PauseAnchors {
  private static final double SHORTEST = 0.07;

  /** Silences as long as a plosive need no story of their own. */
  private static final double UNREMARKABLE = 0.09;

  private static final double SECONDS_PER_COST = 0.11;

  /** How far a speaker's pace wanders: a fixed part in seconds, and a share. */
  private static final double WANDERING = 0.12;

  private static final double WANDERING_SHARE = 0.16;

  /** No story leaves out more breaks or silences than this between two that it matches. */
  private static final int REACH = 16;

  /**
   * @param word index of the word after which the silence lies
   */
  record Anchor(int word, Stretch silence) {}

  private record Step(int brk, int gap) {}

  private final Stretch speech;
  private final List<Stretch> gaps;
  private final List<Integer> words = new ArrayList<>();
  private final double[] spokenBefore;
  private final double[] silentBefore;
  private final double[] costOfBreaks;
  private final double[] costOfGaps;
  private final double total;

  private PauseAnchors(List<String> written, double[] lengths, Silences silences) {
    speech = silences.speech();
    gaps =
        silences.longerThan(SHORTEST).stream()
            .filter(gap -> gap.within(speech.start() + 0.02, speech.end() - 0.02))
            .toList();
    silentBefore = new double[gaps.size() + 1];
    costOfGaps = new double[gaps.size() + 1];
    for (int g = 0; g < gaps.size(); g++) {
      double length = gaps.get(g).seconds();
      silentBefore[g + 1] = silentBefore[g] + length;
      costOfGaps[g + 1] = costOfGaps[g] + Math.max(0, (length - UNREMARKABLE) / SECONDS_PER_COST);
    }
    double[] sums = new double[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      sums[i + 1] = sums[i] + lengths[i];
      if (i + 1 < lengths.length && Break.after(written.get(i)) != Break.NONE) {
        words.add(i);
      }
    }
    double pace =
        (speech.seconds() - silentBefore[gaps.size()]) / Math.max(1e-9, sums[lengths.length]);
    total = sums[lengths.length] * pace;
    spokenBefore = words.stream().mapToDouble(word -> sums[word + 1] * pace).toArray();
    costOfBreaks = new double[words.size() + 1];
    for (int b = 0; b < words.size(); b++) {
      costOfBreaks[b + 1] = costOfBreaks[b] + Break.after(written.get(words.get(b))).unpaused();
    }
  }

  /**
   * @param lengths how long each word takes, in any measure
   * @return in order; empty when no silence is like a break
   */
  static List<Anchor> of(List<String> written, double[] lengths, Silences silences) {
    return new PauseAnchors(written, lengths, silences).best();
  }

  private List<Anchor> best() {
    int breaks = words.size();
    var cost = new double[breaks][gaps.size()];
    var before = new Step[breaks][gaps.size()];
    double least = Double.MAX_VALUE;
    Step last = null;
    for (int b = 0; b < breaks; b++) {
      Arrays.fill(cost[b], Double.MAX_VALUE);
      for (int g = 0; g < gaps.size(); g++) {
        reach(b, g, cost, before);
        double whole = cost[b][g] + toEnd(b, g);
        if (whole < least) {
          least = whole;
          last = new Step(b, g);
        }
      }
    }
    Deque<Anchor> anchors = new ArrayDeque<>();
    for (Step at = last; at != null; at = before[at.brk()][at.gap()]) {
      anchors.addFirst(new Anchor(words.get(at.brk()), gaps.get(at.gap())));
    }
    return List.copyOf(anchors);
  }

  /** The cheapest story in which break {@code b} is at gap {@code g}. */
  private void reach(int b, int g, double[][] cost, Step[][] before) {
    Stretch gap = gaps.get(g);
    cost[b][g] =
        mismatch(gap.start() - speech.start() - silentBefore[g], spokenBefore[b])
            + costOfBreaks[b]
            + costOfGaps[g];
    for (int q = Math.max(0, b - REACH); q < b; q++) {
      for (int h = Math.max(0, g - REACH); h < g; h++) {
        double heard = gap.start() - gaps.get(h).end() - (silentBefore[g] - silentBefore[h + 1]);
        double told =
            cost[q][h]
                + mismatch(heard, spokenBefore[b] - spokenBefore[q])
                + (costOfBreaks[b] - costOfBreaks[q + 1])
                + (costOfGaps[g] - costOfGaps[h + 1]);
        if (told < cost[b][g]) {
          cost[b][g] = told;
          before[b][g] = new Step(q, h);
        }
      }
    }
  }

  private double toEnd(int b, int g) {
    double silent = silentBefore[gaps.size()] - silentBefore[g + 1];
    return mismatch(speech.end() - gaps.get(g).end() - silent, total - spokenBefore[b])
        + (costOfBreaks[words.size()] - costOfBreaks[b + 1])
        + (costOfGaps[gaps.size()] - costOfGaps[g + 1]);
  }

  private static double mismatch(double heard, double expected) {
    double off = (heard - expected) / (WANDERING + WANDERING_SHARE * expected);
    return off * off;
  }
}
