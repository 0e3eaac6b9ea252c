package io.moneyprinter.analytics;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.Durations;
import io.moneyprinter.codecs.analytics.Funnel;
import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.ShowDurations;
import io.moneyprinter.codecs.analytics.ShowFunnel;
import io.moneyprinter.codecs.analytics.ShowSuccess;
import io.moneyprinter.codecs.analytics.ShowTrends;
import io.moneyprinter.codecs.analytics.StepUsage;
import io.moneyprinter.codecs.analytics.Success;
import io.moneyprinter.codecs.analytics.SummarizeUsage;
import io.moneyprinter.codecs.analytics.Trends;
import io.moneyprinter.codecs.analytics.UsageRecorded;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.users.AccountDeleted;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.DepartureList;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnalyticsVerticleTest {
  private static final CallContext LOCAL = CallContext.system("local");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @BeforeEach
  void start() {
    answer(
        test.vertx()
            .deployVerticle(
                new AnalyticsVerticle(new AnalyticsConfig(Duration.ofDays(366)), test.node())),
        60);
  }

  @Test
  void aSummarySumsTheJobsThatEndedInItsSpanAndTheEndIsNotInIt() {
    record(usage("a", "local", JobState.COMPLETED, NOON, 30));
    record(usage("b", "local", JobState.FAILED, NOON.plusSeconds(1), 0));
    record(usage("c", "local", JobState.CANCELLED, NOON.plusSeconds(2), 0));
    record(usage("before", "local", JobState.COMPLETED, NOON.minusSeconds(1), 30));
    record(usage("after", "local", JobState.COMPLETED, NOON.plusSeconds(3), 30));

    assertThat(summarize("local", NOON, NOON.plusSeconds(3)))
        .isEqualTo(new UsageSummary(3, 1, 1, 1, 30, 15, 12, 3, 3 * 500, 3 * 70));
  }

  @Test
  void aTenantSeesItsOwnJobsOnly() {
    record(usage("a", "acme", JobState.COMPLETED, NOON, 30));
    record(usage("a", "local", JobState.COMPLETED, NOON, 45));

    assertThat(summarize("acme", NOON, NOON.plusSeconds(1)).videoSeconds()).isEqualTo(30);
    assertThat(summarize("stranger", NOON, NOON.plusSeconds(1)))
        .isEqualTo(new UsageSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void recordingAJobAgainReplacesItsRow() {
    assertThat(record(usage("a", "local", JobState.FAILED, NOON, 0)).fresh()).isTrue();
    assertThat(record(usage("a", "local", JobState.COMPLETED, NOON.plusSeconds(9), 30)).fresh())
        .isFalse();

    UsageSummary sums = summarize("local", NOON, NOON.plusSeconds(60));
    assertThat(List.of(sums.jobs(), sums.completed(), sums.failed())).containsExactly(1, 1, 0);
  }

  @Test
  void anOlderEndThatArrivesLateDoesNotReplaceANewerOne() {
    record(usage("a", "local", JobState.COMPLETED, NOON.plusSeconds(9), 30));

    assertThat(record(usage("a", "local", JobState.FAILED, NOON, 0)).fresh()).isFalse();
    assertThat(summarize("local", NOON, NOON.plusSeconds(60)).completed()).isEqualTo(1);
  }

  private static StepUsage step(String name, StepState state, Double seconds) {
    return new StepUsage(name, state, state != StepState.CANCELLED, seconds, 1);
  }

  @Test
  void howFarJobsCameAndHowLongTheyTookIsTold() {
    Instant end = NOON.plusSeconds(100);
    for (int i = 1; i <= 4; i++) {
      record(
          usage(
              "done" + i,
              "local",
              JobState.COMPLETED,
              NOON.plusSeconds(i),
              30,
              List.of(
                  step("script", StepState.DONE, (double) i),
                  step("review", StepState.SKIPPED, null),
                  step("speech", StepState.DONE, 10.0 * i))));
    }
    JobUsage failed =
        usage(
            "failed",
            "local",
            JobState.FAILED,
            NOON.plusSeconds(9),
            0,
            List.of(
                step("script", StepState.DONE, 5.0),
                step("review", StepState.SKIPPED, null),
                step("speech", StepState.FAILED, null)));
    record(failed);
    record(failed);
    record(usage("theirs", "acme", JobState.CANCELLED, NOON.plusSeconds(9), 0));

    Funnel funnel =
        answer(AnalyticsMessages.FUNNEL.ask(bus(), new ShowFunnel(NOON, end, false), LOCAL));
    assertThat(funnel.jobs()).isEqualTo(5);
    assertThat(funnel.completed()).isEqualTo(4);
    assertThat(funnel.stages())
        .containsExactly(
            new Funnel.Stage("script", 5, 5, 5, 0, 0, 1),
            new Funnel.Stage("review", 5, 5, 0, 5, 0, 1),
            new Funnel.Stage("speech", 5, 5, 4, 0, 1, 0.8));
    assertThat(
            answer(AnalyticsMessages.FUNNEL.ask(bus(), new ShowFunnel(NOON, end, true), LOCAL))
                .jobs())
        .isEqualTo(6);

    Durations durations =
        answer(AnalyticsMessages.DURATIONS.ask(bus(), new ShowDurations(NOON, end, false), LOCAL));
    assertThat(durations.jobs()).isEqualTo(new Durations.Spread(4, 60, 60, 60, 60, 60, 60));
    assertThat(durations.steps())
        .extracting(Durations.Step::step)
        .containsExactly("script", "speech");
    Durations.Spread script = durations.steps().get(0).seconds();
    assertThat(List.of(script.count(), script.mean(), script.p50(), script.longest()))
        .containsExactly(5, 3.0, 3.0, 5.0);
    assertThat(script.p90()).isCloseTo(4.6, within(1e-9));

    Success success =
        answer(AnalyticsMessages.SUCCESS.ask(bus(), new ShowSuccess(NOON, end, false), LOCAL));
    assertThat(success)
        .isEqualTo(
            new Success(5, 4, 1, 0, 0.8, List.of(new Success.Failures("speech", "TIMEOUT", 1))));
    Success theirs =
        answer(
            AnalyticsMessages.SUCCESS.ask(
                bus(), new ShowSuccess(NOON, end, false), CallContext.system("acme")));
    assertThat(theirs).isEqualTo(new Success(1, 0, 0, 1, null, List.of()));
  }

  @Test
  void daysAreCountedAsTheZoneHasThemAndThoseWithoutJobsStandThereToo() {
    Instant midnight = Instant.parse("2026-03-01T00:00:00Z");
    record(usage("a", "local", JobState.COMPLETED, Instant.parse("2026-03-01T23:30:00Z"), 30));
    record(usage("b", "local", JobState.FAILED, Instant.parse("2026-03-03T12:00:00Z"), 0));
    Instant end = Instant.parse("2026-03-04T00:00:00Z");

    Trends utc = trends(midnight, end, null);
    assertThat(utc.days())
        .extracting(Trends.Day::day, Trends.Day::jobs, Trends.Day::rate)
        .containsExactly(
            tuple("2026-03-01", 1, 1.0), tuple("2026-03-02", 0, null), tuple("2026-03-03", 1, 0.0));
    assertThat(utc.days().get(0).medianSeconds()).isEqualTo(60);
    assertThat(trends(midnight, end, "Europe/Berlin").days())
        .extracting(Trends.Day::day, Trends.Day::jobs)
        .containsExactly(
            tuple("2026-03-01", 0),
            tuple("2026-03-02", 1),
            tuple("2026-03-03", 1),
            tuple("2026-03-04", 0));
    assertThat(
            failure(
                    AnalyticsMessages.TRENDS.ask(
                        bus(), new ShowTrends(midnight, end, false, "Moon/Base"), LOCAL))
                .code())
        .isEqualTo(FailureCode.INVALID);
  }

  private Trends trends(Instant from, Instant to, String zone) {
    return answer(
        AnalyticsMessages.TRENDS.ask(bus(), new ShowTrends(from, to, false, zone), LOCAL));
  }

  @Test
  void aTenantThatIsNoMoreIsForgotten() {
    record(
        usage(
            "a",
            "acme",
            JobState.COMPLETED,
            NOON,
            30,
            List.of(step("script", StepState.DONE, 1.0))));
    record(usage("b", "local", JobState.COMPLETED, NOON, 30));
    AccountMessages.DEPARTURES.serve(
        bus(),
        wish ->
            Future.succeededFuture(
                new DepartureList(
                    wish.after() > 0
                        ? List.of()
                        : List.of(
                            new Departure(1, "local", "ann", false, Instant.now()),
                            new Departure(2, "acme", "bob", true, Instant.now())))));
    AccountMessages.ACCOUNT_DELETED.publish(bus(), new AccountDeleted("acme", "bob", true));

    Await.until(
        "the tenant is forgotten",
        Duration.ofSeconds(20),
        () -> summarize("acme", NOON, NOON.plusSeconds(1)).jobs() == 0);
    assertThat(summarize("local", NOON, NOON.plusSeconds(1)).jobs()).isEqualTo(1);
    assertThat(
            answer(
                    AnalyticsMessages.FUNNEL.ask(
                        bus(), new ShowFunnel(NOON, NOON.plusSeconds(1), true), LOCAL))
                .stages())
        .isEmpty();
  }

  @Test
  void wrongRequestsAreInvalid() {
    assertThat(
            List.of(
                new SummarizeUsage(NOON, NOON),
                new SummarizeUsage(NOON, NOON.plus(Duration.ofDays(367))),
                new SummarizeUsage(Instant.MIN, NOON),
                new SummarizeUsage(NOON, Instant.MAX)))
        .allSatisfy(
            span ->
                assertThat(failure(AnalyticsMessages.SUMMARIZE.ask(bus(), span)).code())
                    .isEqualTo(FailureCode.INVALID));
    assertThat(
            failure(
                    AnalyticsMessages.RECORD.ask(
                        bus(), usage("a", "local", JobState.RUNNING, NOON, 0)))
                .code())
        .isEqualTo(FailureCode.INVALID);
  }

  private static JobUsage usage(
      String job, String tenant, JobState state, Instant at, double seconds) {
    return usage(job, tenant, state, at, seconds, List.of());
  }

  private static JobUsage usage(
      String job,
      String tenant,
      JobState state,
      Instant at,
      double seconds,
      List<StepUsage> steps) {
    String step = state == JobState.FAILED ? "speech" : null;
    String code = state == JobState.FAILED ? "TIMEOUT" : null;
    return new JobUsage(job, tenant, state, at, seconds, 60, 5, 4, 1, 500, 70, step, code, steps);
  }

  private UsageRecorded record(JobUsage usage) {
    return answer(AnalyticsMessages.RECORD.ask(bus(), usage));
  }

  private UsageSummary summarize(String tenant, Instant from, Instant to) {
    return answer(
        AnalyticsMessages.SUMMARIZE.ask(
            bus(), new SummarizeUsage(from, to), CallContext.system(tenant)));
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
