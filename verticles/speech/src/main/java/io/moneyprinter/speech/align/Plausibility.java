package io.moneyprinter.speech.align;

import io.moneyprinter.speech.provider.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds words whose time cannot be: one of seconds in no time, or one syllable over seconds, as
 * when a number was read in another way than expected. Only those, and their neighbours, share
 * their time anew by their length; all others stay.
 */
final class Plausibility {
  private static final double FASTEST = 0.3;
  private static final double SLOWEST = 3.5;

  /** However short the word, this is not too long. */
  private static final double NEVER_TOO_LONG = 0.45;

  private static final double PAUSE = 0.08;

  private Plausibility() {}

  static List<Span> restored(List<Span> spans, double[] lengths, Silences silences) {
    double pace = pace(spans, lengths);
    List<Span> restored = new ArrayList<>(spans);
    for (int i = 0; i < spans.size(); i++) {
      if (implausible(spans.get(i), lengths[i] * pace)) {
        int from = i > 0 && touch(spans, i - 1) ? i - 1 : i;
        int to = i;
        while (to + 1 < spans.size() && implausible(spans.get(to + 1), lengths[to + 1] * pace)) {
          to++;
        }
        int last = to + 1 < spans.size() && touch(spans, to) ? to + 1 : to;
        List<Span> shared =
            AnchoredTimes.within(
                restored.get(from).start(),
                restored.get(last).end(),
                Arrays.copyOfRange(lengths, from, last + 1),
                silences);
        for (int k = from; k <= last; k++) {
          restored.set(k, shared.get(k - from));
        }
        i = to;
      }
    }
    return restored;
  }

  /** Whether no pause lies behind a word: time is not shared over pauses. */
  private static boolean touch(List<Span> spans, int word) {
    return spans.get(word + 1).start() - spans.get(word).end() < PAUSE;
  }

  /** Seconds that a unit of length takes: the median over all words. */
  private static double pace(List<Span> spans, double[] lengths) {
    var paces = new double[spans.size()];
    for (int i = 0; i < paces.length; i++) {
      paces[i] = (spans.get(i).end() - spans.get(i).start()) / Math.max(0.1, lengths[i]);
    }
    Arrays.sort(paces);
    return paces.length == 0 ? 0 : paces[paces.length / 2];
  }

  private static boolean implausible(Span span, double expected) {
    double seconds = span.end() - span.start();
    return seconds < FASTEST * expected || seconds > Math.max(NEVER_TOO_LONG, SLOWEST * expected);
  }
}
