package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.ledger.CapsConfig;
import io.moneyprinter.platform.tasks.ExternalCalls.Answer;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.platform.tasks.TaskHandler;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.platform.tasks.TaskWork;
import io.moneyprinter.platform.tasks.TaskWorker;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real workers over the real queue and database; the provider is a counter. */
class ExternalCallsTest {
  /** What a provider is asked and what it says. */
  record Line(String text) {}

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private Bench bench;
  private Books books;
  private String service;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    books = new Books(test);
    serve();
  }

  private void serve() {
    service =
        bench.start(
            Bench.config(Duration.ofSeconds(20), Books.costs(folder, CapsConfig.NONE, Map.of())),
            test.node().tasks());
  }

  private void work(TaskHandler<WriteScript, Script> handler) {
    answer(
        new TaskWorker(
                test.vertx(),
                test.node().info().id(),
                ContentMessages.WRITE_SCRIPT.queue(),
                Map.of(
                    ContentMessages.WRITE_SCRIPT.address(),
                    new TaskWork<>(ContentMessages.WRITE_SCRIPT, handler)))
            .start(test.node().tasks(), TaskSlots.forCores(2)));
  }

  private Future<Line> call(TaskContext context, String text) {
    return context
        .calls()
        .once(
            "voices",
            new Line(text),
            Line.class,
            () -> {
              int number = asked.incrementAndGet();
              return Future.succeededFuture(
                  new Answer<>(
                      new Line(text + " " + number),
                      List.of(new Cost("voices", CostUnit.CHARACTERS, 100))));
            });
  }

  private static Script titled(Line line) {
    return new Script(line.text(), "en", Samples.SCRIPT.scenes(), "test", 0);
  }

  /** The node dies as the orchestration sees it: no sign of life before the lease is over. */
  private void endLeases() {
    books.change(
        "UPDATE step SET lease_until = clock_timestamp() - interval '1 second'"
            + " WHERE state = 'RUNNING'");
  }

  /** A script whose title is what the provider answers. */
  private static Future<Script> poem(TaskContext context, Supplier<Future<Answer<Line>>> provider) {
    return context
        .calls()
        .once("voices", new Line("poem"), Line.class, provider)
        .map(ExternalCallsTest::titled);
  }

  private void awaitScript(Job job) {
    bench.until(
        "the script is done", () -> bench.step(job.id(), "script").state() == StepState.DONE);
  }

  private String title(Job job) {
    return books
        .rows(
            "SELECT result->>'title' FROM step WHERE job_id = $1 AND name = 'script'",
            UUID.fromString(job.id()))
        .get(0)
        .getString(0);
  }

  private long settled() {
    return books.number("SELECT sum(amount) FROM cost_entry");
  }

  @Test
  void whatWasKeptBeforeTheWorkerDiedIsNotAskedNorPaidAgain() {
    Promise<Void> kept = Promise.promise();
    work(
        (request, context) ->
            call(context, "poem")
                .compose(
                    line -> {
                      kept.tryComplete();
                      return begun.incrementAndGet() == 1
                          ? Promise.<Script>promise().future()
                          : Future.succeededFuture(titled(line));
                    }));
    Job job = bench.order("Coffee.");
    answer(kept.future());

    endLeases();

    awaitScript(job);
    assertThat(begun.get()).as("the step was begun twice").isEqualTo(2);
    assertThat(asked.get()).as("the provider was asked once").isEqualTo(1);
    assertThat(title(job)).isEqualTo("poem 1");
    assertThat(settled()).isEqualTo(1000);
    assertThat(bench.job(job.id()).cost().settled()).isEqualTo(1000);
  }

  @Test
  void withoutAnAnswerTheStepFailsAndIsTriedAgain() {
    work(
        (request, context) ->
            poem(
                context,
                () ->
                    asked.incrementAndGet() == 1
                        ? Future.failedFuture(ServiceFailure.unavailable("busy"))
                        : Future.succeededFuture(new Answer<>(new Line("late"), List.<Cost>of()))));

    Job job = bench.order("Coffee.");

    awaitScript(job);
    assertThat(asked.get()).isEqualTo(2);
    assertThat(bench.step(job.id(), "script").attempts()).isEqualTo(2);
    assertThat(settled()).isZero();
  }

  @Test
  void whatWasPaidIsKeptAlthoughTheServiceIsAwayForAMoment() {
    Promise<Void> away = Promise.promise();
    work(
        (request, context) ->
            poem(
                context,
                () -> {
                  asked.incrementAndGet();
                  return test.vertx()
                      .undeploy(service)
                      .map(
                          gone -> {
                            away.complete();
                            return new Answer<>(
                                new Line("kept"),
                                List.of(new Cost("voices", CostUnit.CHARACTERS, 7)));
                          });
                }));

    Job job = bench.order("Coffee.");

    answer(away.future());
    serve();
    awaitScript(job);
    assertThat(asked.get()).isEqualTo(1);
    assertThat(title(job)).isEqualTo("kept");
    assertThat(settled()).isEqualTo(70);
  }

  @Test
  void equalCallsAtTheSameTimeAreOneAndOthersAreTheirOwn() {
    work(
        (request, context) ->
            Future.all(call(context, "a"), call(context, "a"), call(context, "b"))
                .map(all -> titled(all.resultAt(1))));

    Job job = bench.order("Coffee.");

    awaitScript(job);
    assertThat(asked.get()).isEqualTo(2);
    assertThat(books.number("SELECT count(*) FROM external_call")).isEqualTo(2);
    assertThat(settled()).isEqualTo(2000);
  }

  @Test
  void anAnswerTooLargeToKeepIsPaidForAndFailsClearly() {
    work(
        (request, context) ->
            poem(
                context,
                () ->
                    Future.succeededFuture(
                        new Answer<>(
                            new Line("x".repeat(1 << 20)),
                            List.of(new Cost("voices", CostUnit.CHARACTERS, 3))))));

    Job job = bench.order("Coffee.");

    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure().message()).contains("voices").contains("1048576");
    assertThat(settled()).isEqualTo(30);
  }

  @Test
  void resumeAndRetryUseWhatWasKept() {
    work(
        (request, context) ->
            call(context, "poem")
                .compose(
                    line ->
                        begun.incrementAndGet() == 1
                            ? Future.failedFuture(ServiceFailure.invalid("/x", "no good"))
                            : Future.succeededFuture(titled(line))));
    Job job = bench.order("Coffee.");
    bench.awaitState(job.id(), JobState.FAILED);

    answer(Jobs.resume(bench, job.id()));
    awaitScript(job);
    answer(Jobs.cancel(bench, job.id()));
    answer(OrchestrationMessages.RETRY_JOB.ask(bench.bus(), new RetryJob(job.id(), "script")));
    bench.until("the script is done anew", () -> begun.get() == 3);
    awaitScript(job);

    assertThat(asked.get()).isEqualTo(1);
    assertThat(settled()).isEqualTo(1000);
  }

  @Test
  void keptAnswersGoWithTheirJob() {
    work((request, context) -> call(context, "poem").map(ExternalCallsTest::titled));
    Job job = bench.order("Coffee.");
    awaitScript(job);

    books.change("DELETE FROM job WHERE id = $1", UUID.fromString(job.id()));

    assertThat(books.number("SELECT count(*) FROM external_call")).isZero();
    assertThat(books.number("SELECT count(*) FROM cost_entry")).as("the books stay").isEqualTo(1);
  }
}
