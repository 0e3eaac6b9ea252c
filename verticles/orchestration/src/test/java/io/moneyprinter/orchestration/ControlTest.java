package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.orchestration.RerunJob;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.codecs.orchestration.SetPriority;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.platform.tasks.Ticket;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Halting, doing anew, ordering again with changes, going before others. */
class ControlTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
  }

  @Test
  void aHaltedJobEndsWhatRunsAndBeginsNothingUntilItIsResumed() {
    Job job = bench.order("Coffee.");
    Bench.Lease script = bench.take("content.network");
    assertThat(answer(pause(job)).state()).isEqualTo(JobState.PAUSED);
    assertThat(answer(pause(job)).state()).isEqualTo(JobState.PAUSED);
    assertThat(bench.beat(script, 0.5)).isTrue();
    int before = bench.tickets.all().size();
    assertThat(bench.complete(script)).isTrue();
    assertThat(bench.step(job.id(), "script").state()).isEqualTo(StepState.DONE);
    assertThat(bench.step(job.id(), "speech").state()).isEqualTo(StepState.READY);
    assertThat(bench.tickets.all()).hasSize(before);

    assertThat(answer(Jobs.resume(bench, job.id())).state()).isEqualTo(JobState.RUNNING);
    bench.workUpToSegmentsAfterScript();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    ServiceFailure late = failure(pause(job));
    assertThat(late.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(late).hasMessageContaining("COMPLETED");
    bench.awaitUsage(JobState.COMPLETED);
    assertThat(bench.recordedTypes())
        .containsOnlyOnce(JobEvent.Type.JOB_PAUSED, JobEvent.Type.JOB_RESUMED);
  }

  @Test
  void aTicketOfAHaltedJobIsGoodForNothing() {
    Job job = bench.order("Coffee.");
    Ticket ticket = bench.tickets.next("content.network");
    answer(pause(job));
    assertThat(bench.claim(ticket.id(), "node-1").granted()).isFalse();
    assertThat(answer(Jobs.resume(bench, job.id())).state()).isEqualTo(JobState.QUEUED);
    assertThat(bench.complete(bench.take("content.network"))).isTrue();
  }

  @Test
  void aStepAndAllAfterItAreDoneAnewAndWhatIsBeforeIsKept() {
    Job job = finished();
    ServiceFailure unknown = failure(retry(job, "storyboard"));
    assertThat(unknown.code()).isEqualTo(FailureCode.INVALID);
    assertThat(unknown).hasMessageContaining("the steps are script, review, speech");

    Job again = answer(retry(job, "plan"));
    assertThat(again.state()).isEqualTo(JobState.RUNNING);
    assertThat(again.result()).isNull();
    assertThat(answer(retry(job, "plan")).state()).isEqualTo(JobState.RUNNING);
    ServiceFailure other = failure(retry(job, "script"));
    assertThat(other.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(other).hasMessageContaining("RUNNING");
    assertThat(bench.step(job.id(), "music").state()).isEqualTo(StepState.DONE);
    assertThat(bench.step(job.id(), "segments").state()).isEqualTo(StepState.WAITING);
    assertThat(bench.step(job.id(), "segments").of()).isZero();
    bench.work("video.cpu", 1);
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    assertThat(bench.step(job.id(), "script").attempts()).isEqualTo(1);
    assertThat(bench.step(job.id(), "segments").of()).isEqualTo(Samples.SEGMENTS);
    assertThat(bench.job(job.id()).result()).isEqualTo(Samples.PUBLICATION);
  }

  @Test
  void aResultOfBeforeDoesNotCountForAStepDoneAnew() {
    Job job = bench.order("Coffee.");
    Bench.Lease old = bench.take("content.network");
    answer(Jobs.cancel(bench, job.id()));
    answer(retry(job, "script"));
    assertThat(bench.complete(old)).isFalse();
    assertThat(bench.complete(bench.take("content.network"))).isTrue();
  }

  @Test
  void aRerunWithoutAKeyIsTheSameJobAsLongAsTheChangesAre() {
    Job job = bench.order("Coffee.");
    Job rerun = answer(rerun(job, "{\"voice\":\"anna\"}", null));
    assertThat(rerun.id()).isNotEqualTo(job.id());
    assertThat(rerun.replayed()).isFalse();
    Job again = answer(rerun(job, "{ \"voice\" : \"anna\" }", null));
    assertThat(again.id()).isEqualTo(rerun.id());
    assertThat(again.replayed()).isTrue();
    assertThat(answer(rerun(job, "{\"voice\":\"ben\"}", null)).id()).isNotIn(job.id(), rerun.id());
    assertThat(answer(rerun(job, "{\"voice\":\"anna\"}", "once-more")).id())
        .isNotIn(job.id(), rerun.id());
  }

  /** What the template said stands in the brief already. */
  private static final String TEMPLATE = "{\"template\":{\"name\":\"other\"}}";

  @Test
  void aRerunIsANewJobWithTheChangesAndTheOldSeed() {
    Job job = bench.order("Coffee.");
    Job rerun = answer(rerun(job, "{\"voice\":\"anna\",\"music\":{\"volume\":-20}}", "again-1"));
    assertThat(rerun.id()).isNotEqualTo(job.id());
    assertThat(rerun.rerunOf()).isEqualTo(job.id());
    assertThat(rerun.brief().voice()).isEqualTo("anna");
    assertThat(rerun.brief().script()).isEqualTo("Coffee.");
    assertThat(rerun.brief().seed()).isEqualTo(job.brief().seed());
    assertThat(rerun.brief().music().mood()).isEqualTo(job.brief().music().mood());
    Job replayed = answer(rerun(job, "{\"voice\":\"anna\",\"music\":{\"volume\":-20}}", "again-1"));
    assertThat(replayed.id()).isEqualTo(rerun.id());
    assertThat(replayed.replayed()).isTrue();
    for (String wrong : List.of("[]", "{", "{\"vioce\":\"anna\"}", "{\"script\":null}", TEMPLATE)) {
      assertThat(failure(rerun(job, wrong, null)).code()).as(wrong).isEqualTo(FailureCode.INVALID);
    }
    assertThat(
            failure(
                    OrchestrationMessages.RERUN_JOB.ask(
                        bench.bus(),
                        new RerunJob(job.id(), "{}", null, null),
                        Bench.tenant("stranger")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aJobOfHigherPriorityGoesFirst() {
    Job usual = bench.order("Coffee.");
    bench.until("the usual one has its ticket", () -> bench.tickets.all().size() == 1);
    Job urgent =
        answer(
            OrchestrationMessages.CREATE_JOB.ask(
                bench.bus(), new CreateJob(Samples.brief("Tea."), null, Priority.HIGH)));
    assertThat(urgent.priority()).isEqualTo(Priority.HIGH);
    assertThat(urgent.queuePosition()).isZero();
    assertThat(bench.job(usual.id()).queuePosition()).isEqualTo(1);
    bench.until("both have their tickets", () -> bench.tickets.all().size() == 2);
    List<Ticket> put = bench.tickets.all();
    assertThat(put.get(1).priority()).isGreaterThan(put.get(0).priority());

    assertThat(answer(prioritize(urgent, Priority.LOW)).queuePosition()).isEqualTo(1);
    assertThat(answer(prioritize(urgent, Priority.LOW)).priority()).isEqualTo(Priority.LOW);
    bench.until("a new ticket is put", () -> bench.tickets.all().size() == 3);
    assertThat(bench.tickets.all().get(2).id()).isEqualTo(put.get(1).id());
    assertThat(bench.tickets.all().get(2).priority()).isLessThan(put.get(0).priority());
    answer(Jobs.cancel(bench, urgent.id()));
    assertThat(failure(prioritize(urgent, Priority.HIGH)))
        .hasMessageContaining("CANCELLED")
        .extracting(ServiceFailure::code)
        .isEqualTo(FailureCode.CONFLICT);
  }

  private Job finished() {
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    return job;
  }

  private Future<Job> pause(Job job) {
    return OrchestrationMessages.PAUSE_JOB.ask(bench.bus(), new PauseJob(job.id()));
  }

  private Future<Job> retry(Job job, String from) {
    return OrchestrationMessages.RETRY_JOB.ask(bench.bus(), new RetryJob(job.id(), from));
  }

  private Future<Job> rerun(Job job, String patch, String key) {
    return OrchestrationMessages.RERUN_JOB.ask(
        bench.bus(), new RerunJob(job.id(), patch, key, null));
  }

  private Future<Job> prioritize(Job job, Priority priority) {
    return OrchestrationMessages.SET_PRIORITY.ask(bench.bus(), new SetPriority(job.id(), priority));
  }
}
