package io.moneyprinter.speech.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechAssertions;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.Utterance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordAlignerTest {
  static final Map<String, String> TEXTS =
      Map.of(
          "en",
          "Every morning, more than two billion cups of coffee are drunk around the world. The"
              + " plant came from Ethiopia, where a goat herder, so the story goes, saw his animals"
              + " dance. In 1675 there were over 3,000 coffee houses in England! Did you know that"
              + " a king once tried to close them all?",
          "de",
          "Jeden Morgen trinken Millionen Menschen eine Tasse Kaffee, bevor sie zur Arbeit gehen."
              + " Die Pflanze kommt aus Äthiopien, wo ein Hirte, so erzählt man, seine Ziegen tanzen"
              + " sah. Im Jahr 1675 gab es mehr als 3000 Häuser. Wer hätte das gedacht?",
          "es",
          "Cada mañana, más de dos mil millones de tazas de café se beben en el mundo. La planta"
              + " vino de Etiopía, donde un pastor, según la historia, vio bailar a sus cabras."
              + " ¿Sabías que un rey quiso cerrar todas las casas de café?",
          "ru",
          "Каждое утро миллионы людей пьют кофе, прежде чем идти на работу. Растение пришло из"
              + " Эфиопии, где пастух, как рассказывают, увидел танцующих коз. Кто бы мог подумать?");

  private static TrueSpeech speech;

  @BeforeAll
  static void start(@TempDir Path cache) {
    speech = new TrueSpeech(cache);
  }

  @AfterAll
  static void stop() {
    speech.close();
  }

  @ParameterizedTest
  @CsvSource({"en, 0.8", "en, 1.4", "de, 1.4", "es, 0.8", "ru, 1.0"})
  void wordsAreFoundToTheSyllableByAnotherVoicesReading(String language, double rate) {
    SpokenText truth = truth(language, rate);
    SpokenText reference = speech.espeak(TEXTS.get(language), language, "", 1);
    for (Sound sound : List.of(truth.sound(), TrueSpeech.throughTelephone(truth.sound()))) {
      SpokenText found = aligner(language, sound).warped(reference);

      assertThat(found.timing()).isEqualTo(TimingSource.ALIGNED);
      SpeechAssertions.assertEveryWordIsTimed(TEXTS.get(language), found.words(), sound.seconds());
      var error = AlignmentError.of(language + " " + rate, truth.words(), found.words());
      assertThat(error.quantile(0.5)).as(error.row()).isLessThanOrEqualTo(60);
      assertThat(error.quantile(0.95)).as(error.row()).isLessThanOrEqualTo(200);
    }
  }

  @Test
  void timesCountFromTheMeasuredAudioAcrossChunks() {
    String text = TEXTS.get("de");
    SpokenText first = speech.espeak(text, "de", "+f3", 1.3);
    SpokenText second = speech.espeak(text, "de", "+f3", 0.8);
    double gap = 0.875;
    double shift = first.sound().seconds() + gap;
    Sound joined = joined(first.sound(), gap, second.sound());
    String whole = text + " " + text;
    List<WordTiming> truth = new ArrayList<>(first.words());
    int letters = text.length() + 1;
    second
        .words()
        .forEach(
            w ->
                truth.add(
                    new WordTiming(
                        w.text(),
                        w.from() + letters,
                        w.to() + letters,
                        w.start() + shift,
                        w.end() + shift)));

    SpokenText found =
        new WordAligner(Utterance.of(whole, Locale.GERMAN), Locale.GERMAN, joined)
            .warped(speech.espeak(whole, "de", "", 1));

    SpeechAssertions.assertEveryWordIsTimed(whole, found.words(), joined.seconds());
    var error = AlignmentError.of("two chunks", truth, found.words());
    assertThat(error.quantile(0.5)).as(error.row()).isLessThanOrEqualTo(60);
    assertThat(error.quantile(0.95)).as(error.row()).isLessThanOrEqualTo(200);
  }

  @Test
  void aWordThatWasSaidOtherwiseCostsNoOther() {
    String said = "The ship left the harbour in the morning and came home with the evening tide.";
    String written = said.replace("morning", "international");
    SpokenText truth = speech.english(said, 1);

    SpokenText found =
        new WordAligner(Utterance.of(written, Locale.ENGLISH), Locale.ENGLISH, truth.sound())
            .warped(speech.espeak(written, "en", "", 1));

    for (int i = 0; i < truth.words().size(); i++) {
      if (!truth.words().get(i).text().equals("morning")) {
        assertThat(found.words().get(i).start())
            .as(found.words().get(i).text())
            .isCloseTo(truth.words().get(i).start(), within(0.2));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "ru"})
  void withoutAnyReadingPausesAndLengthsHoldTheTextToTheAudio(String language) {
    SpokenText truth = truth(language, 1);

    SpokenText found = aligner(language, truth.sound()).anchored();

    assertThat(found.timing()).isEqualTo(TimingSource.ESTIMATED);
    SpeechAssertions.assertEveryWordIsTimed(
        TEXTS.get(language), found.words(), truth.sound().seconds());
    var error = AlignmentError.of(language, truth.words(), found.words());
    assertThat(error.quantile(0.5)).as(error.row()).isLessThanOrEqualTo(80);
    assertThat(error.quantile(0.95)).as(error.row()).isLessThanOrEqualTo(260);
  }

  @Test
  void whatAServiceToldIsMatchedLetterByLetterAndAMismatchCostsOneWord() {
    String text = "Look: 1,000 dollars 🚀 in 2024, said “Zoë” loudly.";
    List<HeardWord> heard =
        List.of(
            new HeardWord("Look", 0.1, 0.4),
            new HeardWord("1", 0.5, 0.6),
            new HeardWord("000", 0.6, 0.9),
            new HeardWord("dollars", 1.0, 1.4),
            new HeardWord("in", 1.5, 1.6),
            new HeardWord("twenty twenty-four", 1.7, 2.4),
            new HeardWord("said Zoe", 2.6, 3.2),
            new HeardWord("loudly", 3.3, 3.8));
    Sound noise = noise(4);

    SpokenText found =
        new WordAligner(Utterance.of(text, Locale.ENGLISH), Locale.ENGLISH, noise)
            .heard(heard)
            .orElseThrow();

    assertThat(found.timing()).isEqualTo(TimingSource.EXACT);
    SpeechAssertions.assertEveryWordIsTimed(text, found.words(), 4);
    assertThat(span(found, "Look:")).containsExactly(0.1, 0.4);
    assertThat(span(found, "1,000")).containsExactly(0.5, 0.9);
    assertThat(span(found, "dollars")).containsExactly(1.0, 1.4);
    assertThat(span(found, "🚀")[0]).isBetween(1.4, 1.5);
    assertThat(span(found, "2024,")[0]).isBetween(1.6, 1.7);
    assertThat(span(found, "2024,")[1]).isBetween(2.3, 2.6);
    assertThat(span(found, "loudly.")).containsExactly(3.3, 3.8);
  }

  @Test
  void aServiceThatTellsOfTheSpokenFormIsUnderstoodToo() {
    String text = "Dr. Kurz zahlte 3,50 €.";
    List<HeardWord> heard =
        List.of(
            new HeardWord("Doktor", 0.1, 0.5),
            new HeardWord("Kurz", 0.5, 0.9),
            new HeardWord("zahlte", 0.9, 1.3),
            new HeardWord("drei", 1.3, 1.6),
            new HeardWord("Euro", 1.6, 1.9),
            new HeardWord("fünfzig", 1.9, 2.5));

    SpokenText found =
        new WordAligner(Utterance.of(text, Locale.GERMAN), Locale.GERMAN, noise(3))
            .heard(heard)
            .orElseThrow();

    assertThat(span(found, "Dr.")).containsExactly(0.1, 0.5);
    assertThat(span(found, "zahlte")).containsExactly(0.9, 1.3);
    assertThat(found.words().get(4).end()).isEqualTo(2.5);
  }

  @Test
  void wordsOfAnotherTextOrBeyondTheAudioAreNotBelieved() {
    var aligner =
        new WordAligner(
            Utterance.of("Good morning everyone", Locale.ENGLISH), Locale.ENGLISH, noise(2));

    assertThat(aligner.heard(List.of())).isEmpty();
    assertThat(aligner.heard(List.of(new HeardWord("xyz", 0, 1)))).isEmpty();
    assertThat(aligner.heard(List.of(new HeardWord("Good morning everyone", 0, 3)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"🚀", "— !", "Hi", "a. b. c. d. e. f."})
  void strangeTextsAreTimedAsWell(String text) {
    for (double seconds : new double[] {0.001, 0.05, 3}) {
      SpokenText found =
          new WordAligner(Utterance.of(text, Locale.ENGLISH), Locale.ENGLISH, noise(seconds))
              .anchored();
      SpeechAssertions.assertEveryWordIsTimed(text, found.words(), found.sound().seconds());
    }
  }

  private static SpokenText truth(String language, double rate) {
    return language.equals("en")
        ? speech.english(TEXTS.get(language), rate)
        : speech.espeak(TEXTS.get(language), language, "+f3", rate);
  }

  private static double[] span(SpokenText found, String word) {
    return found.words().stream()
        .filter(timing -> timing.text().equals(word))
        .map(timing -> new double[] {timing.start(), timing.end()})
        .findFirst()
        .orElseThrow();
  }

  private static Sound noise(double seconds) {
    var random = new Random(7);
    var samples = new float[(int) (seconds * 16_000)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.1f * (float) random.nextGaussian();
    }
    return new Sound(samples, 16_000);
  }

  private static Sound joined(Sound first, double gap, Sound second) {
    int between = (int) Math.round(gap * first.rate());
    float[] samples =
        Arrays.copyOf(first.samples(), first.samples().length + between + second.samples().length);
    System.arraycopy(
        second.samples(), 0, samples, first.samples().length + between, second.samples().length);
    return new Sound(samples, first.rate());
  }

  private static WordAligner aligner(String language, Sound sound) {
    Locale locale = Locale.forLanguageTag(language);
    return new WordAligner(Utterance.of(TEXTS.get(language), locale), locale, sound);
  }
}
