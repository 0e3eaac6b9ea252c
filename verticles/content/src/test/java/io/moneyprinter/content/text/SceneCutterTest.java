package io.moneyprinter.content.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneCutterTest {
  private static final String ESSAY =
      """
      Every cup begins as a fruit. Coffee cherries ripen on hillsides near the equator, where warm
      days and cool nights sweeten them slowly. Dr. Almeida picks hers by hand, e.g. the reddest
      ones, at 5 a.m. each day. It is hard work!

      The seeds are dried, sorted and roasted. Heat turns them from green to brown. Then oils and
      sugars make the smell that wakes a whole house. In the U.S. Army they called it a cup of joe.
      Why? Nobody knows for sure. "I need it," said J. R. Smith. He was right.
      """;

  @Test
  void joinedScenesAreTheTextButForWhiteSpace() {
    assertThat(squeezed(String.join("", new SceneCutter("en").cut(ESSAY))))
        .isEqualTo(squeezed(ESSAY));
  }

  @Test
  void abbreviationsAndInitialsDoNotEndASentence() {
    List<String> scenes = new SceneCutter("en").cut(ESSAY);

    assertThat(scenes)
        .noneMatch(scene -> scene.matches("(?s).*(Dr\\.|e\\.g\\.|U\\.S\\.|J\\.|R\\.|a\\.m\\.)$"));
  }

  @Test
  void scenesLastFromFourToFourteenSecondsOfSpeech() {
    List<String> scenes = new SceneCutter("en").cut(ESSAY);

    assertThat(scenes)
        .hasSizeBetween(4, 6)
        .allSatisfy(scene -> assertThat(SpeakingTime.seconds(scene)).isBetween(4.0, 14.5));
  }

  @Test
  void aBlankLineEndsAScene() {
    List<String> scenes =
        new SceneCutter("en")
            .cut(
                "The sea was calm that morning and nobody spoke.\n\n"
                    + "Then the wind came up from the south all at once.");

    assertThat(scenes)
        .containsExactly(
            "The sea was calm that morning and nobody spoke.",
            "Then the wind came up from the south all at once.");
  }

  @Test
  void aHeadingGoesWithWhatItHeads() {
    List<String> scenes =
        new SceneCutter("en").cut("Step one\n\nBoil the water and wait until it is quiet again.");

    assertThat(scenes).containsExactly("Step one Boil the water and wait until it is quiet again.");
  }

  @Test
  void aLonelyShortSentenceJoinsItsNeighbours() {
    List<String> scenes =
        new SceneCutter("en")
            .cut(
                "Bees see colours that we never will, because their eyes reach into ultraviolet"
                    + " light. Petals wear signs there. It works. Every landing is guided by"
                    + " stripes that point straight to the nectar at the heart of the flower.");

    assertThat(scenes).hasSize(2).allMatch(scene -> scene.split(" ").length > 5);
  }

  @Test
  void chineseIsCutAtItsOwnFullStopsWithoutAddedSpaces() {
    String text = "咖啡是世界上最受欢迎的饮料之一。每天有超过二十亿杯咖啡被喝掉。咖啡豆其实是一种果实的种子。它们生长在赤道附近的山坡上！你今天喝咖啡了吗？";

    List<String> scenes = new SceneCutter("zh").cut(text);

    assertThat(scenes).hasSizeGreaterThan(1).allMatch(scene -> scene.matches(".*[。！？]"));
    assertThat(String.join("", scenes)).isEqualTo(text);
  }

  @Test
  void germanDatesStayWhole() {
    List<String> scenes =
        new SceneCutter("de")
            .cut(
                "Am 3. Oktober feiern wir die Einheit, z. B. mit Musik und Kuchen im ganzen Land."
                    + " Danach gehen viele Menschen mit ihren Kindern und Hunden noch bis in den späten"
                    + " Abend hinein im alten Park am Fluss spazieren.");

    assertThat(scenes).first().asString().endsWith("im ganzen Land.");
  }

  @Test
  void aSentenceTooLongForOnePictureIsCutAtItsClauses() {
    String sentence =
        Stream.generate(() -> "the river runs on past the mill and the old stone bridge,")
            .limit(8)
            .collect(Collectors.joining(" "));

    List<String> scenes = new SceneCutter("en").cut(sentence);

    assertThat(scenes)
        .hasSizeGreaterThan(2)
        .allMatch(scene -> scene.endsWith(","))
        .allSatisfy(scene -> assertThat(SpeakingTime.seconds(scene)).isLessThan(15));
  }

  @Test
  void fourThousandWordsWithoutAFullStopAreStillCut() {
    String text = "word ".repeat(4000);

    List<String> scenes = new SceneCutter("en").cut(text);

    assertThat(scenes).allSatisfy(scene -> assertThat(SpeakingTime.seconds(scene)).isLessThan(21));
    assertThat(squeezed(String.join("", scenes))).isEqualTo(squeezed(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "zh", "ja", "th", "ar", "hi", "ru", "und"})
  void noTextIsEverLost(String language) {
    Random random = new Random(language.hashCode());
    String[] bits = {
      "Hello",
      " ",
      ". ",
      "\n",
      "\n\n",
      "Dr.",
      "3.",
      "…",
      "「",
      "」",
      "。",
      "咖啡",
      "สวัสดี",
      "\"",
      "!",
      "?",
      "A.",
      "e.g.",
      "😀",
      "\t",
      "\u00a0",
      "word",
      ", ",
      ";",
      "مرحبا",
      "—",
      "\r\n\r\n",
      "(",
      ")"
    };
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      List<String> scenes = new SceneCutter(language).cut(text.toString());
      assertThat(squeezed(String.join("", scenes))).isEqualTo(squeezed(text.toString()));
      assertThat(scenes).noneMatch(String::isBlank);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }
}
