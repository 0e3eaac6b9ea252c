package io.moneyprinter.speech.mary;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.SpeechAssertions;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaryProviderTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final MaryProvider MARY =
      new MaryProvider(
          new WorkerPools(VERTX, 2), new Narrator(Duration.ofMillis(350), Duration.ofMillis(700)));
  private static final long ENGINE_SECONDS = 90;

  @AfterAll
  static void stop() {
    answer(VERTX.close());
  }

  @Test
  void everyWrittenWordHasTheTimeAtWhichItSounds() {
    String text =
        """
        Coffee — the world’s favourite drink — began in Ethiopia. “It’s GPU time,” said Dr. Smith \
        of NASA at 7:45 a.m. In 1969, Apollo 11 flew 384,400 km (to the Moon), and about 50% of \
        $25.4 billion was and/or wasn’t spent 🚀!

        Visit https://www.example.com/path now, or don’t… AI, CPUs & 4K: $5.99 for 10–20 users.
        """;

    SpokenText spoken = say(text, 1);

    assertThat(spoken.timing()).isEqualTo(TimingSource.EXACT);
    SpeechAssertions.assertEveryWordIsTimed(text, spoken.words(), spoken.sound().seconds());
    SpeechAssertions.assertSoundsWhereTimed(spoken.words(), spoken.sound());
    // A number takes longer than a short word, an address longer than either.
    assertThat(length(spoken, "384,400")).isGreaterThan(1.5);
    assertThat(length(spoken, "$25.4")).isBetween(0.8, 2.0);
    assertThat(length(spoken, "the")).isLessThan(0.3);
    assertThat(length(spoken, "https://www.example.com/path")).isBetween(0.8, 1.8);
    assertThat(length(spoken, "GPU")).isBetween(0.4, 0.8);
  }

  @Test
  void sentencesAndParagraphsAreApartByTheirPauses() {
    SpokenText spoken = say("It rains. It pours.\n\nThe old man snores.", 1);

    assertThat(gapAfter(spoken, 1)).isCloseTo(0.35 + 0.08, within(0.06));
    assertThat(gapAfter(spoken, 3)).isCloseTo(0.70 + 0.08, within(0.06));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.5, 2.0})
  void theRateChangesTheLengthAndNotThePitch(double rate) {
    String text = "Every morning, millions of people drink a cup of coffee.";
    SpokenText usual = say(text, 1);

    SpokenText paced = say(text, rate);

    assertThat(paced.sound().seconds() * rate / usual.sound().seconds()).isCloseTo(1, within(0.04));
    assertThat(Probe.pitch(paced.sound()) / Probe.pitch(usual.sound())).isCloseTo(1, within(0.04));
    for (int i = 0; i < usual.words().size(); i++) {
      assertThat(paced.words().get(i).start() * rate)
          .isCloseTo(usual.words().get(i).start(), within(0.04 * rate));
    }
    SpeechAssertions.assertSoundsWhereTimed(paced.words(), paced.sound());
  }

  @Test
  void textsAreSpokenBesideEachOtherAndAlike() {
    String text = "One, two, three. Four, five, six.";
    SpokenText alone = say(text, 1);

    List<Future<SpokenText>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      running.add(MARY.speak(request(text, 1), Unwatched.work()));
    }

    assertThat(answer(Future.all(running), ENGINE_SECONDS).<SpokenText>list())
        .allSatisfy(
            spoken -> {
              assertThat(spoken.words()).isEqualTo(alone.words());
              assertThat(spoken.sound().samples()).hasSameSizeAs(alone.sound().samples());
            });
  }

  @Test
  void cancelledWorkStopsBetweenTwoSentences() {
    Unwatched work = Unwatched.cancelledAt(0.2);

    Future<SpokenText> speaking =
        MARY.speak(request("One. Two. Three. Four. Five. Six. Seven. Eight.", 1), work);

    assertThatThrownBy(() -> answer(speaking, ENGINE_SECONDS))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.CANCELLED));
    assertThat(work.done().get()).isEqualTo(0.25);
  }

  @Test
  void aTextInOtherLettersIsRefusedAndAWordInThemIsPassedOver() {
    SpokenText spoken = say("The word Москва is a name.", 1);

    assertThat(spoken.words()).hasSize(6);
    assertThatThrownBy(() -> say("Москва столица России", 1))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.INVALID));
  }

  private static double length(SpokenText spoken, String word) {
    WordTiming timing =
        spoken.words().stream().filter(w -> w.text().equals(word)).findFirst().orElseThrow();
    return timing.end() - timing.start();
  }

  private static double gapAfter(SpokenText spoken, int word) {
    return spoken.words().get(word + 1).start() - spoken.words().get(word).end();
  }

  private static SpokenText say(String text, double rate) {
    return answer(MARY.speak(request(text, rate), Unwatched.work()), ENGINE_SECONDS);
  }

  private static SpeechRequest request(String text, double rate) {
    return new SpeechRequest(text, "en", MARY.voices().get(0), rate);
  }
}
