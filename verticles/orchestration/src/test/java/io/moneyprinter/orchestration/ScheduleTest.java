package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.schedule.CheckSchedule;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.DeleteSchedule;
import io.moneyprinter.codecs.schedule.GetSchedule;
import io.moneyprinter.codecs.schedule.ListSchedules;
import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.PauseSchedule;
import io.moneyprinter.codecs.schedule.PreviewTimes;
import io.moneyprinter.codecs.schedule.ResumeSchedule;
import io.moneyprinter.codecs.schedule.RunState;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleMessages;
import io.moneyprinter.codecs.schedule.ScheduleRun;
import io.moneyprinter.codecs.schedule.ScheduleState;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Videos and batches at times to come, by a clock that the test sets. */
class ScheduleTest {
  private static final String A = "a";

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private final Clock clock = new Clock();
  private Bench bench;
  private BatchBench batches;

  /** A clock that goes when it is told to. */
  private static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-02T10:00:30Z");

    @Override
    public Instant instant() {
      return now;
    }

    void go(Duration time) {
      now = now.plus(time);
    }
  }

  @BeforeEach
  void make() {
    bench = new Bench(test);
    batches = new BatchBench(test, bench, A);
  }

  private String start() {
    return bench.start(Bench.CONFIG, clock);
  }

  private <Q extends Record, R extends Record> R ask(Endpoint<Q, R> endpoint, Q wish) {
    return answer(endpoint.ask(bench.bus(), wish, Bench.tenant(A)), 60);
  }

  private ServiceFailure refusal(CreateSchedule order) {
    return failure(ScheduleMessages.CREATE.ask(bench.bus(), order, Bench.tenant(A)));
  }

  private static CreateSchedule cron(String cron, Missed missed, Overlap overlap) {
    return new CreateSchedule(
        null, Samples.brief("Coffee."), null, null, cron, null, missed, overlap, null, null);
  }

  private Schedule hourly() {
    return ask(ScheduleMessages.CREATE, cron("0 * * * *", null, null));
  }

  private Schedule get(Schedule schedule) {
    return ask(ScheduleMessages.GET, new GetSchedule(schedule.id()));
  }

  private List<Instant> ordered(Schedule schedule) {
    return get(schedule).runs().stream()
        .filter(run -> run.state() == RunState.ORDERED)
        .map(ScheduleRun::due)
        .toList();
  }

  private void awaitOrdered(Schedule schedule, int count) {
    bench.until(count + " runs", () -> ordered(schedule).size() == count);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }

  @Test
  void eachTimeIsOrderedOnceAlthoughTwoNodesLook() {
    start();
    start();
    Schedule schedule = hourly();
    assertThat(schedule.next()).startsWith(at("11:00"), at("12:00")).hasSize(5);
    for (int hour = 1; hour <= 4; hour++) {
      assertThat(batches.jobs()).isEqualTo(hour - 1);
      clock.go(Duration.ofHours(1));
      awaitOrdered(schedule, hour);
    }
    assertThat(ordered(schedule))
        .containsExactly(at("14:00"), at("13:00"), at("12:00"), at("11:00"));
    assertThat(batches.jobs()).isEqualTo(4);
    ScheduleRun last = get(schedule).runs().get(0);
    assertThat(Jobs.get(bench, last.jobId(), A).brief().script()).isEqualTo("Coffee.");
    assertThat(get(schedule).next()).startsWith(at("15:00"));
  }

  @Test
  void whatTheMonthDoesNotSufficeForIsRefusedAtOnceAndWhenItIsDue() {
    MessageConsumer<?> one = batches.allow(1);
    start();
    var many =
        new CreateSchedule(
            null,
            null,
            new CreateBatch(BatchFormat.NDJSON, BatchBench.scripts(2), BatchOptions.NONE, null),
            null,
            "0 * * * *",
            null,
            null,
            null,
            null,
            null);
    assertThat(Quota.usedUp(refusal(many))).isTrue();
    assertThat(ask(ScheduleMessages.CHECK, new CheckSchedule(cron("0 * * * *", null, null))).next())
        .startsWith(at("11:00"), at("12:00"))
        .hasSize(5);
    assertThat(
            Quota.usedUp(
                failure(
                    ScheduleMessages.CHECK.ask(
                        bench.bus(), new CheckSchedule(many), Bench.tenant(A)))))
        .isTrue();
    Schedule schedule = hourly();

    answer(one.unregister());
    batches.allow(0);
    clock.go(Duration.ofHours(1));
    bench.until(
        "the run is refused",
        () ->
            !get(schedule).runs().isEmpty()
                && get(schedule).runs().get(0).state() == RunState.FAILED);
    assertThat(get(schedule).runs().get(0).message()).contains("are used up");
    assertThat(batches.jobs()).isZero();
  }

  @Test
  void aTimeThatWasNotedButNotOrderedIsOrderedOnceByAnother() {
    String first = start();
    Schedule schedule = hourly();
    clock.go(Duration.ofHours(1));
    awaitOrdered(schedule, 1);
    String job = get(schedule).runs().get(0).jobId();
    bench.stop(first);
    // As a node leaves it that is killed before it could write down what it had ordered.
    batches.sql(
        "UPDATE schedule_run SET state = 'PENDING', job_id = NULL,"
            + " lease_until = now() + interval '1 hour'");

    start();
    awaitOrdered(schedule, 1);
    assertThat(get(schedule).runs().get(0).jobId()).isEqualTo(job);
    assertThat(batches.jobs()).isEqualTo(1);
  }

  @Test
  void whatPassedWhileNobodyWasThereIsMadeUpForOnceOrNotAtAll() {
    String first = start();
    Schedule once = hourly();
    Schedule skip = ask(ScheduleMessages.CREATE, cron("30 * * * *", Missed.SKIP, null));
    bench.stop(first);
    clock.go(Duration.ofHours(5));
    start();
    awaitOrdered(once, 1);
    assertThat(ordered(once)).containsExactly(at("15:00"));
    bench.until("the other is noted", () -> !get(skip).runs().isEmpty());
    ScheduleRun passed = get(skip).runs().get(0);
    assertThat(passed.state()).isEqualTo(RunState.SKIPPED);
    assertThat(passed.due()).isEqualTo(at("14:30"));
    assertThat(passed.message()).contains("no node was there");
    clock.go(Duration.ofMinutes(30));
    awaitOrdered(skip, 1);
    assertThat(ordered(skip)).containsExactly(at("15:30"));
    assertThat(batches.jobs()).isEqualTo(2);
  }

  @Test
  void aSingleTimeComesOnceAndThenNoneIsLeft() {
    start();
    Schedule schedule =
        ask(
            ScheduleMessages.CREATE,
            new CreateSchedule(
                "Noon",
                Samples.brief("Coffee."),
                null,
                "2026-03-02T13:00:00+01:00",
                null,
                null,
                null,
                null,
                Priority.HIGH,
                null));
    assertThat(schedule.next()).containsExactly(at("12:00"));
    clock.go(Duration.ofHours(3));
    awaitOrdered(schedule, 1);
    Schedule done = get(schedule);
    assertThat(done.state()).isEqualTo(ScheduleState.FINISHED);
    assertThat(done.next()).isEmpty();
    assertThat(done.name()).isEqualTo("Noon");
    assertThat(done.title()).isEqualTo("Coffee.");
    assertThat(Jobs.get(bench, done.runs().get(0).jobId(), A).priority()).isEqualTo(Priority.HIGH);
    assertThat(
            failure(
                    ScheduleMessages.RESUME.ask(
                        bench.bus(), new ResumeSchedule(schedule.id()), Bench.tenant(A)))
                .code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void aPausedScheduleLetsItsTimesPassAndADeletedOneIsGone() {
    start();
    Schedule schedule = hourly();
    assertThat(ask(ScheduleMessages.PAUSE, new PauseSchedule(schedule.id())).next()).isEmpty();
    clock.go(Duration.ofHours(3));
    Schedule again = ask(ScheduleMessages.RESUME, new ResumeSchedule(schedule.id()));
    assertThat(again.state()).isEqualTo(ScheduleState.ACTIVE);
    assertThat(again.next()).startsWith(at("14:00"));
    clock.go(Duration.ofHours(1));
    awaitOrdered(schedule, 1);
    assertThat(ordered(schedule)).containsExactly(at("14:00"));

    assertThat(
            failure(
                    ScheduleMessages.DELETE.ask(
                        bench.bus(), new DeleteSchedule(schedule.id()), Bench.tenant("b")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    ask(ScheduleMessages.DELETE, new DeleteSchedule(schedule.id()));
    assertThat(ask(ScheduleMessages.LIST, new ListSchedules(null, 10)).schedules()).isEmpty();
    assertThat(batches.jobs()).as("what it ordered stays").isEqualTo(1);
  }

  @Test
  void aTimeIsPassedOverWhileTheRunBeforeGoesOnIfThatIsWanted() {
    start();
    Schedule schedule = ask(ScheduleMessages.CREATE, cron("0 * * * *", null, Overlap.SKIP));
    clock.go(Duration.ofHours(1));
    awaitOrdered(schedule, 1);
    clock.go(Duration.ofHours(1));
    bench.until("the next is noted", () -> get(schedule).runs().size() == 2);
    assertThat(get(schedule).runs().get(0).state()).isEqualTo(RunState.SKIPPED);
    bench.workUpToSegments();
    bench.workFromSegments();
    clock.go(Duration.ofHours(1));
    awaitOrdered(schedule, 2);
    assertThat(batches.jobs()).isEqualTo(2);
  }

  @Test
  void aBatchIsOrderedAtItsTime() {
    start();
    Schedule schedule =
        ask(
            ScheduleMessages.CREATE,
            new CreateSchedule(
                null,
                null,
                new CreateBatch(BatchFormat.NDJSON, BatchBench.scripts(2), null, null),
                null,
                "0 12 * * *",
                null,
                null,
                null,
                null,
                "daily"));
    assertThat(schedule.batch()).isTrue();
    assertThat(schedule.title()).isEqualTo("A batch of 2");
    clock.go(Duration.ofHours(2));
    awaitOrdered(schedule, 1);
    String batch = get(schedule).runs().get(0).batchId();
    bench.until("its rows are ordered", () -> batches.get(batch).counts().open() == 2);
    assertThat(batches.jobs()).isEqualTo(2);
  }

  @Test
  void theClocksOfAZoneArePutForwardAndBack() {
    start();
    clock.now = Instant.parse("2026-03-28T12:00:00Z");
    // Left out by the clocks: at the end of the gap. The hour before and after as ever.
    assertThat(times("30 2 * * *", 3))
        .containsExactly(
            "2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00", "2026-03-31T02:30:00+02:00");
    assertThat(times("*/20 2 * * *", 2))
        .containsExactly("2026-03-29T03:00:00+02:00", "2026-03-30T02:00:00+02:00");
    clock.now = Instant.parse("2026-03-29T00:10:00Z");
    assertThat(times("30 * * * *", 3))
        .containsExactly(
            "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-29T04:30:00+02:00");
    // Shown twice by the clocks: a given hour once, every hour twice.
    clock.now = Instant.parse("2026-10-24T22:00:00Z");
    assertThat(times("30 2 * * *", 2))
        .containsExactly("2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00");
    assertThat(times("30 * * * *", 5))
        .containsExactly(
            "2026-10-25T00:30:00+02:00",
            "2026-10-25T01:30:00+02:00",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",
            "2026-10-25T03:30:00+01:00");
    assertThat(times("0 9 1 * MON", 2))
        .as("day of month or day of week, as crontab(5) has it")
        .containsExactly("2026-10-26T09:00:00+01:00", "2026-11-01T09:00:00+01:00");
  }

  private List<String> times(String cron, int count) {
    return ask(ScheduleMessages.PREVIEW, new PreviewTimes(cron, "Europe/Berlin", count)).times();
  }

  @Test
  void whatCannotBeIsToldAtOnce() {
    start();
    refused("61 * * * *", null, null, "/cron", "range");
    refused("* * *", null, null, "/cron", "minute, hour");
    refused("0 0 30 2 *", null, null, "/cron", "never comes");
    refused("0 9 * * *", "Mars/Base", null, "/zone", "Europe/Berlin");
    refused(null, null, "2026-03-02T09:00:00Z", "/runAt", "has passed");
    refused(null, null, "2027-03-02T09:00", "/runAt", "offset");
    refused(null, null, null, "", "either runAt");
    refused("0 9 * * *", null, "2027-03-02T09:00:00Z", "", "either runAt");
    ServiceFailure brief =
        refusal(
            new CreateSchedule(
                null, Samples.brief(" "), null, null, "0 9 * * *", null, null, null, null, null));
    assertThat(brief.violations())
        .extracting(Violation::pointer)
        .allSatisfy(pointer -> assertThat(pointer).startsWith("/brief"));
    ServiceFailure rows =
        refusal(
            new CreateSchedule(
                null,
                null,
                new CreateBatch(BatchFormat.CSV, "script,rate\na,9\n", null, null),
                null,
                "0 9 * * *",
                null,
                null,
                null,
                null,
                null));
    assertThat(rows.violations()).extracting(Violation::pointer).containsExactly("/rows/0/rate");
    assertThat(ask(ScheduleMessages.LIST, new ListSchedules(null, 10)).schedules()).isEmpty();
  }

  private void refused(String cron, String zone, String runAt, String pointer, String said) {
    ServiceFailure refused =
        refusal(
            new CreateSchedule(
                null, Samples.brief("a"), null, runAt, cron, zone, null, null, null, null));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.violations().get(0).pointer()).as(said).isEqualTo(pointer);
    assertThat(refused.violations().get(0).message()).contains(said);
  }

  @Test
  void theSameKeyAnswersWithTheSameSchedule() {
    start();
    List<Schedule> made =
        Stream.of("daily", "daily")
            .map(
                key ->
                    ask(
                        ScheduleMessages.CREATE,
                        new CreateSchedule(
                            null,
                            Samples.brief("a"),
                            null,
                            null,
                            "0 9 * * *",
                            null,
                            null,
                            null,
                            null,
                            key)))
            .toList();
    assertThat(made.get(1).id()).isEqualTo(made.get(0).id());
    assertThat(made.get(1).replayed()).isTrue();
    assertThat(
            refusal(
                    new CreateSchedule(
                        null,
                        Samples.brief("b"),
                        null,
                        null,
                        "0 9 * * *",
                        null,
                        null,
                        null,
                        null,
                        "daily"))
                .code())
        .isEqualTo(FailureCode.CONFLICT);
  }
}
