package io.moneyprinter.speech.edge;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.Cancellation;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.remote.Remotes;
import io.moneyprinter.speech.remote.SpreadTimes;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EdgeProviderTest {
  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
  private static final String ARIA = "en-US-AriaNeural";

  @RegisterExtension final TestNode test = TestNode.plain();

  private final SpreadTimes times = new SpreadTimes();
  private EdgeServer server;
  private SpeechProvider edge;

  @BeforeEach
  void open() {
    server = new EdgeServer(test.vertx());
    edge = edge(Duration.ofMillis(1500));
  }

  private SpeechProvider edge(Duration limit) {
    return EdgeProvider.open(
        new EdgeConfig(true, server.address(), limit),
        Clock.fixed(NOW, ZoneOffset.UTC),
        Remotes.shared(test.node(), times));
  }

  @Test
  void soundAndWordBoundariesBecomeASpokenText() {
    SpokenText spoken = answer(Remotes.say(edge, ARIA, "One two three", 1.1));

    assertThat(spoken.timing()).isEqualTo(TimingSource.EXACT);
    assertThat(spoken.words()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      double start = spoken.words().get(i).start();
      assertThat(Probe.level(spoken.sound(), start + 0.06, start + 0.26)).isGreaterThan(-15);
    }
    assertThat(spoken.words().get(1).start() - spoken.words().get(0).start())
        .isCloseTo(0.4, within(0.005));
    assertThat(server.heard()).hasSize(2);
    assertThat(server.heard().get(0)).contains("Path:speech.config");
    assertThat(server.heard().get(1)).contains("rate='+10%'").contains("One two three");
    assertThat(server.upgrades().get(0).query())
        .contains("&Sec-MS-GEC=" + EdgeHandshake.token(NOW) + "&");
    assertThat(server.upgrades().get(0).getHeader("Origin")).startsWith("chrome-extension://");
    assertThat(server.upgrades().get(0).getHeader("User-Agent")).contains("Edg/143");
  }

  @Test
  void aClockThatIsWrongIsSetByTheRefusal() {
    server.refuses(403, "Date", "Wed, 01 Jan 2025 01:00:00 GMT");

    answer(Remotes.say(edge, ARIA, "One two three"));

    assertThat(server.upgrades()).hasSize(2);
    assertThat(server.upgrades().get(1).query())
        .contains("&Sec-MS-GEC=" + EdgeHandshake.token(NOW.plusSeconds(3600)) + "&");
  }

  @Test
  void aSecondRefusalIsAFailure() {
    server.refuses(403, "Date", "Wed, 01 Jan 2025 01:00:00 GMT").refuses(403);

    var failure = failure(Remotes.say(edge, ARIA, "One two three"));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("Edge answered 403");
    assertThat(server.upgrades()).hasSize(2);
  }

  @Test
  void refusalsAreTold() {
    server.refuses(401).refuses(429, "Retry-After", "7").refuses(500);

    assertThat(failure(Remotes.say(edge, ARIA, "One"))).hasMessageContaining("401");
    assertThat(failure(Remotes.say(edge, ARIA, "One")).code()).isEqualTo(FailureCode.QUOTA);
    assertThat(failure(Remotes.say(edge, ARIA, "One"))).hasMessageContaining("500");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    server.hangs();
    failure(Remotes.say(edge, ARIA, "One"));

    server.turns(socket -> EdgeServer.text(socket, "turn.start", "{}"));
    var silent = failure(Remotes.say(edge, ARIA, "One"));
    assertThat(silent.code()).isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void aTurnEndsWhenTheWorkIsCalledOff() {
    Promise<Void> begun = Promise.promise();
    Promise<Void> closed = Promise.promise();
    Promise<Runnable> stop = Promise.promise();
    Promise<SpokenText> outcome = Promise.promise();
    server.turns(
        socket -> {
          socket.closeHandler(closed::tryComplete);
          begun.tryComplete();
        });
    Cancellation work = stop::tryComplete;
    SpeechProvider patient = edge(Duration.ofSeconds(30));
    test.vertx()
        .eventBus()
        .<String>localConsumer(
            "work",
            message -> {
              work.enter();
              Remotes.say(patient, ARIA, "One").onComplete(outcome);
            });
    test.vertx().eventBus().publish("work", "begin");
    answer(begun.future());

    answer(stop.future()).run();

    answer(closed.future());
    assertThat(failure(outcome.future()).code()).isEqualTo(FailureCode.CANCELLED);
  }

  @Test
  void aTurnThatBreaksOffIsNotTakenForSpeech() {
    server.turns(
        socket -> {
          socket.writeBinaryMessage(EdgeServer.sound(Buffer.buffer("half")));
          socket.close((short) 1011, "synthesis failed");
        });

    assertThat(failure(Remotes.say(edge, ARIA, "One")))
        .hasMessageContaining("1011")
        .hasMessageContaining("synthesis failed");
  }

  @Test
  void garbageIsNotTakenForSpeech() {
    server.turns(
        socket -> {
          socket.writeBinaryMessage(EdgeServer.sound(Buffer.buffer("<html>not sound</html>")));
          EdgeServer.text(socket, "turn.end", "{}");
        });
    assertThat(failure(Remotes.say(edge, ARIA, "One"))).hasMessageContaining("neither WAV nor MP3");

    server.turns(socket -> socket.writeBinaryMessage(Buffer.buffer(new byte[] {9, 9, 9})));
    assertThat(failure(Remotes.say(edge, ARIA, "One"))).hasMessageContaining("could not be read");

    server.turns(socket -> EdgeServer.text(socket, "turn.end", "{}"));
    assertThat(failure(Remotes.say(edge, ARIA, "One"))).hasMessageContaining("No sound came");
  }

  @Test
  void aLongTextGoesInPiecesAndTimesCountFromTheMeasuredSound() {
    String sentence = "One two three " + "and so on ".repeat(390) + "end. ";

    answer(Remotes.say(edge, ARIA, sentence + sentence));

    List<String> lines =
        server.heard().stream().filter(message -> message.contains("Path:ssml")).toList();
    assertThat(lines).hasSize(2);
    assertThat(times.told()).hasSize(6);
    // Trimmed tones of 1.1 s with their margins, and the pause between the pieces.
    assertThat(times.told().get(3).start() - times.told().get(0).start())
        .isCloseTo(1.1 + 0.02 + 0.06 + 0.2, within(0.06));
  }

  @Test
  void allItsVoicesAreKnownWithLanguageAndGender() {
    assertThat(edge.voices()).hasSize(322);
    assertThat(edge.voiceFor("de").orElseThrow().id()).isEqualTo("edge:de-DE-KatjaNeural");
    assertThat(edge.voiceFor("pt-PT").orElseThrow().gender()).isEqualTo("female");
    assertThat(edge.voice("EDGE:zh-cn-liaoning-xiaobeineural").orElseThrow().language())
        .isEqualTo("zh-CN-liaoning");
  }
}
