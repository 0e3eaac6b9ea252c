package io.moneyprinter.speech;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.speech.ListProviders;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.PreviewVoice;
import io.moneyprinter.codecs.speech.ProviderList;
import io.moneyprinter.codecs.speech.ProviderList.State;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.edge.EdgeServer;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chain of providers as a whole: real offline voices, and servers that are in trouble. */
class FallBackTest {
  private static final String GERMAN = "Guten Morgen zusammen.";
  private static final long ENGINE_SECONDS = 60;

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private EdgeServer edge;
  private ProviderStub openai;

  @BeforeEach
  void serve() {
    edge = new EdgeServer(test.vertx());
    openai = new ProviderStub(test.vertx());
  }

  @Test
  void aJobDoesNotFailBecauseAProviderDoes() {
    deploy();
    edge.refuses(403);
    openai.refusesKey();

    Speech speech = say("de-DE-KatjaNeural-Female");

    assertThat(speech.provider()).isEqualTo("espeak");
    assertThat(speech.voice()).isEqualTo("espeak:de+f3");
    assertThat(speech.note())
        .contains("edge:de-DE-KatjaNeural did not speak (Edge answered 403")
        .contains("openai:coral did not speak")
        .contains("401")
        .endsWith("espeak:de+f3 spoke instead");
    assertThat(count("edge", "failed")).isEqualTo(1);
    assertThat(count("openai", "failed")).isEqualTo(1);
    assertThat(count("espeak", "spoken")).isEqualTo(1);
  }

  @Test
  void theVoiceThatWasAskedForIsFoundAgainOnceItSpeaks() {
    deploy();
    Speech first = say("de-DE-KatjaNeural");
    assertThat(first.provider()).isEqualTo("edge");
    assertThat(first.note()).isNull();

    edge.refuses(403);
    assertThat(say("edge:de-DE-KatjaNeural")).isEqualTo(first);
    assertThat(count("edge", "cached")).isEqualTo(1);
    assertThat(edge.upgrades()).hasSize(1);
  }

  @Test
  void aPinnedVoiceFailsInstead() {
    deploy();
    edge.refuses(403);

    var failure = failure(ask("only:de-DE-KatjaNeural"));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("403");
    assertThat(openai.asked()).isEmpty();

    var missing = failure(ask("only:af_heart"));
    assertThat(missing.code()).isEqualTo(FailureCode.INVALID);
    assertThat(missing).hasMessageContaining("set speech.kokoro.base-url");
  }

  @Test
  void withoutFallBackEveryNamedVoiceIsPinned() {
    deploy("fall-back", "false");
    edge.refuses(500);

    assertThat(failure(ask("edge:de-DE-KatjaNeural"))).hasMessageContaining("500");
    assertThat(say("auto").provider()).isEqualTo("espeak");
  }

  @Test
  void aVoiceThatCannotBeHadIsReplacedByTheNearest() {
    deploy("providers", "espeak");

    Speech speech = answer(ask("af_heart", "Good morning.", "en"), ENGINE_SECONDS);

    assertThat(speech.voice()).isEqualTo("espeak:en-US+f3");
    assertThat(speech.note())
        .isEqualTo(
            "The voice kokoro:af_heart is not there: set speech.kokoro.base-url;"
                + " espeak:en-US+f3 spoke instead");
    assertThat(say("mimo:冰糖-Female").voice()).isEqualTo("espeak:de+f3");
  }

  @Test
  void noVoiceIsSilenceAsLongAsReadingTakes() {
    deploy();

    Speech speech = say("no-voice");

    assertThat(speech.voice()).isEqualTo("silence:none");
    assertThat(speech.seconds()).isEqualTo(3.0);
    assertThat(speech.words()).hasSize(3);
    assertThat(speech.words().get(2).end()).isEqualTo(3.0);
  }

  @Test
  void theCheapestSpeaksFirstWhereThatIsWanted() {
    deploy("providers", "openai, edge", "cheapest-first", "true", "prices.edge", "0.5");
    openai.refusesKey();

    // The offline voices cost nothing.
    assertThat(say("auto").provider()).isEqualTo("espeak");
    assertThat(edge.upgrades()).isEmpty();
    assertThat(openai.asked()).isEmpty();
  }

