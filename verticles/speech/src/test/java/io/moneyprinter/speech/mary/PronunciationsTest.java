package io.moneyprinter.speech.mary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PronunciationsTest {
  private final Pronunciations pronunciations = new Pronunciations();

  @ParameterizedTest
  @ValueSource(strings = {"GPU", "AI", "HTML", "USA", "US", "CEO", "TV"})
  void acronymsAreSpelled(String word) {
    String phones = pronunciations.pieces(word).get(0).phones();

    assertThat(phones.split("' ")).hasSize(word.length() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NASA", "NEVER", "THE", "NO", "Coffee", "is", "OK", "RAM", "A", "I"})
  void wordsInCapitalsAreWords(String word) {
    assertThat(pronunciations.pieces(word)).containsExactly(new Pronunciations.Piece(word, null));
  }

  @Test
  void whatIsAroundAnAcronymIsLeftToTheEngine() {
    assertThat(pronunciations.pieces("GPT-4, CPUs and COVID-19."))
        .extracting(Pronunciations.Piece::text)
        .containsExactly("GPT", "4,", "CPUs", "and", "COVID", "19.");
    assertThat(pronunciations.pieces("CPUs").get(0).phones()).endsWith(" z");
  }

  @Test
  void britishSpellingIsSaidLikeTheAmericanOne() {
    assertThat(pronunciations.pieces("Realise").get(0).phones()).isEqualTo("' r i - l AI z");
    assertThat(pronunciations.pieces("neighbourhood").get(0).phones()).startsWith("' n EI");
  }
}
