package io.moneyprinter.speech.scene;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.audio.FormatNormalizer;
import io.moneyprinter.speech.audio.Gain;
import io.moneyprinter.speech.audio.Loudness;
import io.moneyprinter.speech.audio.Sound;
import java.util.ArrayList;
import java.util.List;

/** The sound of a scene in the making: passages and silences, one after the other. */
final class SceneSound {
  /** The level of speech that voices are brought to when several speak, root mean square. */
  private static final double LEVEL = Math.pow(10, -20 / 20.0);

  private static final double MOST_DECIBELS = 9;

  private final List<float[]> parts = new ArrayList<>();
  private final List<WordTiming> words = new ArrayList<>();
  private int length;

  void silence(double seconds) {
    append(new float[(int) Math.round(seconds * FormatNormalizer.RATE)]);
  }

  /**
   * @param spoken times from the beginning of the sound
   * @param alone whether nobody else speaks, so that the level stays as it is
   */
  void add(Sound sound, List<WordTiming> spoken, boolean alone) {
    double begin = seconds();
    append((alone ? sound : levelled(sound)).samples());
    spoken.forEach(word -> words.add(moved(word, begin)));
  }

  Sound sound() {
    var samples = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, samples, at, part.length);
      at += part.length;
    }
    return new Sound(samples, FormatNormalizer.RATE);
  }

  List<WordTiming> words() {
    return List.copyOf(words);
  }

  double seconds() {
    return (double) length / FormatNormalizer.RATE;
  }

  private static Sound levelled(Sound sound) {
    double level = Loudness.level(sound, 0, sound.samples().length);
    double decibels = level > 0 ? 20 * Math.log10(LEVEL / level) : 0;
    return Gain.apply(sound, Math.max(-MOST_DECIBELS, Math.min(MOST_DECIBELS, decibels)));
  }

  private static WordTiming moved(WordTiming word, double by) {
    return new WordTiming(word.text(), word.from(), word.to(), word.start() + by, word.end() + by);
  }

  private void append(float[] samples) {
    parts.add(samples);
    length += samples.length;
  }
}
