package io.moneyprinter.speech.align;

import io.moneyprinter.speech.provider.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Word times from what a speech service says that it spoke. Its words are matched to the written
 * ones letter by letter, as it may cut them otherwise. What agrees with nothing shares the time
 * between its neighbours, so a mismatch costs that word and no other.
 */
final class HeardTimes {
  private static final Pattern UNSAID = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** A word of which fewer letters were heard is another one. */
  private static final double SAME_WORD = 0.6;

  private final List<String> written;
  private final double[] lengths;
  private final Silences silences;
  private final Span[] spans;
  private final List<HeardWord> unknown = new ArrayList<>();
  private double matched;

  private HeardTimes(List<String> written, double[] lengths, Silences silences) {
    this.written = written;
    this.lengths = lengths;
    this.silences = silences;
    this.spans = new Span[written.size()];
  }

  /**
   * @param spans one for each written word, in order, none overlapping
   * @param matched the share of the letters whose words were heard, 0 to 1
   */
  record Result(List<Span> spans, double matched) {}

  /**
   * @param written each word of the text, as it stands or as it is said
   * @param lengths how long each takes to say, in any measure
   * @param heard in order
   */
  static Result of(
      List<String> written, double[] lengths, List<HeardWord> heard, Silences silences) {
    var times = new HeardTimes(written, lengths, silences);
    times.match(heard);
    times.fill();
    return new Result(inOrder(times.spans), times.matched);
  }

  private void match(List<HeardWord> heard) {
    List<double[]> moments = new ArrayList<>();
    var said = new StringBuilder();
    for (HeardWord word : heard) {
      String letters = letters(word.text());
      int count = letters.codePointCount(0, letters.length());
      double each = Math.max(0, word.end() - word.start()) / Math.max(1, count);
      for (int i = 0; i < count; i++) {
        moments.add(new double[] {word.start() + i * each, word.start() + (i + 1) * each});
      }
      said.append(letters);
    }
    List<String> words = written.stream().map(HeardTimes::letters).toList();
    int[] all = String.join("", words).codePoints().toArray();
    int[] match = LetterMatch.of(all, said.codePoints().toArray());
    remember(heard, match);
    int from = 0;
    int found = 0;
    for (int i = 0; i < words.size(); i++) {
      int to = from + words.get(i).codePointCount(0, words.get(i).length());
      int[] places =
          Arrays.stream(match, from, to).filter(place -> place != LetterMatch.NONE).toArray();
      if (places.length > 0 && places.length >= SAME_WORD * (to - from)) {
        double start = moments.get(places[0])[0];
        spans[i] = new Span(start, Math.max(start, moments.get(places[places.length - 1])[1]));
        found += to - from;
      }
      from = to;
    }
    matched = all.length == 0 ? 0 : (double) found / all.length;
  }

  /** Keeps the heard words that are like nothing in the text: something was said there. */
  private void remember(List<HeardWord> heard, int[] match) {
    int from = 0;
    for (HeardWord word : heard) {
      String letters = letters(word.text());
      int first = from;
      int last = from + letters.codePointCount(0, letters.length());
      long known = Arrays.stream(match).filter(place -> place >= first && place < last).count();
      if (known < SAME_WORD * (last - first)) {
        unknown.add(word);
      }
      from = last;
    }
  }

  private void fill() {
    Stretch speech = silences.speech();
    for (int i = 0; i < spans.length; i++) {
      if (spans[i] == null) {
        int to = i + 1;
        while (to < spans.length && spans[to] == null) {
          to++;
        }
        double from = i == 0 ? speech.start() : spans[i - 1].end();
        double until = to == spans.length ? speech.end() : spans[to].start();
        Stretch said = said(from, Math.max(from, until));
        double[] parts = Arrays.copyOfRange(lengths, i, to);
        List<Span> shared = AnchoredTimes.within(said.start(), said.end(), parts, silences);
        for (int k = i; k < to; k++) {
          spans[k] = shared.get(k - i);
        }
      }
    }
  }

  /** What of a part of the recording is taken up by words that are like nothing in the text. */
  private Stretch said(double from, double to) {
    List<HeardWord> within =
        unknown.stream().filter(word -> word.start() >= from && word.end() <= to).toList();
    return within.isEmpty()
        ? new Stretch(from, to)
        : new Stretch(within.get(0).start(), within.get(within.size() - 1).end());
  }

  private static List<Span> inOrder(Span[] spans) {
    List<Span> ordered = new ArrayList<>();
    double last = 0;
    for (Span span : spans) {
      double start = Math.max(last, span.start());
      ordered.add(new Span(start, Math.max(start, span.end())));
      last = ordered.get(ordered.size() - 1).end();
    }
    return ordered;
  }

  private static String letters(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(
        UNSAID.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(""), Normalizer.Form.NFC);
  }
}