  @Test
  void providersAreListedWithWhatTheyLack() {
    deploy();
    for (int i = 0; i < 3; i++) {
      edge.refuses(500);
      failure(ask("only:de-DE-KatjaNeural"));
    }

    List<ProviderList.Provider> all =
        answer(SpeechMessages.PROVIDERS.ask(test.vertx().eventBus(), new ListProviders()))
            .providers();

    assertThat(state(all, "mary").state()).isEqualTo(State.READY);
    assertThat(state(all, "edge").state()).isEqualTo(State.RESTING);
    assertThat(state(all, "edge").voices()).isEqualTo(322);
    assertThat(state(all, "azure").state()).isEqualTo(State.NOT_SET);
    assertThat(state(all, "azure").detail()).isEqualTo("set speech.azure.api-key");
    assertThat(
            test.node().meters().get("tts.breaker.state").tag("provider", "edge").gauge().value())
        .isEqualTo(2);
  }

  @Test
  void voicesAreFiltered() {
    deploy();

    assertThat(voices(new ListVoices("de", "edge", "male", null)))
        .extracting(Voice::id)
        .contains("edge:de-DE-ConradNeural", "edge:de-AT-JonasNeural")
        .hasSize(5);
    assertThat(voices(new ListVoices("de", null, null, true)))
        .extracting(Voice::id)
        .containsExactlyInAnyOrder("espeak:de", "espeak:de+f3", "silence:none");
  }

  @Test
  void aVoiceCanBeHeard() {
    deploy();

    Speech french = answer(preview("espeak:fr", null, null), ENGINE_SECONDS);
    assertThat(french.voice()).isEqualTo("espeak:fr");
    assertThat(french.words()).hasSizeGreaterThan(5);
    Speech german = answer(preview("de-DE-KatjaNeural", null, "Hallo"), ENGINE_SECONDS);
    assertThat(german.voice()).isEqualTo("edge:de-DE-KatjaNeural");
    assertThat(edge.heard().get(1)).contains(">Hallo<");

    assertThat(failure(preview("espeak:fr", null, "x".repeat(301))))
        .hasMessageContaining("at most 300");
    assertThat(failure(preview("espeak:eo", "eo", null))).hasMessageContaining("give a text");
  }

  private Future<Speech> preview(String voice, String language, String text) {
    return SpeechMessages.PREVIEW.ask(
        test.vertx().eventBus(), new PreviewVoice(voice, language, text, null));
  }

  private static ProviderList.Provider state(List<ProviderList.Provider> all, String id) {
    return all.stream().filter(provider -> provider.id().equals(id)).findFirst().orElseThrow();
  }

  private List<Voice> voices(ListVoices wanted) {
    return answer(SpeechMessages.VOICES.ask(test.vertx().eventBus(), wanted)).voices();
  }

  private void deploy(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "preload",
                "false",
                "edge.address",
                edge.address(),
                "openai.base-url",
                openai.address(),
                "openai.api-key",
                "secret-key"));
    if (!List.of(settings).contains("providers")) {
      all.addAll(List.of("providers", settings.length == 0 ? "openai, mary, espeak" : "espeak"));
    }
    Collections.addAll(all, settings);
    SpeechConfig config = SpeechSettings.of(all.toArray(String[]::new));
    answer(test.vertx().deployVerticle(new SpeechVerticle(config, test.node())));
  }

  private double count(String provider, String outcome) {
    return test.node()
        .meters()
        .get("tts.requests")
        .tags("provider", provider, "outcome", outcome.toLowerCase(Locale.ROOT))
        .counter()
        .count();
  }

  private Speech say(String voice) {
    return answer(ask(voice), ENGINE_SECONDS);
  }

  private Future<Speech> ask(String voice) {
    return ask(voice, GERMAN, "de");
  }

  private Future<Speech> ask(String voice, String text, String language) {
    return SpeechMessages.SYNTHESIZE.ask(
        test.vertx().eventBus(), new Synthesize(text, language, voice, 1));
  }
}
