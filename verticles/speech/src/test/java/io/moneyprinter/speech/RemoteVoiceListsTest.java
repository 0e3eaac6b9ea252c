package io.moneyprinter.speech;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.remote.Remotes;
import io.moneyprinter.speech.remote.SpreadTimes;
import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lists that providers have of their own voices, and servers that lack a part of a form. */
class RemoteVoiceListsTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private ProviderStub stub;

  @BeforeEach
  void serve() {
    stub = new ProviderStub(test.vertx());
  }

  @Test
  void elevenLabsListsTheUsersOwnVoicesToo() {
    stub.says(
        new JsonObject(
            """
            {"voices":[
              {"voice_id":"own1","name":"My clone","category":"cloned","labels":{}},
              {"voice_id":"r2","name":"Rachel","labels":{"gender":"female","accent":"american"}}]}
            """));
    SpeechProvider provider = open("elevenlabs", "elevenlabs.api-key", "k");

    answer(provider.refresh());
    answer(provider.refresh());

    assertThat(stub.asked())
        .singleElement()
        .extracting(asked -> asked.path())
        .isEqualTo("/v1/voices");
    assertThat(provider.voices())
        .containsExactly(
            new Voice("elevenlabs:own1", "My clone", "mul", "unknown", false),
            new Voice("elevenlabs:r2", "Rachel", "mul", "female", false));
    assertThat(provider.voice("elevenlabs:unlisted")).isPresent();
  }

  @Test
  void googleListsLanguagesAndGenders() {
    stub.says(
        new JsonObject(
            """
            {"voices":[{"languageCodes":["de-DE"],"name":"de-DE-Neural2-B","ssmlGender":"MALE",
              "naturalSampleRateHertz":24000}]}
            """));
    SpeechProvider provider = open("google", "google.api-key", "k");
    assertThat(provider.voiceFor("de").orElseThrow().id()).isEqualTo("google:de-DE");

    answer(provider.refresh());

    assertThat(stub.last().path()).isEqualTo("/v1/voices");
    assertThat(provider.voices())
        .containsExactly(
            new Voice("google:de-DE-Neural2-B", "de-DE-Neural2-B", "de-DE", "male", false));
  }

  @Test
  void aListThatDoesNotComeLeavesWhatIsKnown() {
    stub.breaks();
    SpeechProvider provider = open("google", "google.api-key", "k");

    answer(provider.refresh());

    assertThat(provider.voices()).hasSizeGreaterThan(30);
  }

  @Test
  void voicesWithoutMarksAreReadPlainAndALanguageAloneNamesNoVoice() {
    String sound = Base64.getEncoder().encodeToString(ToneFiles.wav().getBytes());
    var answer = new JsonObject().put("audioContent", sound);
    stub.says(answer).says(answer);
    SpeechProvider provider = open("google", "google.api-key", "k");

    answer(Remotes.say(provider, "en-US-Chirp3-HD-Kore", "One two"));
    assertThat(stub.last().json().getJsonObject("input"))
        .isEqualTo(new JsonObject().put("text", "One two"));

    answer(Remotes.say(provider, "de-DE", "Eins zwei"));
    assertThat(stub.last().json().getJsonObject("voice"))
        .isEqualTo(new JsonObject().put("languageCode", "de-DE"));
  }

  @Test
  void aKokoroServerWithoutTimesIsAskedForSoundAlone() {
    stub.replies(404, "application/json", Buffer.buffer("{\"detail\":\"Not Found\"}"));
    stub.replies(200, "audio/wav", ToneFiles.wav()).replies(200, "audio/wav", ToneFiles.wav());
    SpeechProvider provider = open("kokoro");

    answer(Remotes.say(provider, "af_heart", "One two"));
    answer(Remotes.say(provider, "af_heart", "One two"));

    assertThat(stub.asked())
        .extracting(asked -> asked.path())
        .containsExactly("/dev/captioned_speech", "/audio/speech", "/audio/speech");
    assertThat(provider.voiceFor("ja").orElseThrow().id()).isEqualTo("kokoro:jf_alpha");
    assertThat(provider.voiceFor("en-GB").orElseThrow().id()).isEqualTo("kokoro:bf_emma");
    assertThat(provider.voice("kokoro:af_bella+af_sky")).isPresent();
  }

  private SpeechProvider open(String id, String... more) {
    String[] settings = new String[2 + more.length];
    settings[0] = id + ".base-url";
    settings[1] = stub.address();
    System.arraycopy(more, 0, settings, 2, more.length);
    var providers = new SpeechProviders(SpeechSettings.of(settings), test.node());
    providers.makeOthers(new SpreadTimes());
    return providers.others().get(id);
  }
}
