package io.moneyprinter.speech.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far found word times are from the true ones. */
record AlignmentError(String name, List<Double> starts, List<Double> ends) {
  static AlignmentError of(String name, List<WordTiming> truth, List<WordTiming> found) {
    assertThat(found).hasSameSizeAs(truth);
    List<Double> starts = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      if (truth.get(i).end() > truth.get(i).start()) {
        starts.add(Math.abs(truth.get(i).start() - found.get(i).start()));
        ends.add(Math.abs(truth.get(i).end() - found.get(i).end()));
      }
    }
    return new AlignmentError(name, starts, ends);
  }

  static AlignmentError of(String name, List<AlignmentError> parts) {
    return new AlignmentError(
        name,
        parts.stream().flatMap(part -> part.starts().stream()).toList(),
        parts.stream().flatMap(part -> part.ends().stream()).toList());
  }

  /** Milliseconds that this share of the word starts is nearer than. */
  double quantile(double share) {
    return 1000 * at(starts, share);
  }

  private static double at(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
  }

  /** A row of a Markdown table: name, words, median and 95th percentile of starts and ends, ms. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f | %.0f |",
        name,
        starts.size(),
        quantile(0.5),
        quantile(0.95),
        1000 * at(ends, 0.5),
        1000 * at(ends, 0.95));
  }
}
