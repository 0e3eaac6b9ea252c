package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks for batches over the bus, as one tenant. */
final class BatchBench {
  private final TestNode test;
  private final Bench bench;
  private final CallContext caller;

  BatchBench(TestNode test, Bench bench, String tenant) {
    this.test = test;
    this.bench = bench;
    this.caller = Bench.tenant(tenant);
  }

  /** A row of its own words for each. */
  static String scripts(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "{\"script\": \"Number " + i + ".\"}")
        .collect(Collectors.joining("\n"));
  }

  Future<Batch> asks(BatchFormat format, String content, BatchOptions options) {
    return BatchMessages.CREATE.ask(
        bench.bus(), new CreateBatch(format, content, options, null), caller);
  }

  /** Lets tenants order so many videos, as the users service would. */
  MessageConsumer<?> allow(int videos) {
    return AccessMessages.CHECK_QUOTA.serve(
        bench.bus(),
        asked ->
            asked.videos() <= videos
                ? Future.succeededFuture(new Done())
                : Future.failedFuture(
                    new ServiceFailure(
                        FailureCode.QUOTA,
                        "The month's videos are used up",
                        List.of(new Violation(Quota.USED_UP, "used up")))));
  }

  Batch create(BatchFormat format, String content) {
    return answer(asks(format, content, BatchOptions.NONE), 60);
  }

  Batch create(int rows, Integer openJobs) {
    return answer(
        asks(
            BatchFormat.NDJSON,
            scripts(rows),
            new BatchOptions(null, null, null, null, null, openJobs)),
        60);
  }

  Batch get(String id) {
    return answer(BatchMessages.GET.ask(bench.bus(), new GetBatch(id), caller));
  }

  List<BatchRow> rows(String id) {
    return answer(
            BatchMessages.ROWS.ask(bench.bus(), new ListRows(id, 0, ListRows.MOST, null), caller))
        .rows();
  }

  <Q extends Record> Future<Batch> command(Endpoint<Q, Batch> endpoint, Q wish) {
    return endpoint.ask(bench.bus(), wish, caller);
  }

  void awaitState(String id, BatchState state) {
    bench.within(60, "batch is " + state, () -> get(id).state() == state);
  }

  /** Rows of a statement. */
  int sql(String statement) {
    Database database = answer(test.node().databases().open("orchestration"));
    return answer(database.writer().query(statement).execute()).rowCount();
  }

  int jobs() {
    Database database = answer(test.node().databases().open("orchestration"));
    return answer(database.writer().query("SELECT count(*) FROM job").execute())
        .iterator()
        .next()
        .getInteger(0);
  }
}
