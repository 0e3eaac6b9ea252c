package io.moneyprinter.speech;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.FormatNormalizer;
import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.provider.GuardedProvider;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.ProviderRegistry;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import io.moneyprinter.speech.provider.VoiceChoice;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TtsCoordinatorTest {
  private static final Synthesize HELLO = new Synthesize("Hello", "en", "auto", 1);
  private static final ServiceFailure BROKEN = ServiceFailure.unavailable("broken");

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void theNextProviderSpeaksWhenTheFirstFailsAndTheAnswerSaysSo() {
    var first = new Tone("first", "en", BROKEN);
    var german = new Tone("german", "de", null);
    var second = new Tone("second", "en", null);

    Speech speech = say(HELLO, first, german, second);

    assertThat(speech.provider()).isEqualTo("second");
    assertThat(speech.voice()).isEqualTo("second:tone");
    assertThat(first.asked).hasSize(1);
    assertThat(german.asked).isEmpty();
  }

  @Test
  void aNamedVoiceIsTriedFirstAndTheOthersInTheirOrder() {
    var first = new Tone("first", "en", null);
    var second = new Tone("second", "en", BROKEN);

    Synthesize named = new Synthesize("Hello", "en-GB", "second:tone", 1);

    assertThat(say(named, first, second).provider()).isEqualTo("first");
    assertThat(second.asked).hasSize(1);
  }

  @Test
  void whatTheCallerDidWrongIsNotTriedElsewhere() {
    var first = new Tone("first", "en", ServiceFailure.invalid("/text", "unreadable"));
    var second = new Tone("second", "en", null);

    var refusal = failure(coordinator(first, second).synthesize(HELLO, Unwatched.work()));

    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID);
    assertThat(second.asked).isEmpty();
  }

  @Test
  void whenAllFailTheLastReasonIsTold() {
    var only = new Tone("only", "en", BROKEN);

    assertThat(failure(coordinator(only).synthesize(HELLO, Unwatched.work()))).isSameAs(BROKEN);
  }

  @Test
  void whatWasSpokenIsNotSpokenAgainEvenByTheSecond() {
    var first = new Tone("first", "en", BROKEN);
    var second = new Tone("second", "en", null);
    TtsCoordinator coordinator = coordinator(first, second);

    Speech once = answer(coordinator.synthesize(HELLO, Unwatched.work()));
    Speech again = answer(coordinator.synthesize(HELLO, Unwatched.work()));

    assertThat(again).isEqualTo(once);
    assertThat(second.asked).hasSize(1);
  }

  @Test
  void aProviderThatKeepsFailingIsLeftAloneForAWhile() {
    var broken = new Tone("broken", "en", BROKEN);
    var guarded = guarded(broken, Duration.ofMillis(200));
    for (int i = 0; i < 3; i++) {
      failure(guarded.speak(broken.request("Hello"), Unwatched.work()));
    }

    assertThat(failure(guarded.speak(broken.request("Hello"), Unwatched.work())))
        .hasMessageContaining("left alone");
    assertThat(failure(guarded.check())).hasMessageContaining("left alone");
    assertThat(broken.asked).hasSize(3);

    broken.trouble = null;
    Await.until(
        "it is tried again",
        Duration.ofSeconds(5),
        () -> guarded.speak(broken.request("Hello"), Unwatched.work()).succeeded());
    answer(guarded.check());
  }

  @Test
  void refusalsDoNotCountAsAProvidersFailure() {
    var picky = new Tone("picky", "en", ServiceFailure.invalid("/text", "unreadable"));
    var guarded = guarded(picky, Duration.ofMinutes(1));
    for (int i = 0; i < 6; i++) {
      failure(guarded.speak(picky.request("Hello"), Unwatched.work()));
    }

    assertThat(picky.asked).hasSize(6);
    answer(guarded.check());
  }

  @Test
  void whereTheMoneyIsUsedUpNobodyElseIsAskedAndTheProviderIsNotBlamed() {
    var dear =
        new Tone(
            "dear",
            "en",
            new ServiceFailure(
                FailureCode.QUOTA,
                "Over the budget cap",
                List.of(new Violation(CostCaps.VIDEO, "is over the budget cap"))));
    var free = new Tone("free", "en", null);
    var guarded = guarded(dear, Duration.ofMinutes(1));
    for (int i = 0; i < 6; i++) {
      failure(guarded.speak(dear.request("Hello"), Unwatched.work()));
    }

    var refusal = failure(coordinator(dear, free).synthesize(HELLO, Unwatched.work()));

    assertThat(refusal.code()).isEqualTo(FailureCode.QUOTA);
    assertThat(free.asked).isEmpty();
    assertThat(guarded.resting()).isFalse();
  }

  @Test
  void whenTheStoreIsAwayNoOtherVoiceIsTried() {
    var first = new Tone("first", "en", null);
    var second = new Tone("second", "en", null);
    Vertx withoutStorage = Vertx.vertx();
    MessageCatalogue.all().registerOn(withoutStorage.eventBus());
    try {
      Blobs away = new Blobs(withoutStorage, test.node().data());

      var refusal = failure(coordinator(away, first, second).synthesize(HELLO, Unwatched.work()));

      assertThat(refusal.code().retryable()).isTrue();
      assertThat(second.asked).isEmpty();
    } finally {
      answer(withoutStorage.close());
    }
  }

  private Speech say(Synthesize wanted, Tone... tones) {
    return answer(coordinator(tones).synthesize(wanted, Unwatched.work()));
  }

  private TtsCoordinator coordinator(Tone... tones) {
    return coordinator(test.node().blobs(), tones);
  }

  private TtsCoordinator coordinator(Blobs blobs, Tone... tones) {
    var registry = new ProviderRegistry(Arrays.asList(tones));
    var store = new SpeechStore(blobs, test.node().pools(), new FormatNormalizer());
    return new TtsCoordinator(
        new VoiceChoice(registry, true), store, new SpeechMeters(test.node().meters()), 1000);
  }

  private GuardedProvider guarded(SpeechProvider provider, Duration rest) {
    return new GuardedProvider(provider, test.vertx(), test.node().meters(), rest);
  }

  /** Sounds the same for every text, or fails. */
  private static final class Tone implements SpeechProvider {
    private final String id;
    private final Voice voice;
    private final List<SpeechRequest> asked = new ArrayList<>();
    private volatile ServiceFailure trouble;

    Tone(String id, String language, ServiceFailure trouble) {
      this.id = id;
      this.voice = new Voice(id + ":tone", "Tone", language, "unknown", true);
      this.trouble = trouble;
    }

    SpeechRequest request(String text) {
      return new SpeechRequest(text, voice.language(), voice, 1);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Voice> voices() {
      return List.of(voice);
    }

    @Override
    public Optional<Voice> voiceFor(String language) {
      return LanguageTag.sameLanguage(language, voice.language())
          ? Optional.of(voice)
          : Optional.empty();
    }

    @Override
    public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
      asked.add(request);
      return trouble == null
          ? Future.succeededFuture(
              new SpokenText(Probe.sine(200, 0.5, 22_050), List.of(), TimingSource.EXACT))
          : Future.failedFuture(trouble);
    }

    @Override
    public Future<Void> check() {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> close() {
      return Future.succeededFuture();
    }
  }
}
