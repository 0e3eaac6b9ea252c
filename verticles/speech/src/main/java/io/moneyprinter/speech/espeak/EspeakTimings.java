package io.moneyprinter.speech.espeak;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.speech.audio.Loudness;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.espeak.EspeakWire.Answer;
import io.moneyprinter.speech.espeak.EspeakWire.Event;
import io.moneyprinter.speech.provider.Span;
import io.moneyprinter.speech.provider.SpokenSentence;
import java.util.Arrays;
import java.util.List;

/**
 * Finds from espeak-ng's events when each word sounds. A number raises several events and they are
 * joined; "of the", or a whole Thai phrase, raises one and it is shared out by letters.
 */
final class EspeakTimings {
  private final Sound sound;
  private final Span[] spans;
  private final int[] letters;
  private int shared;

  private EspeakTimings(Sound sound, List<String> spoken) {
    this.sound = sound;
    this.spans = new Span[spoken.size()];
    this.letters = spoken.stream().mapToInt(EspeakTimings::lettersIn).toArray();
  }

  /**
   * @param spoken what was to be said for each word
   */
  static SpokenSentence of(Answer answer, EspeakText text, List<String> spoken) {
    var timings = new EspeakTimings(Sound.ofPcm16(answer.pcm(), answer.sampleRate()), spoken);
    timings.join(answer.events(), text);
    timings.share();
    boolean mostlyShared = 2 * timings.shared > spoken.size();
    return new SpokenSentence(
        timings.sound,
        Arrays.asList(timings.spans),
        mostlyShared ? TimingSource.ESTIMATED : TimingSource.EXACT);
  }

  private void join(List<Event> events, EspeakText text) {
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event.kind() == EspeakWire.WORD) {
        int word = text.wordAt(event.character());
        Span span = spanOf(event, events.subList(i + 1, events.size()));
        Span known = spans[word];
        spans[word] =
            known == null
                ? span
                : new Span(
                    Math.min(known.start(), span.start()), Math.max(known.end(), span.end()));
      }
    }
  }

  private Span spanOf(Event word, List<Event> following) {
    int end = sound.samples().length;
    for (Event next : following) {
      if (next.kind() == EspeakWire.WORD) {
        return span(word.sample(), next.sample());
      }
      if (next.kind() == EspeakWire.END) {
        end = next.sample();
        break;
      }
    }
    // The end of a clause is told behind its pause.
    return span(word.sample(), Loudness.endOfAudible(sound, word.sample(), end));
  }

  private Span span(int from, int to) {
    return new Span((double) from / sound.rate(), (double) Math.max(from, to) / sound.rate());
  }

  /** Gives the words without an event of their own a part of the one before them. */
  private void share() {
    int first = 0;
    while (first < spans.length && spans[first] == null) {
      first++;
    }
    if (first == spans.length) {
      spans[0] = span(0, Loudness.endOfAudible(sound, 0, sound.samples().length));
    } else if (first > 0) {
      // What was said before the first event belongs to the words before it.
      double begin = (double) Loudness.firstAudible(sound) / sound.rate();
      boolean unheard = begin >= spans[first].start();
      spans[0] = unheard ? spans[first] : new Span(begin, spans[first].start());
      spans[first] = unheard ? null : spans[first];
    }
    for (int from = 0; from < spans.length; ) {
      int to = from + 1;
      while (to < spans.length && spans[to] == null) {
        to++;
      }
      shareOut(from, to);
      from = to;
    }
  }

  private void shareOut(int from, int to) {
    Span whole = spans[from];
    int total = Math.max(1, Arrays.stream(letters, from, to).sum());
    long speaking = Arrays.stream(letters, from, to).filter(count -> count > 0).count();
    shared += speaking > 1 ? (int) speaking : 0;
    double at = whole.start();
    for (int i = from; i < to; i++) {
      boolean all = speaking == 0 && i == from;
      double part = all ? 1 : (double) letters[i] / total;
      double end = Math.min(whole.end(), at + part * (whole.end() - whole.start()));
      spans[i] = new Span(at, Math.max(at, end));
      at = spans[i].end();
    }
  }

  private static int lettersIn(String spoken) {
    return (int) spoken.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
