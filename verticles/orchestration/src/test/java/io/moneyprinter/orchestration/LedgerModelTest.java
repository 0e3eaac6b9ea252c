package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.DropCall;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.KeepCall;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.RecallCall;
import io.moneyprinter.codecs.orchestration.RecalledCall;
import io.moneyprinter.codecs.orchestration.RetryJob;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.ledger.CapsConfig;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks of orders, calls, crashes, doubled deliveries and commands, by a seed. Whatever
 * happens, the books are right and no cap is crossed but by calls that were paid after their lease
 * was lost.
 */
class LedgerModelTest {
  private static final int MOVES = 300;
  private static final int LOOK_EVERY = 30;
  private static final long DAY_CAP = 12_000;
  private static final String TENANT = "local";

  /** A call with leave to spend. */
  private record Pending(Bench.Lease lease, String job, String input, UUID id, int characters) {
    KeepCall kept() {
      return new KeepCall(
          lease.stepId(),
          lease.claim().token(),
          "voices",
          input,
          id.toString(),
          "{}",
          List.of(new Cost("voices", CostUnit.CHARACTERS, characters)),
          false);
    }
  }

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path folder;
  @TempDir Path workflows;
  private final List<Bench.Lease> held = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<KeepCall> sent = new ArrayList<>();
  private final Set<String> booked = new HashSet<>();
  private final List<String> jobs = new ArrayList<>();
  private final Map<String, Long> lateOf = new HashMap<>();
  private Bench bench;
  private Books books;
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverHappensTheBooksAreRight(long seed) {
    random = new Random(seed);
    bench = new Bench(test);
    books = new Books(test);
    ConfigMessages.PUT.serve(
        bench.bus(),
        put ->
            Future.succeededFuture(new Setting(put.key(), put.value(), 1, Instant.now(), "test")));
    Workflows.edited(
        workflows,
        Workflows.QUICK_RETRIES,
        "count: 100, backoff: 5ms, longest: 10ms, jitter: 0",
        "  - name: segments\n",
        Workflows.compensated("segments", "$result.key"));
    bench.start(
        new Settings()
            .workflows(workflows)
            .lease(Duration.ofMillis(400))
            .sweep(Duration.ofMillis(30))
            .ticketPause(Duration.ofMillis(150))
            .progressPause(Duration.ofMillis(50))
            .relay(Duration.ofMillis(50))
            .costs(Books.costs(folder, new CapsConfig(0, DAY_CAP / 1e6, 0), Map.of()))
            .build());
    for (int i = 1; i <= MOVES; i++) {
      move();
      if (i % LOOK_EVERY == 0) {
        look();
      }
    }
    jobs.forEach(job -> tried(Jobs.cancel(bench, job)));
    bench.until(
        "nothing is being undone",
        () -> books.number("SELECT count(*) FROM compensation WHERE state = 'PENDING'") == 0);
    look();
    assertThat(books.number("SELECT coalesce(sum(reserved), 0) FROM spending")).isZero();
    assertThat(booked).as("the walk was worth it").hasSizeGreaterThan(3);
  }

  private void move() {
    switch (random.nextInt(40)) {
      case 0, 1, 2 -> order();
      case 3 -> held.clear(); // All nodes die; their calls may still come in.
      case 4 -> pick(held).ifPresent(lease -> bench.fail(lease, FailureCode.TIMEOUT, "slow"));
      case 5 -> pick(held).ifPresent(bench::handBack);
      case 6 -> pick(jobs).ifPresent(job -> tried(Jobs.cancel(bench, job)));
      case 7, 8 -> pick(jobs).ifPresent(job -> tried(Jobs.resume(bench, job)));
      case 9 ->
          pick(jobs)
              .ifPresent(
                  job ->
                      tried(OrchestrationMessages.PAUSE_JOB.ask(bench.bus(), new PauseJob(job))));
      case 10 ->
          pick(jobs)
              .ifPresent(
                  job ->
                      tried(
                          OrchestrationMessages.RETRY_JOB.ask(
                              bench.bus(), new RetryJob(job, "segments"))));
      case 11, 12, 13, 14, 15, 16, 17 -> pick(held).ifPresent(this::recall);
      case 18, 19, 20, 21, 22 -> pick(pending).ifPresent(this::keep);
      case 23, 24 -> pick(sent).ifPresent(this::send);
      case 25 -> pick(pending).ifPresent(this::drop);
      case 26, 27, 28, 29, 30 ->
          pick(held)
              .ifPresent(
                  lease -> {
                    held.remove(lease);
                    bench.complete(lease);
                  });
      default ->
          bench
              .tickets
              .any(random)
              .map(ticket -> new Bench.Lease(ticket, bench.claim(ticket, "node")))
              .filter(lease -> lease.claim().granted())
              .ifPresent(held::add);
    }
  }

