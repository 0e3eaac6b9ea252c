package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.video.fonts.Scripts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionPhrasesTest {
  private static final String STORY =
      "Coffee was discovered by a goat herder, or so the story goes. His goats ate red berries and"
          + " danced all night; the monks who heard of it brewed the first cup, and nobody has slept"
          + " well since. Dr. Smith agrees!";

  @Test
  void phrasesAreShortAndNeverCrossASentence() {
    List<Caption> captions = CaptionPhrases.of(spoken(STORY, 0.32), "en", 40, 3000, 30);

    assertThat(captions)
        .allSatisfy(
            caption -> {
              assertThat(caption.text().length()).isLessThanOrEqualTo(CaptionPhrases.MOST_SIGNS);
              assertThat(caption.words()).hasSizeBetween(2, CaptionPhrases.MOST_WORDS);
              assertThat(caption.text().substring(0, caption.text().length() - 1))
                  .doesNotContain("goes.", "since.", "agrees!");
            });
    assertThat(captions)
        .extracting(Caption::text)
        .anyMatch(text -> text.endsWith("herder,"))
        .anyMatch(text -> text.endsWith("goes."))
        .contains("Dr. Smith agrees!");
    assertThat(String.join(" ", captions.stream().map(Caption::text).toList())).isEqualTo(STORY);
  }

  @Test
  void aWordLastsUntilTheNextBeginsAndCaptionsNeverOverlap() {
    List<WordTiming> words = spoken(STORY, 0.21);
    List<Caption> captions = CaptionPhrases.of(words, "en", 100, 4000, 30);

    int end = 0;
    int index = 0;
    for (Caption caption : captions) {
      assertThat(caption.start()).isGreaterThanOrEqualTo(end);
      assertThat(caption.words().get(0).start()).isEqualTo(caption.start());
      int frame = caption.start();
      for (Caption.Word word : caption.words()) {
        assertThat(word.start()).isEqualTo(frame);
        assertThat(word.start()).isEqualTo(100 + (int) Math.round(words.get(index).start() * 30));
        assertThat(word.end()).isGreaterThan(word.start());
        frame = word.end();
        index++;
      }
      assertThat(frame).isEqualTo(caption.end());
      end = caption.end();
    }
  }

  @Test
  void aLongSilenceEndsAPhraseAndLeavesTheScreenEmpty() {
    List<WordTiming> words =
        List.of(
            word("Wait", 0.0, 0.3),
            word("for", 0.3, 0.5),
            word("it", 0.5, 0.7),
            word("then", 3.0, 3.3),
            word("go", 3.3, 3.5));
    List<Caption> captions = CaptionPhrases.of(words, "en", 0, 600, 30);

    assertThat(captions).extracting(Caption::text).containsExactly("Wait for it", "then go");
    assertThat(captions.get(0).end()).isBetween(27, 40);
    assertThat(captions.get(1).start()).isEqualTo(90);
    assertThat(captions.get(1).end() - captions.get(1).start()).isGreaterThanOrEqualTo(24);
  }

  @Test
  void nothingShowsAfterTheSceneIsOver() {
    List<Caption> captions = CaptionPhrases.of(spoken("one two three four", 0.5), "en", 0, 31, 30);
    assertThat(captions).isNotEmpty().allMatch(caption -> caption.end() <= 31);
    assertThat(captions.get(captions.size() - 1).words())
        .allMatch(word -> word.end() <= 31 && word.end() > word.start());
  }

  @Test
  void scriptsWithoutSpacesAreCutAtTheirWords() {
    List<Caption> chinese =
        CaptionPhrases.of(List.of(word("咖啡的历史可以追溯到公元九世纪的埃塞俄比亚高原。", 0, 5)), "zh", 0, 300, 30);
    assertThat(chinese).hasSizeGreaterThan(1);
    assertThat(chinese)
        .flatExtracting(Caption::words)
        .extracting(Caption.Word::text)
        .contains("咖啡", "历史", "高原。");

    List<Caption> japanese =
        CaptionPhrases.of(List.of(word("コーヒーは世界中で愛されている飲み物です。", 0, 4)), "ja", 0, 300, 30);
    assertThat(japanese)
        .flatExtracting(Caption::words)
        .extracting(Caption.Word::text)
        .containsExactly("コーヒーは", "世界中で", "愛されている", "飲み物です。");
  }

  @Test
  void aSignThatStandsAloneJoinsItsWord() {
    List<Caption> captions =
        CaptionPhrases.of(
            List.of(
                word("“", 0, 0.1),
                word("Hello", 0.1, 0.5),
                word(",", 0.5, 0.5),
                word("world", 0.6, 1.0),
                word("!", 1.0, 1.0),
                word("”", 1.0, 1.0)),
            "en",
            0,
            90,
            30);
    assertThat(captions)
        .flatExtracting(Caption::words)
        .extracting(Caption.Word::text)
        .containsExactly("“Hello,", "world!”");
  }

  @Test
  void noWordsMakeNoCaptions() {
    assertThat(CaptionPhrases.of(List.of(), "en", 0, 100, 30)).isEmpty();
  }

  @Test
  void anEmojiIsOneSignHoweverManyCharactersItHas() {
    assertThat(Scripts.columns("👨‍👩‍👧‍👦")).isEqualTo(2);
    assertThat(Scripts.columns("👋🏽👩🏾‍🚀")).isEqualTo(4);
    assertThat(Scripts.columns("🇪🇹ok1️⃣")).isEqualTo(6);
  }

  @Test
  void linesAreBalancedAndLeaveNoWordAlone() {
    double[] widths = {5, 3, 4, 6, 2, 5, 3};
    double[] gaps = {0, 1, 1, 1, 1, 1, 1};
    List<Integer> ends = LineBreaks.balanced(widths, gaps, 2);

    assertThat(ends).containsExactly(3, 7);
    assertThat(LineBreaks.widest(widths, gaps, ends)).isEqualTo(19);
    assertThat(LineBreaks.balanced(new double[] {9, 1, 1, 9, 1, 1}, gaps, 3))
        .allMatch(end -> end != 5);
  }

  static List<WordTiming> spoken(String text, double each) {
    List<WordTiming> words = new ArrayList<>();
    double time = 0;
    for (String part : text.split(" ")) {
      words.add(word(part, time, time + each));
      time += each;
    }
    return words;
  }

  private static WordTiming word(String text, double start, double end) {
    return new WordTiming(text, 0, text.length(), start, end);
  }
}
