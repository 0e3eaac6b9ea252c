package io.moneyprinter.speech.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.text.WrittenWord;
import io.moneyprinter.speech.text.WrittenWords;
import java.util.List;

/** What holds for everything that is ever spoken. */
public final class SpeechAssertions {
  private SpeechAssertions() {}

  /** Every written word has its time, in order, within the sound. */
  public static void assertEveryWordIsTimed(String text, List<WordTiming> words, double seconds) {
    assertThat(words)
        .extracting(word -> new WrittenWord(word.text(), word.from(), word.to()))
        .isEqualTo(WrittenWords.of(text));
    double at = 0;
    for (WordTiming word : words) {
      assertThat(word.start()).as(word.toString()).isGreaterThanOrEqualTo(at);
      at = word.end();
    }
    assertThat(at).isLessThanOrEqualTo(seconds);
  }

  /** Words with letters sound while they are said to, and between two sentences it is quiet. */
  public static void assertSoundsWhereTimed(List<WordTiming> words, Sound sound) {
    for (int i = 0; i < words.size(); i++) {
      WordTiming word = words.get(i);
      if (word.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
        assertThat(word.end() - word.start()).as(word.toString()).isBetween(0.02, 3.0);
        assertThat(Probe.level(sound, word.start(), word.end()))
            .as("level of " + word)
            .isGreaterThan(-40);
      }
      if (i + 1 < words.size() && words.get(i + 1).start() - word.end() > 0.3) {
        assertThat(Probe.level(sound, word.end() + 0.1, words.get(i + 1).start() - 0.03))
            .as("level behind " + word)
            .isLessThan(-45);
      }
    }
  }
}
