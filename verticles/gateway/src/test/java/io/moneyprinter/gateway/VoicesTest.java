package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.PreviewVoice;
import io.moneyprinter.codecs.speech.ProviderList;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VoicesTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final AtomicReference<PreviewVoice> asked = new AtomicReference<>();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
  }

  @Test
  void aVoiceIsHeardAndSaysIfItIsSomebodyElse() throws IOException {
    StagedFile file = test.node().blobs().stage(".wav");
    Files.writeString(file.path(), "RIFF sound");
    Blob sound = answer(test.node().blobs().commit(file, "audio/wav", "test"));
    var speech = new Speech(sound, 1, List.of(), "espeak:de", "espeak", TimingSource.EXACT);
    SpeechMessages.PREVIEW.serve(
        test.vertx().eventBus(),
        wanted -> {
          asked.set(wanted);
          return Future.succeededFuture(speech.noting("edge: 403 … espeak:de spoke"));
        });

    HttpResponse<Buffer> heard =
        gateway.get("/v1/voices/sample?voice=espeak%3Ade%2Bf3&text=Hallo&rate=1.5");

    assertThat(asked.get()).isEqualTo(new PreviewVoice("espeak:de+f3", null, "Hallo", 1.5));
    assertThat(heard.statusCode()).isEqualTo(200);
    assertThat(heard.getHeader("Content-Type")).isEqualTo("audio/wav");
    assertThat(heard.getHeader("X-Voice")).isEqualTo("espeak%3Ade");
    assertThat(heard.getHeader("Warning")).contains("403 %E2%80%A6 espeak");
    assertThat(heard.bodyAsString()).isEqualTo("RIFF sound");
  }

  @Test
  void everyVoiceSaysWhereToHearIt() {
    JsonObject voice =
        gateway
            .get("/v1/voices?language=de")
            .bodyAsJsonObject()
            .getJsonArray("voices")
            .getJsonObject(0);

    assertThat(voice.getString("id")).isEqualTo("espeak:de");
    assertThat(voice.getString("sample")).isEqualTo("/v1/voices/sample?voice=espeak%3Ade");
  }

  @Test
  void whatIsWrongWithASampleIsTold() {
    SpeechMessages.PREVIEW.serve(
        test.vertx().eventBus(),
        wanted -> Future.failedFuture(ServiceFailure.invalid("/voice", "There is no voice")));

    assertThat(gateway.get("/v1/voices/sample?voice=nobody").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/voices/sample?rate=fast").bodyAsString()).contains("0.5 to 2.0");
    assertThat(gateway.get("/v1/voices?offline=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void providersAreToldWithTheirState() {
    SpeechMessages.PROVIDERS.serve(
        test.vertx().eventBus(),
        wanted ->
            Future.succeededFuture(
                new ProviderList(
                    List.of(
                        new ProviderList.Provider(
                            "azure", ProviderList.State.NOT_SET, "set speech.azure.api-key", 0)))));

    JsonArray providers =
        gateway.get("/v1/voices/providers").bodyAsJsonObject().getJsonArray("providers");

    assertThat(providers)
        .isEqualTo(
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("id", "azure")
                        .put("state", "NOT_SET")
                        .put("detail", "set speech.azure.api-key")
                        .put("voices", 0)));
  }
}
