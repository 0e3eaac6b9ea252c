package io.moneyprinter.speech.align;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.provider.SpeechAssertions;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordTimerTest {
  private static final String TEXT = "Good morning, everyone. The train leaves in five minutes.";
  private static TrueSpeech speech;

  @BeforeAll
  static void start(@TempDir Path cache) {
    speech = new TrueSpeech(cache);
  }

  @AfterAll
  static void stop() {
    speech.close();
  }

  @Test
  void whatAServiceToldComesFirstThenASecondReadingThenTheRecordingAlone() {
    SpokenText truth = speech.english(TEXT, 1.2);
    var request =
        new SpeechRequest(TEXT, "en", new Voice("cloud:any", "Any", "en", "female", false), 1.2);
    var timer = new WordTimer(speech.pools, List.of(speech.espeak));
    List<HeardWord> heard =
        truth.words().stream()
            .map(word -> new HeardWord(word.text(), word.start(), word.end()))
            .toList();

    SpokenText told = answer(timer.time(request, truth.sound(), heard, Unwatched.work()), 30);
    SpokenText read = answer(timer.time(request, truth.sound(), List.of(), Unwatched.work()), 30);
    SpokenText alone =
        answer(
            new WordTimer(speech.pools, List.of())
                .time(request, truth.sound(), List.of(), Unwatched.work()),
            30);

    assertThat(told.timing()).isEqualTo(TimingSource.EXACT);
    assertThat(read.timing()).isEqualTo(TimingSource.ALIGNED);
    assertThat(alone.timing()).isEqualTo(TimingSource.ESTIMATED);
    assertThat(told.words()).isEqualTo(truth.words());
    assertThat(AlignmentError.of("read", truth.words(), read.words()).quantile(0.9))
        .isLessThan(200);
    SpeechAssertions.assertEveryWordIsTimed(TEXT, alone.words(), truth.sound().seconds());
  }

  @Test
  void aReadingThatFailsCostsOnlyPrecision() {
    SpokenText truth = speech.english(TEXT, 1);
    // The English voice refuses a text in other letters, whatever it is said to be.
    var request =
        new SpeechRequest(
            "Доброе утро всем вам", "en", new Voice("cloud:any", "Any", "en", "female", false), 1);
    var timer = new WordTimer(speech.pools, List.of(speech.mary));

    SpokenText found = answer(timer.time(request, truth.sound(), List.of(), Unwatched.work()), 30);

    assertThat(found.timing()).isEqualTo(TimingSource.ESTIMATED);
    SpeechAssertions.assertEveryWordIsTimed(request.text(), found.words(), truth.sound().seconds());
  }
}
