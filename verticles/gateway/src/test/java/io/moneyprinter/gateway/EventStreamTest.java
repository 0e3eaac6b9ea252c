package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.notification.EventList;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventStreamTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private String id;

  private EventReader follow(String query, String... headers) {
    return new EventReader(test.vertx())
        .open(gateway.port(), "/v1/videos/" + id + "/events" + query, headers);
  }

  private void start() {
    start(Duration.ofSeconds(15));
  }

  private void start(Duration heartbeat) {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL, heartbeat);
    id = gateway.createVideo();
  }

  private void progress(int times) {
    for (int i = 0; i < times; i++) {
      gateway.services.emit(id, JobEvent.Type.STEP_PROGRESS, "speech", "Scene " + i);
    }
  }

  private void complete() {
    var job = gateway.services.jobs.get(id);
    gateway.services.with(job, JobState.COMPLETED, 1, null, null);
    gateway.services.emit(id, JobEvent.Type.JOB_COMPLETED, null, "Done");
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void aStreamBeginsWithThePastGoesOnLiveAndEndsWithTheJob() {
    start();
    progress(3);
    EventReader reader = follow("");
    reader.awaitIds(4);
    progress(3);
    complete();
    reader.awaitEnd();

    assertThat(reader.status()).isEqualTo(200);
    assertThat(reader.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(reader.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(reader.ids()).isEqualTo(upTo(8));
    assertThat(reader.names()).startsWith("JOB_CREATED", "STEP_PROGRESS").endsWith("JOB_COMPLETED");
    assertThat(reader.text())
        .contains("data: {\"jobId\":\"" + id + "\"")
        .contains("\"sequence\":8");
  }

  @Test
  void aReaderThatComesBackGetsOnlyWhatItMissed() {
    start();
    progress(5);

    EventReader byHeader = follow("?after=1", "Last-Event-ID", "4");
    EventReader byQuery = follow("?after=4");
    complete();
    byHeader.awaitEnd();
    byQuery.awaitEnd();

    assertThat(byHeader.ids()).containsExactly(5, 6, 7);
    assertThat(byQuery.ids()).containsExactly(5, 6, 7);
  }

  @Test
  void aReaderThatHasAllOfAFinishedJobIsToldNotToComeBack() {
    start();
    complete();

    assertThat(follow("", "Last-Event-ID", "2").status()).isEqualTo(204);
    EventReader late = follow("?after=1");
    late.awaitEnd();
    assertThat(late.ids()).containsExactly(2);
  }

  @Test
  void aReaderOfAFinishedJobGetsWhatTheStoreHearsLate() {
    start();
    progress(2);
    gateway.services.with(gateway.services.jobs.get(id), JobState.COMPLETED, 1, null, null);

    EventReader reader = follow("", "Last-Event-ID", "3");
    assertThat(reader.status()).isEqualTo(200);
    gateway.services.store(id, JobEvent.Type.STEP_DONE, "publish", "Told late");
    gateway.services.store(id, JobEvent.Type.JOB_COMPLETED, null, "Told late");
    reader.awaitEnd();

    assertThat(reader.ids()).containsExactly(4, 5);
  }

  @Test
  void eventsThatHappenWhileThePastIsReadAreNeitherLostNorTwice() {
    start();
    progress(2);
    // Answers of the store arrive late, with what it held when it was asked.
    gateway.services.replayed =
        events -> {
          Promise<EventList> late = Promise.promise();
          test.vertx().setTimer(150, now -> late.complete(events));
          return late.future();
        };
    EventReader reader = follow("");
    for (int i = 0; i < 40; i++) {
      progress(1);
      answer(test.vertx().timer(10));
    }
    complete();
    reader.awaitEnd();

    assertThat(reader.ids()).isEqualTo(upTo(44));
  }

  @Test
  void aLiveEventThatWasLostIsFetchedWhenTheNextComes() {
    start();
    EventReader reader = follow("");
    reader.awaitIds(1);
    gateway.services.store(id, JobEvent.Type.STEP_STARTED, "speech", "Lost on the way");
    gateway.services.store(id, JobEvent.Type.STEP_DONE, "speech", "Lost as well");
    progress(1);
    reader.awaitIds(4);

    assertThat(reader.ids()).isEqualTo(upTo(4));
  }

  @Test
  void aLostLastEventIsFoundByTheHeartbeat() {
    start(Duration.ofMillis(200));
    EventReader reader = follow("");
    reader.awaitIds(1);
    Await.until(
        "a sign of life", Duration.ofSeconds(5), () -> reader.text().contains(": alive\n\n"));
    gateway.services.store(id, JobEvent.Type.JOB_COMPLETED, null, "Nobody heard");
    reader.awaitEnd();

    assertThat(reader.names()).endsWith("JOB_COMPLETED");
  }

  @Test
  void aStoreThatIsDownForAWhileCostsNothing() {
    start();
    EventReader reader = follow("");
    reader.awaitIds(1);
    gateway.services.replayed = events -> Future.failedFuture(new IllegalStateException("down"));
    gateway.services.store(id, JobEvent.Type.STEP_STARTED, "speech", "Lost on the way");
    progress(1);
    Await.until(
        "the store was asked in vain",
        Duration.ofSeconds(5),
        () -> gateway.services.replays.get() > 4);
    gateway.services.replayed = Future::succeededFuture;
    reader.awaitIds(3);

    assertThat(reader.ids()).isEqualTo(upTo(3));
  }

  @Test
  void aSlowReaderGetsEverythingInTheEnd() {
    start();
    EventReader reader = follow("");
    reader.awaitIds(1);
    reader.pause();
    String long8k = "x".repeat(8 * 1024);
    for (int i = 0; i < 600; i++) {
      gateway.services.emit(id, JobEvent.Type.STEP_PROGRESS, "video", long8k);
    }
    complete();
    reader.resume();
    reader.awaitEnd();

    assertThat(reader.ids()).isEqualTo(upTo(602));
  }

  @ParameterizedTest
  @EnumSource(
      value = JobEvent.Type.class,
      names = {"JOB_FAILED", "JOB_CANCELLED"})
  void aJobThatWasTakenUpAgainIsFollowedBeyondItsFirstEnd(JobEvent.Type end) {
    start();
    gateway.services.emit(id, end, null, "Stopped");
    gateway.services.emit(id, JobEvent.Type.JOB_RESUMED, null, "Again");

    EventReader reader = follow("");
    reader.awaitIds(3);
    assertThat(reader.ended()).isFalse();
    complete();
    reader.awaitEnd();

    assertThat(reader.names())
        .containsExactly("JOB_CREATED", end.name(), "JOB_RESUMED", "JOB_COMPLETED");
  }

  @Test
  void manyReadersOfOneJobDoNotDisturbOneAnother() {
    start();
    List<EventReader> readers = IntStream.range(0, 10).mapToObj(i -> follow("")).toList();
    readers.forEach(reader -> reader.awaitIds(1));
    readers.get(0).leave();
    progress(5);
    complete();
    readers.stream().skip(1).forEach(EventReader::awaitEnd);

    readers.stream().skip(1).forEach(reader -> assertThat(reader.ids()).isEqualTo(upTo(7)));
  }

  @Test
  void wrongPlacesToBeginAreRefused() {
    start();

    assertThat(gateway.get("/v1/videos/" + id + "/events?after=-1").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/videos/" + id + "/events", "Last-Event-ID", "x").statusCode())
        .isEqualTo(400);
    String nobody = "/v1/videos/" + UUID.randomUUID() + "/events";
    assertThat(gateway.get(nobody).statusCode()).isEqualTo(404);
  }

  @Test
  void moreStreamsThanAreAllowedAreToldToComeLater() {
    start();
    List<EventReader> readers = IntStream.range(0, 50).mapToObj(i -> follow("")).toList();
    readers.forEach(reader -> reader.awaitIds(1));

    assertThat(gateway.get("/v1/videos/" + id + "/events").statusCode()).isEqualTo(503);
    readers.get(7).leave();
    Await.until(
        "a place is free again",
        Duration.ofSeconds(5),
        () -> {
          EventReader next = follow("");
          boolean in = next.status() == 200;
          next.leave();
          return in;
        });
  }

  @Test
  void aStoppingNodeSaysGoodByeOnItsStreams() {
    start();
    EventReader reader = follow("");
    reader.awaitIds(1);

    answer(test.vertx().undeploy(gateway.deployment));

    reader.awaitEnd();
    assertThat(reader.text().toLowerCase(Locale.ROOT))
        .endsWith(": the node is stopping, come back\n\n");
  }
}
