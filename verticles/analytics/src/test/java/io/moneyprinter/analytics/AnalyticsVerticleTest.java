package io.moneyprinter.analytics;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.SummarizeUsage;
import io.moneyprinter.codecs.analytics.UsageRecorded;
import io.moneyprinter.codecs.analytics.UsageSummary;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnalyticsVerticleTest {
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
    return new JobUsage(job, tenant, state, at, seconds, 60, 5, 4, 1, 500, 70);
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
