package io.moneyprinter.speech;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.remote.Remotes;
import io.moneyprinter.speech.remote.SpreadTimes;
import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every provider that is reached over HTTP, against a server that answers in its own format. */
class RemoteProvidersTest {
  private static final String TEXT = "One two three";

  @RegisterExtension final TestNode test = TestNode.plain();

  private final SpreadTimes times = new SpreadTimes();
  private ProviderStub stub;

  /** A provider, how its server answers, and what is seen of it there. */
  enum Case {
    OPENAI("nova", "/audio/speech", "authorization", "Bearer secret-key"),
    SILICONFLOW("a/b:alex", "/audio/speech", "authorization", "Bearer secret-key"),
    KOKORO("af_heart", "/dev/captioned_speech", null, null),
    CHATTERBOX("default", "/audio/speech", null, null),
    GOOGLE("en-US-Neural2-C", "/v1beta1/text:synthesize", "x-goog-api-key", "secret-key"),
    GEMINI(
        "Kore",
        "/models/gemini-2.5-flash-preview-tts:generateContent",
        "x-goog-api-key",
        "secret-key"),
    ELEVENLABS("abc123", "/v1/text-to-speech/abc123/with-timestamps", "xi-api-key", "secret-key"),
    CHARACTER("hero", "/speak", "authorization", "Token secret-key");

    private final String voice;
    private final String path;
    private final String keyHeader;
    private final String key;

    Case(String voice, String path, String keyHeader, String key) {
      this.voice = voice;
      this.path = path;
      this.keyHeader = keyHeader;
      this.key = key;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    SpeechConfig config(String address) {
      String base = id() + ".";
      return switch (this) {
        case KOKORO, CHATTERBOX ->
            SpeechSettings.of(base + "base-url", address, base + "timeout", "700ms");
        case CHARACTER ->
            SpeechSettings.of(
                "character.base-url",
                address + "/speak",
                "character.api-key",
                "secret-key",
                "character.key-prefix",
                "Token",
                "character.audio-pointer",
                "/data/audio",
                "character.timeout",
                "700ms");
        default ->
            SpeechSettings.of(
                base + "base-url",
                address,
                base + "api-key",
                "secret-key",
                base + "timeout",
                "700ms");
      };
    }

    void speaks(ProviderStub stub) {
      String wav = Base64.getEncoder().encodeToString(ToneFiles.wav().getBytes());
      switch (this) {
        case OPENAI, SILICONFLOW, CHATTERBOX -> stub.replies(200, "audio/wav", ToneFiles.wav());
        case KOKORO ->
            stub.says(
                new JsonObject()
                    .put("audio", wav)
                    .put("audio_format", "audio/wav")
                    .put(
                        "timestamps",
                        new JsonArray()
                            .add(word("One", 0.2, 0.5))
                            .add(word("two", 0.6, 0.9))
                            .add(word("three", 1.0, 1.3))));
        case GOOGLE ->
            stub.says(
                new JsonObject()
                    .put("audioContent", wav)
                    .put(
                        "timepoints",
                        new JsonArray().add(mark(0, 0.2)).add(mark(1, 0.6)).add(mark(2, 1.0))));
        case GEMINI ->
            stub.says(
                new JsonObject(
                    """
                    {"candidates":[{"content":{"parts":[{"inlineData":{
                      "mimeType":"audio/L16;codec=pcm;rate=24000","data":"%s"}}],"role":"model"},
                      "finishReason":"STOP"}]}
                    """
                        .formatted(
                            Base64.getEncoder().encodeToString(ToneFiles.pcm().getBytes()))));
        case ELEVENLABS ->
            stub.says(
                new JsonObject()
                    .put(
                        "audio_base64",
                        Base64.getEncoder().encodeToString(ToneFiles.mp3().getBytes()))
                    .put("alignment", alignment(TEXT)));
        case CHARACTER ->
            stub.says(new JsonObject().put("data", new JsonObject().put("audio", wav)));
      }
    }

    /** What is asked for at 1.1 times the usual speed, in the provider's documented form. */
    JsonObject request() {
      return new JsonObject(
          switch (this) {
            case OPENAI ->
                """
                {"model":"gpt-4o-mini-tts","input":"One two three","voice":"nova",
                 "response_format":"wav"}
                """;
            case SILICONFLOW ->
                """
                {"model":"a/b","input":"One two three","voice":"a/b:alex",
                 "response_format":"wav","speed":1.1}
                """;
            case KOKORO ->
                """
                {"model":"kokoro","input":"One two three","voice":"af_heart",
                 "response_format":"wav","speed":1.1,"stream":false,"return_timestamps":true}
                """;
            case CHATTERBOX ->
                """
                {"model":"chatterbox","input":"One two three","voice":"default",
                 "response_format":"wav","speed":1.1}
                """;
            case GOOGLE ->
                """
                {"input":{"ssml":"<speak><mark name=\\"0\\"/>One <mark name=\\"1\\"/>two <mark name=\\"2\\"/>three</speak>"},
                 "voice":{"languageCode":"en-US","name":"en-US-Neural2-C"},
                 "audioConfig":{"audioEncoding":"LINEAR16","sampleRateHertz":24000,"speakingRate":1.1},
                 "enableTimePointing":["SSML_MARK"]}
                """;
            case GEMINI ->
                """
                {"contents":[{"parts":[{"text":"One two three"}]}],
                 "generationConfig":{"responseModalities":["AUDIO"],
                  "speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Kore"}}}}}
                """;
            case ELEVENLABS ->
                """
                {"text":"One two three","model_id":"eleven_multilingual_v2",
                 "voice_settings":{"stability":0.5,"similarity_boost":0.75,"style":0,
                  "use_speaker_boost":true,"speed":1.1}}
                """;
            case CHARACTER ->
                """
                {"text":"One two three","voice_id":"hero"}
                """;
          });
    }

    /** How many words the provider is heard to tell. */
    int told() {
      return switch (this) {
        case KOKORO, GOOGLE -> 3;
        case ELEVENLABS -> "Onetwothree".length();
        default -> 0;
      };
    }

    private static JsonObject word(String text, double start, double end) {
      return new JsonObject().put("word", text).put("start_time", start).put("end_time", end);
    }

    private static JsonObject mark(int number, double at) {
      return new JsonObject().put("markName", "" + number).put("timeSeconds", at);
    }

    private static JsonObject alignment(String text) {
      var characters = new JsonArray();
      var starts = new JsonArray();
      var ends = new JsonArray();
      for (int i = 0; i < text.length(); i++) {
        characters.add(text.substring(i, i + 1));
        starts.add(0.2 + i * 0.1);
        ends.add(0.3 + i * 0.1);
      }
      return new JsonObject()
          .put("characters", characters)
          .put("character_start_times_seconds", starts)
          .put("character_end_times_seconds", ends);
    }
  }

