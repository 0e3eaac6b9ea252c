package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.tasks.TaskSlots;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the orchestration itself costs: jobs of twelve tasks that take no time, over a real
 * PostgreSQL, in one process. Run by hand: {@code JobsBenchmark [jobs]}, 1000 unless given; 0 for
 * the cost of a claim alone.
 */
final class JobsBenchmark {
  private static final String SCRIPTS = "content.network";
  private static final int SINGLE_JOBS = 100;
  private static final int CLAIMS = 300;
  private static final int IN_FLIGHT = 64;
  private static final int TENANTS = 20;

  /** Copies of the one job that waits, with its steps, spread over tenants. */
  private static final String FILL =
      "WITH made AS (INSERT INTO job (id, tenant, workflow, workflow_hash, state, brief,"
          + " brief_hash, correlation_id, created_at, updated_at) SELECT gen_random_uuid(),"
          + " 'tenant-' || n % $2, j.workflow, j.workflow_hash, 'QUEUED', j.brief, j.brief_hash,"
          + " 'c', now(), now() FROM (SELECT * FROM job LIMIT 1) j, generate_series(1, $1) n"
          + " RETURNING id, tenant), steps AS (INSERT INTO step (id, job_id, tenant, name, ordinal,"
          + " part, parts, fan_out, address, weight, timeout_ms, state, request, not_before,"
          + " ticket_at, tickets) SELECT gen_random_uuid(), m.id, m.tenant, s.name, s.ordinal,"
          + " s.part, s.parts, s.fan_out, s.address, s.weight, s.timeout_ms, s.state, s.request,"
          + " s.not_before, s.ticket_at, s.tickets FROM made m,"
          + " (SELECT * FROM step WHERE job_id = (SELECT id FROM job LIMIT 1)) s"
          + " RETURNING id, job_id, tenant, ordinal, part, state)"
          + " INSERT INTO turn (step_id, job_id, tenant, queue, priority, ordinal, part, fresh, due)"
          + " SELECT id, job_id, tenant, $3, 1, ordinal, part, true, now() FROM steps"
          + " WHERE state = 'READY'";

  private final TestNode test = TestNode.withDatabases();

  public static void main(String[] arguments) {
    int jobs = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
    TestEngines engines = TestEngines.standalone();
    try {
      if (jobs > 0) {
        new JobsBenchmark().jobs(engines, jobs);
      }
      double few = new JobsBenchmark().claim(engines, 100);
      double many = new JobsBenchmark().claim(engines, 10_000);
      print("claim and hand back, 10000 queued against 100: %.2f times", many / few);
    } finally {
      engines.close();
    }
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private void jobs(TestEngines engines, int count) {
    test.open(engines);
    Bench bench = new Bench(test);
    bench.start(Bench.CONFIG, test.node().tasks());
    new SwiftWorkers(test, TaskSlots.forCores(2));
    Database database = answer(test.node().databases().open("orchestration"));
    make(bench, SINGLE_JOBS, 0);
    double[] each = new double[SINGLE_JOBS];
    for (int i = 0; i < each.length; i++) {
      long began = System.nanoTime();
      make(bench, 1, SINGLE_JOBS + i);
      each[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(each);
    print("one job at a time: p50 %.1f ms, p99 %.1f ms", at(each, 0.5), at(each, 0.99));

    long before = commits(database);
    long memory = used();
    long began = System.nanoTime();
    double accepted = make(bench, count, 2 * SINGLE_JOBS);
    double seconds = (System.nanoTime() - began) / 1e9;
    print("%d jobs at once: accepted %.0f /s, finished %.1f /s", count, accepted, count / seconds);
    print(
        "transactions of the orchestration's and the queue's database per job: %.1f",
        (double) (commits(database) - before) / count);
    print("heap in use after: %.0f MB more than before", (used() - memory) / 1e6);
    test.close();
  }

  /** Orders jobs and waits until all are finished; how many were accepted a second. */
  private static double make(Bench bench, int count, int before) {
    long began = System.nanoTime();
    for (int made = 0; made < count; made += IN_FLIGHT) {
      List<Future<Job>> orders =
          IntStream.range(made, Math.min(count, made + IN_FLIGHT))
              .mapToObj(
                  i ->
                      OrchestrationMessages.CREATE_JOB.ask(
                          bench.bus(),
                          new CreateJob(Samples.brief("Number " + i), null),
                          Bench.tenant("tenant-" + i % TENANTS)))
              .toList();
      orders.forEach(order -> answer(order, 120));
    }
    double accepted = count / ((System.nanoTime() - began) / 1e9);
    bench.within(600, "all are finished", () -> bench.usages.size() == before + count);
    return accepted;
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  private static long commits(Database database) {
    Row row =
        answer(
                database
                    .writer()
                    .query(
                        "SELECT sum(xact_commit)::bigint AS n FROM pg_stat_database WHERE datname"
                            + " LIKE split_part(current_database(), '_', 1) || '%'")
                    .execute())
            .iterator()
            .next();
    return row.getLong("n");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Median milliseconds of claiming a step and handing it back while others wait. */
  private double claim(TestEngines engines, int queued) {
    test.open(engines);
    Bench bench = new Bench(test);
    bench.start(Bench.CONFIG);
    answer(
        OrchestrationMessages.OFFER_SLOTS.ask(bench.bus(), new OfferSlots("node-1", SCRIPTS, 1)));
    bench.order("The one.", null, CallContext.LOCAL_TENANT);
    Bench.Lease lease = bench.take(SCRIPTS);
    bench.handBack(lease);
    Database database = answer(test.node().databases().open("orchestration"));
    answer(database.writer().preparedQuery(FILL).execute(Tuple.of(queued, TENANTS, SCRIPTS)), 60);
    answer(database.writer().query("VACUUM ANALYZE").execute(), 60);
    double[] each = new double[CLAIMS];
    for (int i = 0; i < each.length; i++) {
      long began = System.nanoTime();
      bench.handBack(bench.take(SCRIPTS));
      each[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(each);
    print(
        "claim and hand back, %d queued by %d tenants: p50 %.2f ms, p99 %.2f ms",
        queued, TENANTS, at(each, 0.5), at(each, 0.99));
    test.close();
    return at(each, 0.5);
  }
}
