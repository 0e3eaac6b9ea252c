package io.moneyprinter.speech.espeak;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.espeak.EspeakWire.Answer;
import io.moneyprinter.speech.espeak.EspeakWire.Request;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspeakProcessTest {
  private static final Request HELLO = new Request("en-US", 165, "Hello, how are you?");
  private static final Duration LONG = Duration.ofMinutes(1);
  @TempDir private static Path cache;

  private final Vertx vertx = Vertx.vertx();
  private final WorkerPools pools = new WorkerPools(vertx, 2);
  private EspeakProcess process;

  @AfterEach
  void stop() {
    answer(process.close());
    answer(vertx.close());
  }

  @Test
  void oneProcessAnswersAllInOrder() {
    process = process(cache, LONG, LONG);
    List<Future<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(process.ask(HELLO));
    }

    assertThat(answer(Future.all(answers), 60).<Answer>list())
        .allSatisfy(said -> assertThat(said.pcm()).hasSizeGreaterThan(40_000));
    long pid = process.pid().getAsLong();
    answer(process.ask(HELLO));
    assertThat(process.pid()).hasValue(pid);
  }

  @Test
  void aProcessThatWasStartedBeforeAnswersTheFirst() {
    process = process(cache, LONG, LONG);
    assertThat(process.pid()).isEmpty();

    answer(process.warm(), 60);

    long pid = process.pid().getAsLong();
    assertThat(answer(process.ask(HELLO), 60).pcm()).hasSizeGreaterThan(40_000);
    assertThat(process.pid()).hasValue(pid);
  }

  @Test
  void aProcessThatIsKilledInTheMiddleIsReplacedAndTheSentenceSpoken() {
    process = process(cache, LONG, LONG);
    answer(process.ask(HELLO), 60);
    long pid = process.pid().getAsLong();
    // Minutes of speech, which take espeak-ng a good part of a second.
    var book = new Request("en-US", 80, "And so he went on and on. ".repeat(50));

    Future<Answer> speaking = process.ask(book);
    vertx.setTimer(30, soon -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

    assertThat(answer(speaking, 60).pcm()).hasSizeGreaterThan(4_000_000);
    assertThat(process.pid().getAsLong()).isNotEqualTo(pid);
  }

  @Test
  void aProcessThatDiedWhileIdleIsReplaced() {
    process = process(cache, LONG, LONG);
    answer(process.ask(HELLO), 60);
    ProcessHandle first = ProcessHandle.of(process.pid().getAsLong()).orElseThrow();
    first.destroyForcibly();
    Await.until("the process is gone", LONG, () -> !first.isAlive());

    assertThat(answer(process.ask(HELLO), 60).pcm()).isNotEmpty();
    assertThat(answer(process.check().map("fine"))).isEqualTo("fine");
  }

  @Test
  void anIdleProcessIsStopped() {
    process = process(cache, Duration.ofMillis(200), LONG);
    answer(process.ask(HELLO), 60);

    Await.until("the process is gone", LONG, () -> process.pid().isEmpty());

    assertThat(answer(process.ask(HELLO), 60).pcm()).isNotEmpty();
  }

  @Test
  void aSentenceThatTakesTooLongFails() {
    process = process(cache, LONG, Duration.ofMillis(1));

    assertUnavailable(process.ask(HELLO));
    assertThatThrownBy(() -> answer(process.check())).hasMessageContaining("espeak-ng");
  }

  @Test
  void aSentenceThatWouldTakeMinutesIsRefusedAndTheProcessLivesOn() {
    process = process(cache, LONG, LONG);

    Future<Answer> endless = process.ask(new Request("en-US", 80, "ninety-nine and ".repeat(900)));

    assertUnavailable(endless);
    assertThat(process.pid()).isPresent();
    assertThat(answer(process.ask(HELLO)).pcm()).hasSizeGreaterThan(40_000);
  }

  @Test
  void aFolderThatCannotBeWrittenFails(@TempDir Path folder) throws IOException {
    process = process(Files.createFile(folder.resolve("file")), LONG, LONG);

    Future<Answer> speaking = process.ask(HELLO);

    assertUnavailable(speaking);
    assertThat(speaking.cause()).hasMessageContaining("cannot be started");
  }

  @Test
  void anUnknownVoiceFailsAndTheProcessLivesOn() {
    process = process(cache, LONG, LONG);

    assertUnavailable(process.ask(new Request("xx-nonsense", 165, "Hello")));
    assertThat(process.pid()).isPresent();
  }

  @Test
  void closingEndsTheProcess() {
    process = process(cache, LONG, LONG);
    answer(process.ask(HELLO), 60);
    ProcessHandle child = ProcessHandle.of(process.pid().getAsLong()).orElseThrow();

    answer(process.close());

    assertThat(child.isAlive()).isFalse();
    assertUnavailable(process.ask(HELLO));
  }

  @Test
  void theProcessEndsWithItsInput() throws IOException {
    process = process(cache, LONG, LONG);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EspeakMain.class.getName(),
                cache.toString())
            .start();

    child.getOutputStream().close();

    Await.until("the process is gone", LONG, () -> !child.isAlive());
    assertThat(child.exitValue()).isZero();
  }

  private EspeakProcess process(Path folder, Duration idle, Duration limit) {
    return new EspeakProcess(vertx, pools, folder, idle, limit);
  }

  private static void assertUnavailable(Future<?> outcome) {
    assertThatThrownBy(() -> answer(outcome, 60))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE));
  }
}
