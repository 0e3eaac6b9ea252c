package io.moneyprinter.speech.align;

import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Word times carried over from another reading of the same text whose times are known. Where the
 * recording is silent at the border of two words, the silence is given to neither.
 */
final class WarpedTimes {
  /** A silence this near a border is that border. */
  private static final double NEAR = 0.06;

  private static final double SHORTEST_SILENCE = 0.08;

  private WarpedTimes() {}

  /**
   * @param known times of the words in {@code reference}, in order
   * @return times of the same words in {@code sound}
   */
  static List<Span> of(Sound sound, Silences silences, Sound reference, List<Span> known) {
    Silences of = Silences.in(reference);
    Stretch there = silences.speech();
    Stretch here = of.speech();
    double[] map =
        TimeWarp.map(
            SpeechFeatures.of(part(reference, here)), SpeechFeatures.of(part(sound, there)));
    List<Span> spans = new ArrayList<>();
    double last = there.start();
    for (Span word : known) {
      double start = clamp(there.start() + at(map, word.start() - here.start()), last, there.end());
      double end = clamp(there.start() + at(map, word.end() - here.start()), start, there.end());
      spans.add(new Span(start, end));
      last = end;
    }
    return apart(spans, silences.longerThan(SHORTEST_SILENCE));
  }

  private static Sound part(Sound sound, Stretch speech) {
    return sound.slice(sound.sampleAt(speech.start()), sound.sampleAt(speech.end()));
  }

  private static double at(double[] map, double seconds) {
    double frame = seconds / SpeechFeatures.STEP;
    int before = (int) Math.max(0, Math.min(map.length - 1, Math.floor(frame)));
    int after = Math.min(map.length - 1, before + 1);
    double share = clamp(frame - before, 0, 1);
    return (map[before] * (1 - share) + map[after] * share) * SpeechFeatures.STEP;
  }

  private static List<Span> apart(List<Span> spans, List<Stretch> silences) {
    List<Span> apart = new ArrayList<>(spans);
    int word = 0;
    for (Stretch silence : silences) {
      while (word + 1 < apart.size() && apart.get(word + 1).start() < silence.start() - NEAR) {
        word++;
      }
      int next = word + 1;
      // What was put wholly into the silence is said behind it.
      while (next < apart.size() && apart.get(next).end() <= silence.end()) {
        apart.set(next++, new Span(silence.end(), silence.end()));
      }
      boolean bordering =
          next < apart.size()
              && apart.get(word).start() < silence.start()
              && apart.get(word).end() >= silence.start() - NEAR
              && apart.get(next).start() <= silence.end() + NEAR;
      if (bordering) {
        Span before = apart.get(word);
        apart.set(word, new Span(before.start(), silence.start()));
        apart.set(next, new Span(silence.end(), apart.get(next).end()));
      }
    }
    return apart;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
