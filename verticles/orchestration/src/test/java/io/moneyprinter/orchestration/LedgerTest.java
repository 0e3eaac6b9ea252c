package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.orchestration.BookCall;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostEstimate;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.DayCosts;
import io.moneyprinter.codecs.orchestration.DropCall;
import io.moneyprinter.codecs.orchestration.EstimateCost;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.orchestration.JobCosts;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.KeepCall;
import io.moneyprinter.codecs.orchestration.KeptCall;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.RecallCall;
import io.moneyprinter.codecs.orchestration.RecalledCall;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.orchestration.SetBudget;
import io.moneyprinter.codecs.orchestration.ShowCosts;
import io.moneyprinter.codecs.orchestration.ShowDayCosts;
import io.moneyprinter.codecs.orchestration.ShowSpanCosts;
import io.moneyprinter.codecs.orchestration.SpanCosts;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.ledger.CapsConfig;
import io.moneyprinter.orchestration.ledger.CostsConfig;
import io.moneyprinter.platform.tasks.DirectTask;
import io.moneyprinter.platform.tasks.ExternalCalls.Answer;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Money from the order to the last entry; see {@link Books#PRICES}. */
class LedgerTest {
  /** Seven characters at 10, and 0.7 s of video at 1000 for a second of it. */
  private static final String SCRIPT = "Coffee.";

  private static final long ESTIMATE = 770;

  private static final Task<WriteScript, WriteScript> SAY =
      new Task<>(
          "test.say",
          WriteScript.class,
          WriteScript.class,
          Duration.ofSeconds(20),
          ResourceClass.NETWORK);

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path folder;
  @TempDir Path workflows;
  private Bench bench;
  private Books books;

  @BeforeEach
  void make() {
    bench = new Bench(test);
    books = new Books(test);
  }

  private void start(CapsConfig caps, Map<String, String> tenants) {
    bench.start(Bench.config(Bench.CONFIG.lease(), Books.costs(folder, caps, tenants)));
  }

  private static CapsConfig job(double dollars) {
    return new CapsConfig(dollars, 0, 0);
  }

  private static CapsConfig day(double dollars) {
    return new CapsConfig(0, dollars, 0);
  }

  private Future<Job> order(String tenant, Double budget) {
    VideoBrief brief = VideoBrief.builder().script(SCRIPT).budget(budget).build();
    return OrchestrationMessages.CREATE_JOB.ask(
        bench.bus(), new CreateJob(brief, null), Bench.tenant(tenant));
  }

  private JobCosts costs(String jobId) {
    return answer(CostMessages.JOB_COSTS.ask(bench.bus(), new ShowCosts(jobId)));
  }

  private DayCosts today(String tenant) {
    return answer(
        CostMessages.DAY_COSTS.ask(bench.bus(), new ShowDayCosts(null), Bench.tenant(tenant)));
  }

  private Future<RecalledCall> recall(Bench.Lease lease, String input, UUID call, int characters) {
    return CostMessages.RECALL_CALL.ask(
        bench.bus(),
        new RecallCall(
            lease.stepId(), lease.claim().token(), "voices", input, call.toString(), characters));
  }

  private KeptCall keep(Bench.Lease lease, String input, UUID call, String text, int characters) {
    return answer(
        CostMessages.KEEP_CALL.ask(
            bench.bus(),
            new KeepCall(
                lease.stepId(),
                lease.claim().token(),
                "voices",
                input,
                call.toString(),
                text,
                List.of(new Cost("voices", CostUnit.CHARACTERS, characters)),
                false)));
  }

  @Test
  void anOrderSetsItsEstimateAsideAndTheEndFreesWhatIsLeft() {
    start(CapsConfig.NONE, Map.of());

    Job job = answer(order("local", null));

    assertThat(job.cost()).isEqualTo(new JobCost(ESTIMATE, ESTIMATE, 0));
    assertThat(today("local").reserved()).isEqualTo(ESTIMATE);
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    JobCosts costs = costs(job.id());
    assertThat(costs.cost()).isEqualTo(new JobCost(ESTIMATE, 0, 1500));
    assertThat(costs.estimate()).hasSize(3);
    assertThat(costs.entries()).as("the reused segment costs nothing").hasSize(1);
    CostEntry render = costs.entries().get(0);
    assertThat(render.kind()).isEqualTo(CostEntry.Kind.WORK);
    assertThat(render.step()).isEqualTo("segments");
    assertThat(render.line().quantity()).isEqualTo(1.5);
    assertThat(render.price()).isEqualTo(1000);
    assertThat(render.prices()).isEqualTo("test-1");
    DayCosts day = today("local");
    assertThat(List.of(day.settled(), day.reserved(), day.monthSettled(), day.monthReserved()))
        .containsExactly(1500L, 0L, 1500L, 0L);
    assertThat(day.lines()).singleElement().matches(line -> line.microUsd() == 1500);
    bench.until(
        "it is counted",
        () ->
            test.node()
                    .meters()
                    .counter("cost.micro.usd", "provider", "local", "unit", "cpu_seconds")
                    .count()
                == 1500);
  }

  @Test
  void anEstimateSaysWhatAnOrderWouldAndWhetherItWouldBeRefused() {
    start(day(0.001), Map.of());
    VideoBrief brief = VideoBrief.builder().script(SCRIPT).build();

    CostEstimate free = answer(CostMessages.ESTIMATE.ask(bench.bus(), new EstimateCost(brief)));
    answer(order("local", null));
    CostEstimate full = answer(CostMessages.ESTIMATE.ask(bench.bus(), new EstimateCost(brief)));

    assertThat(free.microUsd()).isEqualTo(ESTIMATE);
    assertThat(free.videoSeconds()).isEqualTo(0.7);
    assertThat(free.refusal()).isNull();
    assertThat(full.refusal()).contains("day cap");
    assertThat(books.number("SELECT count(*) FROM job")).isEqualTo(1);
  }

  @Test
  void anOrderOverACapIsRefusedNamingTheCapAndTheRemedy() {
    start(new CapsConfig(0.0008, 0.001, 0.0012), Map.of("rich.day", "0", "poor.job", "0.0001"));

    assertRefused(order("poor", null), "orchestration.costs.tenant-caps.poor.job");
    assertRefused(order("local", 0.0005), "budget");
    assertThat(CostCaps.tooDear(failure(order("local", 0.0005)))).isTrue();
    answer(order("local", null));
    assertRefused(order("local", null), "orchestration.costs.caps.day");
    assertThat(CostCaps.tooDear(failure(order("local", null)))).as("it may pass").isFalse();
    answer(order("rich", null));
    assertRefused(order("rich", null), "orchestration.costs.caps.month");
    assertThat(books.number("SELECT count(*) FROM job")).isEqualTo(2);
    assertThat(today("local").reserved()).as("a refusal leaves nothing").isEqualTo(ESTIMATE);
  }

  private static void assertRefused(Future<Job> order, String naming) {
    ServiceFailure refused = failure(order);
    assertThat(refused.code()).isEqualTo(FailureCode.QUOTA);
    assertThat(refused.getMessage()).contains(naming).contains("raise");
  }

  @Test
  void aJobThatIsCalledOffFreesItsReservationForOthers() {
    start(day(0.001), Map.of());
    Job first = answer(order("local", null));
    assertRefused(order("local", null), "day");

    answer(Jobs.cancel(bench, first.id()));

    answer(order("local", null));
    assertRefused(
        OrchestrationMessages.RESUME_JOB.ask(bench.bus(), new ResumeJob(first.id())), "day");
    assertThat(bench.job(first.id()).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void ordersAtTheSameTimeDoNotOvershootTogether() {
    start(day(10 * ESTIMATE / 1e6), Map.of());

    List<Future<Job>> orders = IntStream.range(0, 30).mapToObj(i -> order("local", null)).toList();

    long accepted =
        orders.stream()
            .map(each -> answer(each.map(true).recover(no -> Future.succeededFuture(false)), 60))
            .filter(yes -> yes)
            .count();
    assertThat(accepted).isEqualTo(10);
    assertThat(today("local").reserved()).isEqualTo(10 * ESTIMATE);
  }

  @Test
  void aJobStopsBeforeTheCallThatWouldCrossItsBudgetAndGoesOnOnceThatIsRaised() {
    start(CapsConfig.NONE, Map.of());
    Job job = answer(order("local", 0.001));
    Bench.Lease lease = bench.take("content.network");
    UUID first = UUID.randomUUID();
    answer(recall(lease, "a", first, 50));
    keep(lease, "a", first, "{}", 60);

    ServiceFailure refused = failure(recall(lease, "b", UUID.randomUUID(), 50));
    assertThat(refused.code()).isEqualTo(FailureCode.QUOTA);
    assertThat(refused.getMessage()).contains("budget").contains("0.001 USD").contains("resume");
    bench.fail(lease, refused.code(), refused.getMessage());
    bench.awaitState(job.id(), JobState.FAILED);
    assertThat(bench.job(job.id()).failure().code()).isEqualTo(FailureCode.QUOTA);
    answer(CostMessages.SET_BUDGET.ask(bench.bus(), new SetBudget(job.id(), 0.01)));
    answer(Jobs.resume(bench, job.id()));

    Bench.Lease again = bench.take("content.network");
    assertThat(answer(recall(again, "a", UUID.randomUUID(), 50)).answer()).isEqualTo("{}");
    assertThat(answer(recall(again, "b", UUID.randomUUID(), 50)))
        .isEqualTo(new RecalledCall(true, null));
    assertThat(bench.job(job.id()).cost().settled()).isEqualTo(600);
  }

  @Test
  void callsAtTheSameTimeHoldWhatTheyMayCostTogether() {
    start(CapsConfig.NONE, Map.of());
    answer(order("local", 0.001));
    Bench.Lease lease = bench.take("content.network");
    UUID first = UUID.randomUUID();
    answer(recall(lease, "a", first, 60));

    failure(recall(lease, "b", UUID.randomUUID(), 60));
    answer(
        CostMessages.DROP_CALL.ask(
            bench.bus(), new DropCall(lease.stepId(), lease.claim().token(), first.toString())));

    answer(recall(lease, "b", UUID.randomUUID(), 60));
  }

  @Test
  void aCallIsBookedOnceHoweverOftenItIsHandedInAndTheFirstAnswerStays() {
    start(CapsConfig.NONE, Map.of());
    Job job = answer(order("local", null));
    Bench.Lease lease = bench.take("content.network");
    UUID call = UUID.randomUUID();

    assertThat(keep(lease, "a", call, "1", 5)).isEqualTo(new KeptCall(true, null));
    assertThat(keep(lease, "a", call, "1", 5)).isEqualTo(new KeptCall(true, null));
    assertThat(keep(lease, "a", UUID.randomUUID(), "2", 5)).isEqualTo(new KeptCall(true, "1"));

    assertThat(costs(job.id()).entries()).as("it was paid twice").hasSize(2);
    assertThat(bench.job(job.id()).cost().settled()).isEqualTo(100);
    assertThat(bench.job(job.id()).cost().reserved()).isEqualTo(ESTIMATE - 100);
  }

  @Test
  void whatWasPaidUnderALeaseThatIsLostIsKeptAndTheWorkerToldToStop() {
    start(CapsConfig.NONE, Map.of());
    Job job = answer(order("local", null));
    Bench.Lease lost = bench.take("content.network");
    bench.handBack(lost);
    Bench.Lease now = bench.take("content.network");

    KeptCall kept = keep(lost, "a", UUID.randomUUID(), "1", 5);

    assertThat(kept.held()).isFalse();
    assertThat(answer(recall(lost, "b", UUID.randomUUID(), 5)).held()).isFalse();
    assertThat(answer(recall(now, "a", UUID.randomUUID(), 5)).answer()).isEqualTo("1");
    assertThat(bench.job(job.id()).cost().settled()).isEqualTo(50);
  }

  @Test
  void whatIsUndoneOfOwnWorkIsGivenBackAndWhatOthersWerePaidIsNot() {
    ConfigMessages.PUT.serve(
        bench.bus(),
        put ->
            Future.succeededFuture(new Setting(put.key(), put.value(), 1, Instant.now(), "test")));
    CostsConfig costs = Books.costs(folder, CapsConfig.NONE, Map.of());
    Path edited =
        Workflows.edited(
            workflows, "  - name: segments\n", Workflows.compensated("segments", "$result.key"));
    bench.start(new Settings().workflows(edited).costs(costs).build());
    Job job = answer(order("local", null));
    Bench.Lease script = bench.take("content.network");
    keep(script, "a", UUID.randomUUID(), "1", 5);
    bench.complete(script);
    bench.workUpToSegmentsAfterScript();
    bench.work("video.encode", Samples.SEGMENTS);
    assertThat(bench.job(job.id()).cost().settled()).isEqualTo(1550);

    answer(Jobs.cancel(bench, job.id()));

    bench.until("the work is given back", () -> bench.job(job.id()).cost().settled() == 50);
    assertThat(costs(job.id()).entries())
        .extracting(CostEntry::kind)
        .containsExactly(CostEntry.Kind.CALL, CostEntry.Kind.WORK, CostEntry.Kind.REFUND);
    assertThat(today("local").settled()).isEqualTo(50);
  }

  @Test
  void theSameOrderWithAnotherBudgetIsTheSameJob() {
    start(CapsConfig.NONE, Map.of());
    VideoBrief brief = VideoBrief.builder().script(SCRIPT).budget(1.0).build();

    Job first = answer(keyed(brief));
    Job again = answer(keyed(brief.but().budget(2.0).build()));

    assertThat(again.replayed()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(costs(first.id()).budget()).isEqualTo(1_000_000);
    assertThat(failure(keyed(brief.but().script("Tea.").build())).code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  private Future<Job> keyed(VideoBrief brief) {
    return OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(brief, "key"));
  }

  @Test
  void aRowThatIsTooDearByItselfFailsWhileTheOthersGoOn() {
    start(CapsConfig.NONE, Map.of());
    BatchBench batches = new BatchBench(test, bench, "local");

    Batch batch =
        batches.create(
            BatchFormat.NDJSON,
            "{\"script\": \"Coffee.\", \"budget\": 0.0001}\n{\"script\": \"Tea.\"}");

    bench.until("the second is ordered", () -> batches.rows(batch.id()).get(1).jobId() != null);
    bench.until(
        "the first has failed", () -> batches.rows(batch.id()).get(0).state() == RowState.FAILED);
    assertThat(batches.rows(batch.id()).get(0).failure().code()).isEqualTo(FailureCode.QUOTA);
  }

  @Test
  void othersSeeNothingOfAJobsMoney() {
    start(CapsConfig.NONE, Map.of());
    Job job = answer(order("local", null));

    assertThat(
            failure(
                    CostMessages.JOB_COSTS.ask(
                        bench.bus(), new ShowCosts(job.id()), Bench.tenant("other")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            failure(
                    CostMessages.SET_BUDGET.ask(
                        bench.bus(), new SetBudget(job.id(), 1.0), Bench.tenant("other")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            failure(CostMessages.SET_BUDGET.ask(bench.bus(), new SetBudget(job.id(), 0.0))).code())
        .isEqualTo(FailureCode.INVALID);
    assertThat(today("other").lines()).isEmpty();
  }

  /** Says a text, which costs its characters. */
  private Future<WriteScript> direct(String tenant, String text) {
    return SAY.ask(
        bench.bus(),
        new WriteScript(VideoBrief.builder().script(text).build()),
        new CallContext("c", tenant, "ann", null));
  }

  @Test
  void whatIsAskedForWithoutAJobIsBookedToTheTenantAndStopsAtItsCap() {
    start(day(0.002), Map.of());
    DirectTask.serve(
        test.vertx(),
        SAY,
        (wish, task) ->
            task.calls()
                .once(
                    "voices",
                    wish,
                    WriteScript.class,
                    () ->
                        Future.succeededFuture(
                            new Answer<>(
                                wish, List.of(new Cost("voices", CostUnit.CHARACTERS, 5))))));

    answer(direct("a", "x"));
    assertThat(today("a").settled()).isEqualTo(50);
    LocalDate day = LocalDate.parse(today("a").day());
    ShowSpanCosts days =
        new ShowSpanCosts(day.minusDays(2).toString(), day.plusDays(1).toString(), false);
    SpanCosts spent = answer(CostMessages.SPAN_COSTS.ask(bench.bus(), days, Bench.tenant("a")));
    assertThat(spent.microUsd()).isEqualTo(50);
    assertThat(spent.lines()).isEqualTo(today("a").lines());
    assertThat(
            answer(CostMessages.SPAN_COSTS.ask(bench.bus(), days, Bench.tenant("nobody"))).lines())
        .isEmpty();
    assertThat(
            answer(
                    CostMessages.SPAN_COSTS.ask(
                        bench.bus(),
                        new ShowSpanCosts(days.from(), days.to(), true),
                        Bench.tenant("nobody")))
                .microUsd())
        .isGreaterThanOrEqualTo(50);
    assertThat(today("a").lines())
        .containsExactly(new CostLine("voices", CostUnit.CHARACTERS, 5, 50, true));
    assertThat(today("b").settled()).isZero();

    ServiceFailure refused = failure(direct("a", "x".repeat(200)));
    assertThat(CostCaps.refused(refused)).isTrue();
    assertThat(refused).hasMessageContaining("day cap");
    assertThat(today("a").settled()).isEqualTo(50);

    BookCall again =
        new BookCall(
            UUID.randomUUID().toString(),
            "content.write-script",
            List.of(new Cost("voices", CostUnit.CHARACTERS, 1)));
    answer(CostMessages.BOOK_CALL.ask(bench.bus(), again, Bench.tenant("b")));
    answer(CostMessages.BOOK_CALL.ask(bench.bus(), again, Bench.tenant("b")));
    assertThat(today("b").settled()).as("once").isEqualTo(10);
  }
}
