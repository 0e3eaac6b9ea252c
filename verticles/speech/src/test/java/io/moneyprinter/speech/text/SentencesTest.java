package io.moneyprinter.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void marksEndASentenceAndAbbreviationsDoNot() {
    assertThat(
            sentences(
                "Dr. Smith met J. Doe at 7 p.m. in the U.S. “Why?” he said. No! Er, z. B. so."))
        .containsExactly(
            "Dr. Smith met J. Doe at 7 p.m. in the U.S.",
            "“Why?” he said.",
            "No!",
            "Er, z. B. so.");
  }

  @Test
  void aLanguagesOwnAbbreviationsAndOrdinalsEndNothing() {
    String text =
        "Am 3. Oktober kam Dr. Kurz, d. h. Herr Dr. Lang usw. Danach ging er. Es war 5 v. Chr. Nein!";

    List<Sentence> sentences = Sentences.of(text, WrittenWords.of(text), Locale.GERMAN);

    assertThat(sentences).hasSize(2);
    assertThat(sentences.get(1).words().get(0).text()).isEqualTo("Es");
  }

  @Test
  void otherScriptsHaveTheirOwnMarks() {
    assertThat(Sentences.of("你好。再见！", WrittenWords.of("你好。再见！"))).hasSize(2);
    assertThat(sentences("मैं ठीक हूँ। आप?")).hasSize(2);
    assertThat(sentences("كيف حالك؟ بخير.")).hasSize(2);
  }

  @Test
  void aBlankLineEndsAParagraphAndALineEndNothing() {
    String text = "One line\nand its rest\n\nA title\n\nThe end.";

    List<Sentence> sentences = Sentences.of(text, WrittenWords.of(text));

    assertThat(sentences).extracting(Sentence::endsParagraph).containsExactly(true, true, false);
  }

  @Test
  void anEndlessSentenceIsCutAtAComma() {
    String text = "word ".repeat(50) + "comma, " + "word ".repeat(50);

    List<Sentence> sentences = Sentences.of(text, WrittenWords.of(text));

    assertThat(sentences).hasSize(2);
    assertThat(sentences.get(0).words()).hasSize(51);
  }

  private static List<String> sentences(String text) {
    return Sentences.of(text, WrittenWords.of(text)).stream()
        .map(
            sentence ->
                sentence.words().stream().map(WrittenWord::text).collect(Collectors.joining(" ")))
        .toList();
  }
}
