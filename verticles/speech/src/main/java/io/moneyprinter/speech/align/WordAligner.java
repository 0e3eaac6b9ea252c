package io.moneyprinter.speech.align;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.align.HeardTimes.Result;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.Span;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.Digits;
import io.moneyprinter.speech.text.Utterance;
import io.moneyprinter.speech.text.WrittenWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds when each word of a text sounds in a recording of it. Blocking work, about a hundredth of
 * the recording's length, on any thread; immutable.
 */
public final class WordAligner {
  /** With less of the letters in common, a service's words are not those of the text. */
  private static final double MOSTLY = 0.5;

  /** A service that tells of words this long after the end has lost count of its own audio. */
  private static final double BEYOND_END = 0.25;

  private final List<WrittenWord> words;
  private final List<String> written;
  private final List<String> spoken;
  private final double[] lengths;
  private final Sound sound;
  private final Silences silences;

  /**
   * @param text every word of what the recording says, and how it is read
   * @param language of the text
   */
  public WordAligner(Utterance text, Locale language, Sound sound) {
    this.words = text.words();
    this.written = words.stream().map(WrittenWord::text).toList();
    this.spoken = text.spoken();
    this.sound = sound;
    this.silences = Silences.in(sound);
    this.lengths = new double[words.size()];
    var digits = new Digits(language);
    for (int i = 0; i < lengths.length; i++) {
      String said = digits.inWords(spoken.get(i));
      lengths[i] = SpokenLength.of(said, Break.after(written.get(i)));
    }
  }

  /**
   * Times from the words that a service told, be they the written ones or what is said for them.
   *
   * @param heard in order; empty when it told none
   * @return nothing when these words cannot be relied on
   */
  public Optional<SpokenText> heard(List<HeardWord> heard) {
    if (heard.isEmpty() || heard.get(heard.size() - 1).end() > sound.seconds() + BEYOND_END) {
      return Optional.empty();
    }
    Result asSaid = HeardTimes.of(spoken, lengths, heard, silences);
    Result asWritten = HeardTimes.of(written, lengths, heard, silences);
    Result result = asSaid.matched() >= asWritten.matched() ? asSaid : asWritten;
    return result.matched() < MOSTLY
        ? Optional.empty()
        : Optional.of(timed(result.spans(), TimingSource.EXACT));
  }

  /**
   * Times by another reading of the same words whose times are known: dynamic time warping.
   *
   * @param reference of the same text, with as many words
   */
  public SpokenText warped(SpokenText reference) {
    if (reference.words().size() != words.size()) {
      throw new IllegalArgumentException("The readings are not of the same text");
    }
    List<Span> known =
        reference.words().stream().map(word -> new Span(word.start(), word.end())).toList();
    List<Span> warped = WarpedTimes.of(sound, silences, reference.sound(), known);
    return timed(Plausibility.restored(warped, lengths, silences), TimingSource.ALIGNED);
  }

  /** Times by silences, punctuation and the length of words, from the recording alone. */
  public SpokenText anchored() {
    return timed(AnchoredTimes.of(written, lengths, silences), TimingSource.ESTIMATED);
  }

  /** Whatever was found: in order, and within the recording. */
  private SpokenText timed(List<Span> spans, TimingSource source) {
    List<WordTiming> timed = new ArrayList<>();
    double last = 0;
    double limit = sound.seconds();
    for (int i = 0; i < words.size(); i++) {
      WrittenWord word = words.get(i);
      double start = Math.min(limit, Math.max(last, spans.get(i).start()));
      double end = Math.min(limit, Math.max(start, spans.get(i).end()));
      timed.add(new WordTiming(word.text(), word.from(), word.to(), start, end));
      last = end;
    }
    return new SpokenText(sound, timed, source);
  }
}
