package io.moneyprinter.speech.recording;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import java.util.List;

/** Cuts one text out of a recording of several, in the middle of the silences around it. Pure. */
final class WholeRecording {
  private WholeRecording() {}

  /**
   * The words of all texts in the recording.
   *
   * @param words with their places in {@link SpeechRequest.Part#whole}
   */
  record Words(List<WordTiming> words, TimingSource timing) {
    Words {
      words = List.copyOf(words);
    }
  }

  /** The sound of a part, and its words from the beginning of that sound. */
  static SpokenText part(Sound sound, Words all, SpeechRequest request) {
    int from = request.part().from();
    int to = from + request.text().length();
    List<WordTiming> words = all.words();
    int first = 0;
    while (first < words.size() && words.get(first).from() < from) {
      first++;
    }
    int last = first;
    while (last < words.size() && words.get(last).from() < to) {
      last++;
    }
    double begin = first == 0 ? 0 : middle(words, first, sound);
    double end = last == words.size() ? sound.seconds() : middle(words, last, sound);
    Sound own = sound.slice(sound.sampleAt(begin), sound.sampleAt(end));
    List<WordTiming> told =
        words.subList(first, last).stream()
            .map(
                word ->
                    new WordTiming(
                        word.text(),
                        word.from() - from,
                        word.to() - from,
                        Math.max(0, word.start() - begin),
                        Math.max(0, word.end() - begin)))
            .toList();
    return new SpokenText(own, told, all.timing());
  }

  /** Of what lies between a word and the one before it. */
  private static double middle(List<WordTiming> words, int at, Sound sound) {
    double before = words.get(at - 1).end();
    double after = at < words.size() ? words.get(at).start() : sound.seconds();
    return (before + after) / 2;
  }
}
