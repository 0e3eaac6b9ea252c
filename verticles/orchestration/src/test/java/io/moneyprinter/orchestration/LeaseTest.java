package io.moneyprinter.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.testsupport.TestNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may do a step, for how long, and what becomes of late and doubled answers. */
class LeaseTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration NEVER = Duration.ofMinutes(5);

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void bench() {
    bench = new Bench(test);
  }

  @Test
  void aStepIsGivenToOneNodeOnly() {
    bench.start(Bench.CONFIG);
    bench.order("Coffee.");
    Bench.Lease lease = bench.take("content.network");
    assertThat(lease.claim().token()).isEqualTo(1);
    assertThat(lease.claim().address()).isEqualTo("content.write-script");
    assertThat(lease.claim().leaseSeconds()).isEqualTo(20);
    assertThat(lease.claim().timeoutSeconds()).isEqualTo(300);
    assertThat(bench.claim(lease.stepId(), "node-2")).isEqualTo(StepClaim.NOTHING_TO_DO);
    assertThat(bench.claim(UUID.randomUUID().toString(), "node-2").granted()).isFalse();
    assertThat(bench.claim("no id at all", "node-2").granted()).isFalse();
  }

  @Test
  void aSilentNodeLosesTheStepToAnother() {
    bench.start(Bench.config(SHORT, NEVER));
    Job job = bench.order("Coffee.");
    Bench.Lease silent = bench.take("content.network", "node-1");
    Bench.Lease next = bench.take("content.network", "node-2");
    assertThat(next.stepId()).isEqualTo(silent.stepId());
    assertThat(next.claim().token()).isEqualTo(2);

    assertThat(bench.beat(silent, 0.5)).isFalse();
    assertThat(bench.complete(silent)).isFalse();
    assertThat(bench.fail(silent, FailureCode.INTERNAL, "too late")).isFalse();
    assertThat(bench.step(job.id(), "script").state()).isEqualTo(StepState.RUNNING);
    assertThat(bench.complete(next)).isTrue();
    assertThat(bench.step(job.id(), "script").attempts()).isEqualTo(2);
    bench.until(
        "the loss is told",
        () ->
            bench.recorded.stream()
                .anyMatch(
                    event ->
                        event.type() == JobEvent.Type.STEP_RETRIED
                            && event.message().contains("node-1 went away")));
  }

  @Test
  void heartbeatsKeepTheLease() {
    bench.start(Bench.config(Duration.ofMillis(1500), NEVER));
    Job job = bench.order("Coffee.");
    Bench.Lease lease = bench.take("content.network");
    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    bench.until(
        "twice the lease has passed",
        () -> {
          assertThat(bench.beat(lease, 0.1)).isTrue();
          return System.nanoTime() > end;
        });
    assertThat(bench.step(job.id(), "script").attempts()).isEqualTo(1);
    assertThat(bench.complete(lease)).isTrue();
  }

  @Test
  void aResultHandedInTwiceCountsOnce() {
    bench.start(Bench.CONFIG);
    Job job = bench.order("Coffee.");
    Bench.Lease lease = bench.take("content.network");
    assertThat(bench.complete(lease)).isTrue();
    assertThat(bench.complete(lease)).isTrue();
    assertThat(bench.claim(lease.stepId(), "node-2").granted()).isFalse();
    bench.work("speech.cpu", Samples.SCENES);
    bench.until(
        "the speech is told",
        () -> bench.recordedTypes().stream().filter(JobEvent.Type.STEP_DONE::equals).count() == 4);
    assertThat(bench.step(job.id(), "speech").of()).isEqualTo(Samples.SCENES);
  }

  @Test
  void aLateResultIsTakenAsLongAsNobodyElseWasGivenTheStep() {
    bench.start(Bench.config(SHORT, NEVER));
    Job job = bench.order("Coffee.");
    Bench.Lease lease = bench.take("content.network");
    bench.until(
        "the lease is over", () -> bench.step(job.id(), "script").state() == StepState.READY);
    assertThat(bench.beat(lease, 0.9)).isFalse();
    assertThat(bench.complete(lease)).isTrue();
    assertThat(bench.step(job.id(), "script").state()).isEqualTo(StepState.DONE);
  }

  @Test
  void aStepHandedBackCountsNoTry() {
    bench.start(Bench.CONFIG);
    Job job = bench.order("Coffee.");
    for (int i = 0; i < 6; i++) {
      assertThat(bench.handBack(bench.take("content.network"))).isTrue();
    }
    assertThat(bench.step(job.id(), "script").attempts()).isZero();
    assertThat(bench.complete(bench.take("content.network"))).isTrue();
  }

  @Test
  void aStepLeftToAnotherNodeCountsNoTryAndIsTakenLater() {
    bench.start(Bench.CONFIG);
    Job job = bench.order("Coffee.");
    assertThat(bench.leaveToAnother(bench.take("content.network", "other-build"))).isTrue();
    assertThat(bench.step(job.id(), "script").state()).isEqualTo(StepState.READY);
    assertThat(bench.step(job.id(), "script").attempts()).isZero();
    assertThat(bench.complete(bench.take("content.network", "same-build"))).isTrue();
  }

  @Test
  void aStepThatTakesNodesDownOneAfterTheOtherFails() {
    bench.start(Bench.config(SHORT, NEVER));
    Job job = bench.order("Coffee.");
    for (int i = 0; i < 4; i++) {
      bench.take("content.network", "node-" + i);
    }
    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(bench.job(job.id()).failure().message())
        .contains("node-3 went away")
        .contains("4 times");
  }

  @Test
  void aLostTicketIsPutAgain() {
    bench.start(Bench.config(Duration.ofSeconds(20), Duration.ofMillis(200)));
    bench.tickets.lose(true);
    bench.order("Coffee.");
    bench.tickets.lose(false);
    assertThat(bench.take("content.network").claim().granted()).isTrue();
  }
}
