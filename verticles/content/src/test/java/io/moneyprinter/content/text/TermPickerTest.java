package io.moneyprinter.content.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermPickerTest {
  @Test
  void nounsComeBeforeVerbsAndSmallWords() {
    List<String> terms =
        pick("en", "The farmers carefully pick ripe cherries from a hillside in Ethiopia.");

    assertThat(terms).hasSizeBetween(3, 5).contains("farmers", "cherries", "hillside", "ethiopia");
    assertThat(terms).doesNotContain("the", "carefully", "from");
  }

  @Test
  void numbersAreNeverTerms() {
    assertThat(pick("en", "In 1554 two coffee houses opened in Istanbul, and 300 followed."))
        .contains("istanbul", "coffee")
        .noneMatch(term -> term.matches(".*\\d.*"));
  }

  @Test
  void germanNounsAreKnownByTheirCapital() {
    assertThat(pick("de", "Am Morgen duftet der frische Kaffee durch die ganze Küche."))
        .contains("kaffee", "küche", "morgen")
        .doesNotContain("ganze", "durch");
  }

  @Test
  void aLanguageWithoutAListFallsBackOnLength() {
    assertThat(pick("sv", "Morgonens kaffe doftar genom hela köket och trädgården"))
        .hasSizeBetween(3, 5)
        .contains("trädgården", "morgonens");
  }

  @Test
  void chineseIsCutIntoWordsFirst() {
    assertThat(pick("zh", "咖啡豆其实是一种果实的种子，生长在赤道附近的山坡上。")).hasSizeBetween(3, 5).contains("果实", "种子");
  }

  @Test
  void aSceneWithNothingToShowBorrowsFromTheOthers() {
    List<List<String>> terms =
        new TermPicker("en")
            .pick(List.of("Volcanoes build islands out of lava and ash.", "And why not?"));

    assertThat(terms.get(1)).hasSizeGreaterThanOrEqualTo(3).contains("lava");
  }

  @Test
  void oneThingIsNamedOnce() {
    List<String> terms = pick("en", "A wave lifts the boat, and more waves lift more boats.");

    assertThat(terms).filteredOn(term -> term.startsWith("wave")).hasSize(1);
    assertThat(terms).filteredOn(term -> term.startsWith("boat")).hasSize(1);
  }

  private static List<String> pick(String language, String narration) {
    return new TermPicker(language).pick(List.of(narration)).get(0);
  }
}
