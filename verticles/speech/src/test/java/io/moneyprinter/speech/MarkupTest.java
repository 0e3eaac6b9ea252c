package io.moneyprinter.speech;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Narrations that are documents of {@code <speak>}: through to a service that reads them (the form
 * of Google Cloud's REST reference, {@code text:synthesize}), and said by a voice that does not.
 */
class MarkupTest {
  private static final String DOCUMENT =
      "<speak>Guten <sub alias=\"Montag\">Mo.</sub><break time=\"1500ms\"/>"
          + "<emphasis>Wie geht es dir?</emphasis></speak>";

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private ProviderStub google;

  @BeforeEach
  void deploy() {
    google = new ProviderStub(test.vertx());
    SpeechConfig config =
        SpeechSettings.of("google.api-key", "some-key", "google.base-url", google.address());
    answer(test.vertx().deployVerticle(new SpeechVerticle(config, test.node())), 60);
  }

  @Test
  void aServiceThatReadsMarksGetsThem() {
    google.otherwise(
        request ->
            request
                .response()
                .end(
                    new JsonObject()
                        .put(
                            "audioContent",
                            Base64.getEncoder().encodeToString(ToneFiles.wav().getBytes()))
                        .toBuffer()));

    Speech speech = answer(say("google:de-DE", DOCUMENT), 60);

    String sent =
        google.asked().stream()
            .filter(asked -> asked.path().endsWith("text:synthesize"))
            .findFirst()
            .orElseThrow()
            .json()
            .getJsonObject("input")
            .getString("ssml");
    assertThat(sent).isEqualTo(DOCUMENT);
    assertThat(speech.provider()).isEqualTo("google");
    assertThat(speech.words())
        .extracting(WordTiming::text)
        .containsExactly("Guten", "Mo.", "Wie", "geht", "es", "dir?");
  }

  @Test
  void anyOtherVoiceKeepsToThePausesAndAliases() {
    Speech plain = answer(say("espeak:de", "<speak>Guten Mo. Wie geht es dir?</speak>"), 60);
    Speech marked = answer(say("espeak:de", DOCUMENT), 60);

    assertThat(marked.words())
        .extracting(WordTiming::text)
        .isEqualTo(plain.words().stream().map(WordTiming::text).toList());
    WordTiming before = marked.words().get(1);
    assertThat(marked.words().get(2).start() - before.end()).isCloseTo(1.5, within(0.25));
    assertThat(before.from()).isEqualTo(6);
    assertThat(before.end() - before.start())
        .isGreaterThan(plain.words().get(1).end() - plain.words().get(1).start());
  }

  @Test
  void aTextThatWasChangedSinceGoesBeforeItsMarkup() {
    Speech speech =
        answer(
            SpeechMessages.SYNTHESIZE.ask(
                test.vertx().eventBus(), request("espeak:de", "Gute Nacht!", DOCUMENT)),
            60);

    assertThat(speech.words()).extracting(WordTiming::text).containsExactly("Gute", "Nacht!");
  }

  @Test
  void whatIsNoMarkupIsRefused() {
    var refused =
        failure(
            SpeechMessages.SYNTHESIZE.ask(
                test.vertx().eventBus(),
                request("espeak:de", "Hallo", "<speak>Hallo <audio src='http://x/'/></speak>")));

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.getMessage()).contains("<audio>");
  }

  private Future<Speech> say(String voice, String document) {
    return SpeechMessages.SYNTHESIZE.ask(
        test.vertx().eventBus(), request(voice, SpeechMarkup.parse(document).plain(), document));
  }

  private static Synthesize request(String voice, String plain, String document) {
    return new Synthesize(plain, "de", voice, 1, null, null, null, null, document);
  }
}
