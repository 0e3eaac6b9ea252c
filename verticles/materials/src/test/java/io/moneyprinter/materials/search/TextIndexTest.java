package io.moneyprinter.materials.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextIndexTest {
  private final TextIndex index = new TextIndex(new TextAnalysis(Thesaurus.load()));

  @AfterEach
  void close() {
    index.close();
  }

  /** One form of a word asks for another; the last entry shares nothing with the question. */
  @ParameterizedTest
  @CsvSource({
    "en, the mice were running, mouse in a field",
    "en, children, a child on a swing",
    "de, Häuser am Fluss, Ein altes Haus",
    "de, eine Tasse, Kaffeetasse auf dem Tisch",
    "de, Sonnenuntergang, Untergang der Sonne über dem Meer",
    "fr, les chevaux galopent, Un cheval au galop",
    "fr, l’église, Vieille église de village",
    "es, las flores, Una flor roja en el campo",
    "it, gatti, Il gatto dorme",
    "pt, as praias, Uma praia ao sol",
    "ru, красивые дома, Старый дом на улице",
    "tr, kitaplar, Eski bir kitap",
    "ja, 猫が好き, 猫の写真",
    "zh, 北京的夜晚, 北京夜景",
    "ko, 서울 야경, 서울 거리",
    "ar, المدينة, مدينة قديمة",
    "hi, किताबें, पुरानी किताब",
    "th, แมว, แมวนอนหลับ"
  })
  void wordsAreFoundInOtherForms(String language, String asked, String title) {
    index.put(
        List.of(
            new SearchEntry("it", List.of(language), title, List.of(), "", Set.of()),
            new SearchEntry("other", List.of("en"), "zzz", List.of("qqq"), "", Set.of())));

    List<TextHit> hits =
        index.search(
            new TextQuery(List.of(new TextQuery.Part(asked, language, 1)), null, true), 0, 5);

    assertThat(hits).extracting(TextHit::id).containsExactly("it");
    assertThat(hits.get(0).words()).isNotEmpty();
  }

  @Test
  void theWordItselfComesBeforeOneOfLikeMeaning() {
    index.put(
        List.of(
            new SearchEntry("doctor", "A doctor at work", List.of(), ""),
            new SearchEntry("physician", "A physician at work", List.of(), ""),
            new SearchEntry("baker", "A baker at work", List.of(), "")));

    List<TextHit> hits = index.search(TextQuery.typed("physician", Set.of()), 0, 5);

    assertThat(hits).extracting(TextHit::id).startsWith("physician", "doctor");
    assertThat(hits.get(1).words()).containsExactly("physician (doctor)");
    assertThat(hits.get(0).score()).isGreaterThan(hits.get(1).score() * 1.2);
  }

  /** "sea" is a small word of Spanish, "war" one of German. */
  @ParameterizedTest
  @CsvSource({"sea", "war", "hat", "men"})
  void aWordThatIsSmallInAnotherLanguageIsFoundWhereItStandsAlone(String word) {
    TextAnalysis analysis = new TextAnalysis(Thesaurus.load());
    assertThat(analysis.languages(word + " " + word, "en")).contains("en");
  }

  @Test
  void aThingIsFoundByItsKind() {
    index.put(
        List.of(
            new SearchEntry("dog", "Dog", List.of(), ""),
            new SearchEntry("car", "Car", List.of(), "")));

    assertThat(index.search(TextQuery.typed("animals", Set.of()), 0, 5))
        .extracting(TextHit::id)
        .containsExactly("dog");
  }

  @Test
  void marksNarrowAndPagesFollowOneAnother() {
    for (int i = 0; i < 9; i++) {
      index.put(
          List.of(
              new SearchEntry(
                  "e" + i, List.of("en"), "River", List.of(), "", Set.of("kind:" + i % 2))));
    }

    List<TextHit> first = index.search(TextQuery.typed("river", Set.of("kind:0")), 0, 3);
    List<TextHit> second = index.search(TextQuery.typed("river", Set.of("kind:0")), 3, 3);

    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(index.search(TextQuery.typed("", Set.of("kind:1")), 0, 10)).hasSize(4);
  }

  @Test
  void anEntryIsReplacedAndRemoved() {
    index.put(List.of(new SearchEntry("one", "River", List.of(), "")));
    index.put(List.of(new SearchEntry("one", "Mountain", List.of(), "")));

    assertThat(index.size()).isEqualTo(1);
    assertThat(index.search(TextQuery.typed("river", Set.of()), 0, 5)).isEmpty();
    assertThat(index.search(TextQuery.typed("mountains", Set.of()), 0, 5)).hasSize(1);

    index.remove(List.of("one", "unknown"));
    assertThat(index.search(TextQuery.typed("mountain", Set.of()), 0, 5)).isEmpty();
  }
}
