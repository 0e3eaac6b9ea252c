package io.moneyprinter.notification;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.notification.EventsRecorded;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RecordEvents;
import io.moneyprinter.codecs.notification.ReplayEvents;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotificationVerticleTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final NotificationConfig USUAL =
      TestSettings.history(Duration.ofDays(30), Duration.ofHours(1), Duration.ofHours(1), 1000);

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private final String job = UUID.randomUUID().toString();
  private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  @Test
  void recordedEventsAreReplayedInOrderAfterTheOneAlreadySeen() {
    start(USUAL, test.node());
    List<JobEvent> events = events(1, 5);

    assertThat(record(List.of(events.get(4), events.get(0), events.get(2)))).isEqualTo(3);
    assertThat(record(List.of(events.get(1), events.get(3)))).isEqualTo(2);

    assertThat(replay(0)).isEqualTo(events);
    assertThat(replay(3)).isEqualTo(events.subList(3, 5));
    assertThat(replay(5)).isEmpty();
  }

  @Test
  void recordingAnEventTwiceDoesNoHarm() {
    start(USUAL, test.node());
    List<JobEvent> events = events(1, 3);
    record(events);

    assertThat(record(events(2, 4))).isEqualTo(1);
    assertThat(record(List.of(event(5), event(5)))).isEqualTo(1);
    assertThat(replay(0)).isEqualTo(events(1, 5));
  }

  @Test
  void anotherTenantSeesNothingOfAJob() {
    start(USUAL, test.node());
    record(events(1, 3));
    awaitHeld(3);

    assertThat(
            answer(
                    NotificationMessages.REPLAY.ask(
                        bus(), new ReplayEvents(job, 0), CallContext.system("stranger")))
                .events())
        .isEmpty();
  }

  @Test
  void oneAnswerHoldsAtMostAThousandEvents() {
    start(USUAL, test.node());
    record(events(1, 900));
    record(events(901, 1500));
    awaitHeld(1000);

    assertThat(replay(0)).isEqualTo(events(1, 1000));
    assertThat(replay(1000)).isEqualTo(events(1001, 1500));
  }

  @Test
  void aMessageWithACharacterThatPostgresDoesNotKeepIsKeptWithoutIt() {
    start(USUAL, test.node());
    JobEvent odd =
        new JobEvent(
            job,
            "local",
            1,
            now,
            JobEvent.Type.STEP_FAILED,
            JobState.FAILED,
            "render",
            2,
            .5,
            "bad\0 byte");

    record(List.of(odd));

    assertThat(stored()).extracting(JobEvent::message).containsExactly("bad byte");
  }

  @Test
  void wrongRequestsAreInvalid() {
    start(USUAL, test.node());

    assertThat(failure(NotificationMessages.REPLAY.ask(bus(), new ReplayEvents(job, -1))).code())
        .isEqualTo(FailureCode.INVALID);
    assertThat(
            failure(NotificationMessages.RECORD.ask(bus(), new RecordEvents(events(1, 1001))))
                .code())
        .isEqualTo(FailureCode.INVALID);
    assertThat(record(List.of())).isZero();
  }

  @Test
  void theLatestEventsAreHeldInRedisForAWhileAndServedFromThere() {
    start(
        TestSettings.history(Duration.ofDays(30), Duration.ofHours(1), Duration.ofMinutes(9), 4),
        test.node());
    record(events(1, 6));
    awaitHeld(4);

    // What Redis holds is told apart from what the store holds, to see who answered.
    Database database = answer(test.node().databases().open("notification"), 60);
    answer(database.writer().query("UPDATE job_event SET message = 'from the store'").execute());

    assertThat(replay(2)).isEqualTo(events(3, 6));
    assertThat(replay(0)).hasSize(6).extracting(JobEvent::message).containsOnly("from the store");
    assertThat(answer(test.node().redis().api().pttl(key())).toLong())
        .isBetween(1L, Duration.ofMinutes(9).toMillis());
  }

  @Test
  void whatRedisMissedIsReadFromTheStore() {
    start(USUAL, test.node());
    record(events(1, 3));
    awaitHeld(3);

    answer(test.node().redis().api().zremrangebyscore(key(), "2", "2"));
    assertThat(replay(0)).isEqualTo(events(1, 3));

    answer(test.node().redis().api().zremrangebyscore(key(), "3", "3"));
    assertThat(replay(0)).isEqualTo(events(1, 3));
  }

  @Test
  void aHeldEventThatCannotBeReadIsPassedOver() {
    start(USUAL, test.node());
    record(events(1, 2));
    awaitHeld(2);
    answer(test.node().redis().api().zadd(List.of(key(), "3", "{\"nonsense\":true}")));
    record(events(3, 3));
    awaitHeld(4);

    assertThat(replay(0)).isEqualTo(events(1, 3));
  }

  @Test
  void withoutRedisEverythingWorksAndTheFailuresAreCounted() {
    start(USUAL, withRedis(new RedisConnector(test.vertx(), "redis://127.0.0.1:1")));

    assertThat(record(events(1, 3))).isEqualTo(3);
    assertThat(replay(1)).isEqualTo(events(2, 3));
    assertThat(
            test.node().meters().get("moneyprinter.notification.cache.failures").counter().count())
        .isPositive();
  }

  @Test
  void eventsOlderThanTheyAreKeptAreSwept() {
    start(
        TestSettings.history(Duration.ofDays(1), Duration.ofMillis(50), Duration.ofHours(1), 1000),
        test.node());
    record(events(3, 3));
    now = now.minus(Duration.ofHours(25));
    record(events(1, 2));

    Await.until(
        "only the fresh event is left",
        LIMIT,
        () -> stored().stream().map(JobEvent::sequence).toList().equals(List.of(3L)));
  }

  private void start(NotificationConfig config, Node node) {
    answer(test.vertx().deployVerticle(TestSettings.verticle(config, node)), 60);
  }

  private Node withRedis(RedisConnector redis) {
    Node node = test.node();
    return NodeCopy.of(node).with(redis).made();
  }

  private int record(List<JobEvent> events) {
    return answer(
        NotificationMessages.RECORD
            .ask(bus(), new RecordEvents(events))
            .map(EventsRecorded::fresh));
  }

  private List<JobEvent> replay(long after) {
    return answer(NotificationMessages.REPLAY.ask(bus(), new ReplayEvents(job, after))).events();
  }

  /** What PostgreSQL has, whatever Redis says. */
  private List<JobEvent> stored() {
    Database database = answer(test.node().databases().open("notification"), 60);
    return answer(
        new EventStore(database).replay(job, "local", 0, 100).eventually(database::close));
  }

  private void awaitHeld(long count) {
    Await.until(
        count + " events are held in Redis",
        LIMIT,
        () -> answer(test.node().redis().api().zcard(key())).toLong() == count);
  }

  private String key() {
    return "moneyprinter:events:" + job;
  }

  private List<JobEvent> events(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(this::event).toList();
  }

  private JobEvent event(long sequence) {
    boolean whole = sequence % 2 == 0;
    return new JobEvent(
        job,
        "local",
        sequence,
        now.plusMillis(sequence),
        whole ? JobEvent.Type.JOB_STARTED : JobEvent.Type.STEP_PROGRESS,
        JobState.RUNNING,
        whole ? null : "render",
        whole ? null : 3,
        sequence / 2000.0,
        "Event " + sequence);
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
