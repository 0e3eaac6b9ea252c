package io.moneyprinter.speech.azure;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.speech.edge.EdgeServer;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.Remotes;
import io.moneyprinter.speech.remote.SpreadTimes;
import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AzureProviderTest {
  private static final String TIME = "2025-03-09T07:05:01.250Z";

  @RegisterExtension final TestNode test = TestNode.plain();

  private final SpreadTimes times = new SpreadTimes();
  private EdgeServer server;

  @BeforeEach
  void serve() {
    server = new EdgeServer(test.vertx());
  }

  @Test
  void whatIsSentHasTheFormOfTheSpeechSdk() {
    List<String> messages =
        AzureMessages.of(
            new Line("Cats & dogs", "en-GB", "en-GB-RyanNeural", 0.9),
            "0123ABCD",
            Instant.parse(TIME));

    String head = "X-RequestId: 0123ABCD\r\nX-Timestamp: " + TIME + "\r\n";
    assertThat(messages)
        .containsExactly(
            "Path: speech.config\r\n"
                + head
                + "Content-Type: application/json\r\n\r\n"
                + "{\"context\":{\"system\":{\"name\":\"moneyprinter\",\"version\":\"1\"}}}",
            "Path: synthesis.context\r\n"
                + head
                + "Content-Type: application/json\r\n\r\n"
                + "{\"synthesis\":{\"audio\":{\"metadataOptions\":{\"bookmarkEnabled\":false,"
                + "\"punctuationBoundaryEnabled\":false,\"sentenceBoundaryEnabled\":false,"
                + "\"sessionEndEnabled\":true,\"visemeEnabled\":false,"
                + "\"wordBoundaryEnabled\":true},\"outputFormat\":\"raw-24khz-16bit-mono-pcm\"},"
                + "\"language\":{\"autoDetection\":false}}}",
            "Path: ssml\r\n"
                + head
                + "Content-Type: application/ssml+xml\r\n\r\n"
                + "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis'"
                + " xml:lang='en-GB'><voice name='en-GB-RyanNeural'>"
                + "<prosody pitch='+0Hz' rate='-10%' volume='+0%'>Cats &amp; dogs</prosody>"
                + "</voice></speak>");
  }

  @Test
  void marksOfTheAuthorsArePassedOnWithinTheVoice() {
    SpeechMarkup markup =
        SpeechMarkup.parse(
            "<speak>Hi <mstts:express-as style='sad'>you</mstts:express-as><break/></speak>");

    assertThat(
            AzureMessages.document(
                new Line(markup.plain(), "en-GB", "en-GB-RyanNeural", 0.9, markup.inner())))
        .isEqualTo(
            "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis'"
                + " xmlns:mstts='http://www.w3.org/2001/mstts' xml:lang='en-GB'>"
                + "<voice name='en-GB-RyanNeural'><prosody pitch='+0Hz' rate='-10%' volume='+0%'>"
                + "Hi <mstts:express-as style=\"sad\">you</mstts:express-as><break/>"
                + "</prosody></voice></speak>");
  }

  @Test
  void samplesAndWordBoundariesBecomeASpokenText() {
    server.turns(AzureProviderTest::speak);

    SpokenText spoken = answer(say("One two"));

    assertThat(spoken.timing()).isEqualTo(TimingSource.EXACT);
    assertThat(spoken.sound().seconds()).isBetween(1.1, 1.2);
    assertThat(server.upgrades().get(0).path())
        .isEqualTo("/consumer/speech/cognitiveservices/websocket/v1");
    assertThat(server.upgrades().get(0).getHeader("Ocp-Apim-Subscription-Key"))
        .isEqualTo("secret-key");
    assertThat(server.upgrades().get(0).getHeader("X-ConnectionId"))
        .matches("[0-9A-F]{32}")
        .isEqualTo(server.upgrades().get(0).getParam("X-ConnectionId"));
  }

  @Test
  void refusalsLetAnotherSpeakAndNameTheSetting() {
    server.refuses(401).refuses(403).refuses(429).refuses(500).hangs();

    assertThat(trouble()).hasMessageContaining("401").hasMessageContaining("speech.azure.api-key");
    assertThat(trouble()).hasMessageContaining("403");
    assertThat(trouble().code()).isEqualTo(FailureCode.QUOTA);
    assertThat(trouble()).hasMessageContaining("500").hasMessageContaining("speech.azure.region");
    trouble();
  }

  @Test
  void aTurnThatBreaksOffOrIsGarbageIsNotSpeech() {
    server.turns(ServerWebSocket::close);
    assertThat(trouble()).hasMessageContaining("ended before the speech did");
    server.turns(socket -> EdgeServer.text(socket, "audio.metadata", "<html>"));
    assertThat(trouble()).hasMessageContaining("could not be read");
  }

  @Test
  void itsOwnListReplacesTheOneThatIsCarried() {
    var stub = new ProviderStub(test.vertx());
    var list =
        new JsonArray()
            .add(
                new JsonObject()
                    .put("ShortName", "en-US-NovelNeural")
                    .put("DisplayName", "Novel")
                    .put("Locale", "en-US")
                    .put("Gender", "Female"));
    stub.replies(200, "application/json", list.toBuffer());
    SpeechProvider azure = open(stub.address());
    assertThat(azure.voices()).hasSize(322);

    answer(azure.refresh());

    assertThat(stub.last().path()).isEqualTo("/cognitiveservices/voices/list");
    assertThat(azure.voices())
        .singleElement()
        .hasFieldOrPropertyWithValue("id", "azure:en-US-NovelNeural")
        .hasFieldOrPropertyWithValue("gender", "female");
  }

  private static void speak(ServerWebSocket socket) {
    Buffer samples = ToneFiles.pcm();
    String headers = "Path: audio\r\nX-StreamId: 1\r\n";
    EdgeServer.text(socket, "turn.start", "{}");
    socket.writeBinaryMessage(EdgeServer.frame(headers, samples.slice(0, 20_000)));
    EdgeServer.text(
        socket,
        "audio.metadata",
        """
        {"Metadata":[
          {"Type":"WordBoundary","Data":{"Offset":2000000,"Duration":3000000,
           "text":{"Text":"One","Length":3,"BoundaryType":"WordBoundary"}}},
          {"Type":"WordBoundary","Data":{"Offset":6000000,"Duration":7000000,
           "text":{"Text":"two","Length":3,"BoundaryType":"WordBoundary"}}}]}
        """);
    socket.writeBinaryMessage(EdgeServer.frame(headers, samples.slice(20_000, samples.length())));
    EdgeServer.text(socket, "turn.end", "{}");
  }

  private ServiceFailure trouble() {
    ServiceFailure failure = failure(say("One"));
    assertThat(failure.code()).isNotEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).doesNotContain("secret-key");
    return failure;
  }

  private Future<SpokenText> say(String text) {
    SpeechProvider azure = open(server.address().replaceFirst("^ws", "http"));
    return Remotes.say(azure, "en-US-AriaNeural", text).eventually(azure::close);
  }

  private SpeechProvider open(String address) {
    return AzureProvider.open(
        new AzureConfig(
            "eastus", Optional.of(address), Optional.of("secret-key"), Duration.ofMillis(1000)),
        Remotes.shared(test.node(), times));
  }
}