  @BeforeEach
  void open() {
    stub = new ProviderStub(test.vertx());
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itsFormatBecomesASpokenText(Case each) {
    each.speaks(stub);

    SpokenText spoken = answer(say(each));

    assertThat(spoken.sound().seconds()).isBetween(1.1, 1.3);
    assertThat(spoken.words()).hasSize(3);
    assertThat(times.told()).hasSize(each.told());
    if (each.told() > 0) {
      assertThat(times.told().get(0).start()).isBetween(0.0, 0.06);
    }
    assertThat(stub.last().path()).isEqualTo(each.path);
    assertThat(stub.last().body().toString()).contains(each == Case.GOOGLE ? "three" : TEXT);
    if (each.keyHeader != null) {
      assertThat(stub.last().headers().get(each.keyHeader)).isEqualTo(each.key);
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itIsAskedInItsOwnFormAndSpeaksAtTheRateThatIsWanted(Case each) {
    each.speaks(stub);

    SpokenText spoken = answer(say(each, 1.1));

    assertThat(stub.last().json()).isEqualTo(each.request());
    boolean itself = stub.last().body().toString().contains("1.1");
    assertThat(spoken.sound().seconds()).isCloseTo(itself ? 1.18 : 1.08, within(0.02));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void everyTroubleLetsAnotherSpeakAndNamesNoKey(Case each) {
    stub.refusesKey();
    assertThat(trouble(each)).hasMessageContaining("401");
    stub.forbids();
    assertThat(trouble(each)).hasMessageContaining("403");
    stub.breaks();
    assertThat(trouble(each)).hasMessageContaining("500");
    stub.hangs();
    assertThat(trouble(each)).hasMessageContaining("did not answer in time");
    stub.cutsOff("audio/wav", ToneFiles.wav().slice(0, 9000));
    assertThat(trouble(each)).hasMessageContaining("broke off");
    stub.garbage();
    trouble(each);
    stub.replies(200, "application/json", Buffer.buffer("{}"));
    trouble(each);
    stub.replies(200, "audio/wav", Buffer.buffer());
    trouble(each);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aBusyServerIsAskedAgainWhenItSaidSo(Case each) {
    stub.busy(1);
    each.speaks(stub);

    answer(say(each));

    assertThat(stub.asked()).hasSize(2);
  }

  /** With a provider of its own for each trouble: three in a row would have it left alone. */
  private ServiceFailure trouble(Case each) {
    ServiceFailure failure = failure(say(each));
    assertThat(failure.code()).isIn(FailureCode.UNAVAILABLE, FailureCode.QUOTA);
    assertThat(failure.violations()).isEmpty();
    assertThat(failure.getMessage()).doesNotContain("secret-key");
    return failure;
  }

  private Future<SpokenText> say(Case each) {
    return say(each, 1);
  }

  private Future<SpokenText> say(Case each, double rate) {
    SpeechProvider provider = provider(each.config(stub.address()), each.id());
    return Remotes.say(provider, each.voice, TEXT, rate).eventually(provider::close);
  }

  private SpeechProvider provider(SpeechConfig config, String id) {
    var providers = new SpeechProviders(config, test.node());
    providers.makeOthers(times);
    List<String> others = List.copyOf(providers.others().keySet());
    others.stream().filter(other -> !other.equals(id)).forEach(providers.others()::remove);
    return providers.others().get(id);
  }
}
