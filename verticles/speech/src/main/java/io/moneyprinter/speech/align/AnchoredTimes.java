package io.moneyprinter.speech.align;

import io.moneyprinter.speech.align.PauseAnchors.Anchor;
import io.moneyprinter.speech.provider.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Word times from a recording and its text alone: the silences that are punctuation hold the text
 * to the recording, and the words between two of them share its time by their spoken length.
 */
final class AnchoredTimes {
  /** Longer silences that are no punctuation are left out of the words' time. */
  private static final double HESITATION = 0.14;

  private static final double EDGE = 0.05;

  private final double[] lengths;
  private final List<Stretch> hesitations;

  private AnchoredTimes(double[] lengths, Silences silences) {
    this.lengths = lengths;
    this.hesitations = silences.longerThan(HESITATION);
  }

  /**
   * @param written each word with its punctuation
   * @param lengths how long each takes to say, in any measure
   */
  static List<Span> of(List<String> written, double[] lengths, Silences silences) {
    var times = new AnchoredTimes(lengths, silences);
    List<Span> spans = new ArrayList<>();
    Stretch speech = silences.speech();
    double from = speech.start();
    for (Anchor anchor : PauseAnchors.of(written, lengths, silences)) {
      times.share(spans.size(), anchor.word(), from, anchor.silence().start(), spans);
      from = anchor.silence().end();
    }
    times.share(spans.size(), lengths.length - 1, from, speech.end(), spans);
    return spans;
  }

  /** Times for a few words in a part of the recording that is known to be theirs. */
  static List<Span> within(double from, double to, double[] lengths, Silences silences) {
    List<Span> spans = new ArrayList<>();
    new AnchoredTimes(lengths, silences).share(0, lengths.length - 1, from, to, spans);
    return spans;
  }

  private void share(int first, int last, double from, double to, List<Span> spans) {
    List<Stretch> silent =
        hesitations.stream().filter(gap -> gap.within(from + EDGE, to - EDGE)).toList();
    double live = Math.max(0, to - from - silent.stream().mapToDouble(Stretch::seconds).sum());
    double sum = 0;
    for (int i = first; i <= last; i++) {
      sum += lengths[i];
    }
    double done = 0;
    for (int i = first; i <= last; i++) {
      double start = at(sum > 0 ? done / sum * live : 0, from, silent, true);
      done += lengths[i];
      double end = at(sum > 0 ? done / sum * live : 0, from, silent, false);
      spans.add(new Span(start, Math.max(start, end)));
    }
  }

  /** A word that begins where a silence does begins behind it; one that ends there ends before. */
  private static double at(double spoken, double from, List<Stretch> silent, boolean begins) {
    double time = from + spoken;
    for (Stretch gap : silent) {
      if (gap.start() < time || begins && gap.start() == time) {
        time += gap.seconds();
      }
    }
    return time;
  }
}
