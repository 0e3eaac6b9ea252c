package io.moneyprinter.speech.espeak;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.SpeechAssertions;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EspeakProviderTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static EspeakProvider espeak;

  @BeforeAll
  static void start(@TempDir Path cache) {
    espeak =
        new EspeakProvider(
            new EspeakProcess(
                VERTX,
                new WorkerPools(VERTX, 2),
                cache,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30)),
            new Narrator(Duration.ofMillis(350), Duration.ofMillis(700)));
  }

  @AfterAll
  static void stop() {
    answer(espeak.close());
    answer(VERTX.close());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Kaffee — das Lieblingsgetränk – kommt aus Äthiopien. Er kostet 3,50 € und z. B. 12 % mehr; „gut“, sagte Frau Müller 🚀!",
        "es | ¿Sabías que 1.000 personas toman café en España? ¡Increíble! ¿Y tú?",
        "zh | 咖啡是世界上最受欢迎的饮料，使用GPU加速。2024年有100个。",
        "ru | Кофе — самый популярный напиток в мире. В 2024 году его пили 1000 человек.",
        "fr | L’eau, c’est la vie ! Voilà « 25 % » de plus, n’est-ce pas ?",
        "ko | 커피는 세계에서 가장 인기 있는 음료입니다.",
        "ar | القهوة هي المشروب الأكثر شعبية في العالم. لماذا؟",
        "hi | कॉफ़ी दुनिया का सबसे लोकप्रिय पेय है। क्यों?",
        "en | In the end, it’s one of the best — AI and GPUs at $5.99!"
      })
  void everyWrittenWordHasTheTimeAtWhichItSounds(String language, String text) {
    SpokenText spoken = say(text, language, 1);

    assertThat(spoken.timing()).isEqualTo(TimingSource.EXACT);
    SpeechAssertions.assertEveryWordIsTimed(text, spoken.words(), spoken.sound().seconds());
    SpeechAssertions.assertSoundsWhereTimed(spoken.words(), spoken.sound());
  }

  @Test
  void chineseIsTimedByTheCharacter() {
    SpokenText spoken = say("咖啡是世界上最受欢迎的饮料。", "zh-CN", 1);

    assertThat(spoken.words()).hasSize(13);
    assertThat(spoken.words())
        .allSatisfy(word -> assertThat(word.end() - word.start()).isBetween(0.1, 0.5));
  }

  @ParameterizedTest
  @CsvSource({"th, กาแฟเป็นเครื่องดื่มที่ได้รับความนิยม", "ja, こーひーは せかいで いちばん にんきの のみものです。"})
  void wordsThatTheEngineRunsTogetherAreSharedOutAndSaidToBeEstimated(
      String language, String text) {
    SpokenText spoken = say(text, language, 1);

    assertThat(spoken.timing()).isEqualTo(TimingSource.ESTIMATED);
    SpeechAssertions.assertEveryWordIsTimed(text, spoken.words(), spoken.sound().seconds());
    SpeechAssertions.assertSoundsWhereTimed(spoken.words(), spoken.sound());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.5, 2.0})
  void theRateChangesTheLengthAndNotThePitch(double rate) {
    String text = "Jeden Morgen trinken Millionen Menschen eine Tasse Kaffee.";
    SpokenText usual = say(text, "de", 1);

    SpokenText paced = say(text, "de", rate);

    assertThat(paced.sound().seconds() * rate / usual.sound().seconds()).isCloseTo(1, within(0.08));
    assertThat(Probe.pitch(paced.sound()) / Probe.pitch(usual.sound())).isCloseTo(1, within(0.1));
  }

  @Test
  void aWomansVoiceIsHigher() {
    String text = "Guten Morgen, liebe Leute, wie geht es euch heute?";
    SpokenText man = say(text, "de", 1);

    var request = new SpeechRequest(text, "de", voice("espeak:de+f3"), 1);
    SpokenText woman = answer(espeak.speak(request, Unwatched.work()));

    assertThat(Probe.pitch(woman.sound())).isGreaterThan(1.4 * Probe.pitch(man.sound()));
  }

  @Test
  void charactersThatItCannotReadAreRefusedWithARemedy() {
    assertThatThrownBy(() -> say("日本の珈琲", "ja", 1))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
              assertThat(failure).hasMessageContaining("kana");
            });
    assertThatThrownBy(() -> say("你好 world", "en", 1)).hasMessageContaining("\"zh\"");
  }

  @Test
  void theSameTextSoundsTheSameWhateverWasSaidBefore() {
    SpokenText first = say("Salt comes from the sea.", "en", 1);
    say("Or from the mountain.", "en", 1);

    SpokenText again = say("Salt comes from the sea.", "en", 1);

    assertThat(again.sound().samples()).isEqualTo(first.sound().samples());
    assertThat(again.words()).isEqualTo(first.words());
  }

  private static SpokenText say(String text, String language, double rate) {
    var voice = espeak.voiceFor(language).orElseThrow();
    return answer(
        espeak.speak(new SpeechRequest(text, language, voice, rate), Unwatched.work()), 60);
  }

  private static io.moneyprinter.codecs.speech.Voice voice(String id) {
    return espeak.voices().stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
  }
}
