package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.PutSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.orchestration.CompensationState;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a job that fails or is called off has undone. */
class SagaTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path workflows;
  private final List<String> undone = new CopyOnWriteArrayList<>();
  private volatile Function<PutSetting, Future<Setting>> service = this::undo;
  private Bench bench;
  private String node;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    ConfigMessages.PUT.serve(bench.bus(), request -> service.apply(request));
    node =
        bench.start(
            Bench.config(
                Workflows.edited(
                    workflows,
                    "  - name: script\n",
                    Workflows.compensated("script", "$result.title"),
                    "  - name: speech\n",
                    Workflows.compensated("speech", "$each.narration"),
                    "  - name: music\n",
                    Workflows.compensated("music", "$script.language"),
                    "depends_on: [speech]",
                    "depends_on: [speech, script]")));
  }

  private Future<Setting> undo(PutSetting request) {
    undone.add(request.value() + ":" + request.key());
    return Future.succeededFuture(
        new Setting(request.key(), request.value(), 1, Instant.now(), "test"));
  }

  @Test
  void whatIsDoneIsUndoneInReverseOrderAndNothingElse() {
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    bench.work("speech.cpu", 2);
    bench.take("speech.cpu");
    assertThat(undone).isEmpty();
    answer(Jobs.cancel(bench, job.id()));
    answer(Jobs.cancel(bench, job.id()));
    bench.until("all is undone", () -> undone.size() == 3);
    bench.until("it is told", () -> count(JobEvent.Type.STEP_COMPENSATED) == 3);
    // The parts of a step are done in any order; the step before comes after all of them.
    assertThat(undone).last().isEqualTo("script:Coffee");
    assertThat(undone)
        .containsExactlyInAnyOrder("speech:Scene 1", "speech:Scene 0", "script:Coffee");
    assertThat(bench.step(job.id(), "script").compensation()).isEqualTo(CompensationState.DONE);
    assertThat(bench.step(job.id(), "music").compensation()).isNull();
  }

  @Test
  void aCompletedJobIsNotUndone() {
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    bench.awaitUsage(JobState.COMPLETED);
    assertThat(undone).isEmpty();
    assertThat(bench.step(job.id(), "script").compensation()).isNull();
  }

  @Test
  void whatFailsToBeUndoneIsTriedAgainAndThenTold() {
    service =
        request ->
            request.value().equals("speech")
                ? Future.failedFuture(ServiceFailure.unavailable("the ledger is away"))
                : undo(request);
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    bench.work("speech.cpu", 1);
    bench.fail(bench.take("speech.cpu"), FailureCode.INVALID, "No such voice");
    bench.until("it is given up", () -> count(JobEvent.Type.COMPENSATION_FAILED) == 3);
    bench.until("the others are undone", () -> undone.equals(List.of("script:Coffee")));
    assertThat(bench.step(job.id(), "speech").compensation()).isEqualTo(CompensationState.FAILED);
    assertThat(bench.recorded)
        .filteredOn(event -> event.type() == JobEvent.Type.COMPENSATION_FAILED)
        .extracting(JobEvent::message)
        .allMatch(message -> message.contains("the ledger is away"))
        .last()
        .asString()
        .contains("see to it by hand");
  }

  @Test
  void whatANodeThatDiedWasUndoingIsUndoneByTheNext() {
    Promise<Setting> never = Promise.promise();
    List<PutSetting> asked = new CopyOnWriteArrayList<>();
    service =
        request -> {
          asked.add(request);
          return never.future();
        };
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    answer(Jobs.cancel(bench, job.id()));
    bench.until("the first node asked", () -> asked.size() == 1);
    ServiceFailure busy = failure(Jobs.resume(bench, job.id()));
    assertThat(busy.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(busy).hasMessageContaining("CANCELLED").hasMessageContaining("being undone");
    service = this::undo;
    bench.start(Bench.config(workflows));
    bench.until("the next node undid it", () -> undone.equals(List.of("script:Coffee")));
    assertThat(node).isNotNull();
  }

  @Test
  void whatWasUndoneIsDoneAgainWhenTheJobGoesOn() {
    Job job = bench.order("Coffee.");
    bench.work("content.network", 1);
    bench.work("speech.cpu", 3);
    bench.fail(bench.take("materials.network"), FailureCode.INVALID, "No pictures");
    bench.until("all is undone", () -> count(JobEvent.Type.STEP_COMPENSATED) == 4);
    Job resumed = answer(Jobs.resume(bench, job.id()));
    assertThat(resumed.steps().get(0).state()).isEqualTo(StepState.READY);
    assertThat(resumed.steps().get(0).compensation()).isNull();
    assertThat(bench.step(job.id(), "speech").of()).isZero();
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    assertThat(undone).hasSize(4);
  }

  private long count(JobEvent.Type type) {
    return bench.recordedTypes().stream().filter(type::equals).count();
  }
}