  private <T> Optional<T> pick(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** May be refused for the state of the job or for money. */
  private static <T> Optional<T> tried(Future<T> wish) {
    return answer(
        wish.map(Optional::of)
            .recover(
                cause -> {
                  FailureCode code = ServiceFailure.from(cause).code();
                  assertThat(code)
                      .as(cause.getMessage())
                      .isIn(FailureCode.QUOTA, FailureCode.CONFLICT, FailureCode.NOT_FOUND);
                  return Future.succeededFuture(Optional.empty());
                }));
  }

  private void order() {
    Double budget = random.nextBoolean() ? null : 0.0005 + random.nextInt(20) / 10_000.0;
    VideoBrief brief = VideoBrief.builder().script("Coffee.").budget(budget).build();
    tried(OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(brief, null)))
        .map(Job::id)
        .ifPresent(jobs::add);
  }

  private void recall(Bench.Lease lease) {
    int characters = 1 + random.nextInt(60);
    String input = "input " + random.nextInt(6);
    UUID id = UUID.randomUUID();
    Optional<RecalledCall> leave =
        tried(
            CostMessages.RECALL_CALL.ask(
                bench.bus(),
                new RecallCall(
                    lease.stepId(),
                    lease.claim().token(),
                    "voices",
                    input,
                    id.toString(),
                    characters)));
    if (leave.isPresent() && leave.get().held() && leave.get().answer() == null) {
      pending.add(new Pending(lease, jobOf(lease), input, id, 1 + random.nextInt(characters)));
    }
  }

  private String jobOf(Bench.Lease lease) {
    return books
        .rows("SELECT job_id FROM step WHERE id = $1", UUID.fromString(lease.stepId()))
        .get(0)
        .getUUID(0)
        .toString();
  }

  private void keep(Pending call) {
    pending.remove(call);
    boolean late =
        books.number("SELECT count(*) FROM call_hold WHERE call_id = $1", call.id()) == 0;
    if (send(call.kept()) && late) {
      lateOf.merge(call.job(), call.characters() * 10L, Long::sum);
    }
    sent.add(call.kept());
  }

  /** False when the part is there no more, because an earlier step was done anew. */
  private boolean send(KeepCall call) {
    boolean taken = tried(CostMessages.KEEP_CALL.ask(bench.bus(), call)).isPresent();
    if (taken) {
      booked.add(call.callId());
    }
    return taken;
  }

  private void drop(Pending call) {
    pending.remove(call);
    tried(
        CostMessages.DROP_CALL.ask(
            bench.bus(),
            new DropCall(
                call.lease().stepId(), call.lease().claim().token(), call.id().toString())));
  }

  private void look() {
    assertThat(
            books.rows(
                "SELECT a.* FROM job_account a WHERE settled <> (SELECT coalesce(sum(amount), 0)"
                    + " FROM cost_entry e WHERE e.job_id = a.job_id) OR reserved < 0"
                    + " OR NOT open AND reserved > 0 OR reserved < (SELECT coalesce(sum(amount), 0)"
                    + " FROM call_hold h WHERE h.job_id = a.job_id)"))
        .as("settled is the sum of the entries; what is held is set aside; the end frees all")
        .isEmpty();
    assertThat(
            books.rows(
                "SELECT s.* FROM spending s WHERE length(period) = 10 AND (settled <>"
                    + " (SELECT coalesce(sum(amount), 0) FROM cost_entry e"
                    + " WHERE e.tenant = s.tenant AND e.day::text = s.period) OR reserved <>"
                    + " (SELECT coalesce(sum(reserved), 0) FROM job_account a"
                    + " WHERE a.tenant = s.tenant AND a.day::text = s.period))"))
        .as("the sums of the day are those of its jobs and entries")
        .isEmpty();
    assertThat(
            books.number(
                "SELECT count(*) FROM external_call c WHERE (SELECT count(*) FROM cost_entry e"
                    + " WHERE e.call_id = c.call_id) <> 1"))
        .as("each kept call is booked once")
        .isZero();
    assertThat(books.number("SELECT count(DISTINCT call_id) FROM cost_entry WHERE kind = 'CALL'"))
        .as("what was handed in is booked")
        .isEqualTo(booked.size());
    caps();
  }

  private void caps() {
    long late = lateOf.values().stream().mapToLong(each -> each).sum();
    long calls = books.number("SELECT sum(amount) FROM cost_entry WHERE kind = 'CALL'");
    long reserved = books.number("SELECT sum(reserved) FROM job_account WHERE tenant = $1", TENANT);
    assertThat(calls + reserved - late).as("the day's cap").isLessThanOrEqualTo(DAY_CAP);
    for (Row row :
        books.rows(
            "SELECT a.job_id, a.budget, (SELECT coalesce(sum(amount), 0)::bigint FROM cost_entry e"
                + " WHERE e.job_id = a.job_id AND kind = 'CALL') AS calls FROM job_account a"
                + " WHERE a.budget IS NOT NULL")) {
      assertThat(row.getLong("calls") - lateOf.getOrDefault(row.getUUID("job_id").toString(), 0L))
          .as("the budget of a job")
          .isLessThanOrEqualTo(row.getLong("budget"));
    }
  }
}
