package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.CancelBatch;
import io.moneyprinter.codecs.batch.PauseBatch;
import io.moneyprinter.codecs.batch.ResumeBatch;
import io.moneyprinter.codecs.batch.RetryBatch;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * What an owner may do with a batch: each of it harmless when asked for twice. The wish is written
 * down; the feeder carries it out on the jobs that there are, on whatever node that is.
 */
public final class BatchControl {
  private final Database database;
  private final BatchStore batches;
  private final BatchViews views;
  private final Runnable wake;

  /**
   * @param wake called when there is something to do
   */
  BatchControl(Database database, BatchStore batches, BatchViews views, Runnable wake) {
    this.database = database;
    this.batches = batches;
    this.views = views;
    this.wake = wake;
  }

  private interface Change {
    Future<?> of(SqlConnection connection, UUID id, Batch batch);
  }

  /** Orders no further row; {@code CONFLICT} when the batch is called off or finished. */
  public Future<Batch> pause(PauseBatch wish) {
    return change(
        wish.batchId(),
        (connection, id, batch) -> {
          boolean already = batch.state() == BatchState.PAUSED && !wish.jobs();
          if (already) {
            return Future.succeededFuture();
          }
          if (batch.state() == BatchState.FINISHED || batch.state() == BatchState.CANCELLED) {
            return conflict(batch, "there is nothing to halt any more");
          }
          Command command = wish.jobs() ? Command.PAUSE : null;
          return batches.wish(connection, id, Wanted.PAUSED, command, wish.jobs());
        });
  }

  /** Goes on with one that was paused or called off; leaves any other alone. */
  public Future<Batch> resume(ResumeBatch wish) {
    return change(
        wish.batchId(),
        (connection, id, batch) -> {
          if (batch.state() != BatchState.PAUSED && batch.state() != BatchState.CANCELLED) {
            return Future.succeededFuture();
          }
          return batches
              .again(connection, id, JobState.CANCELLED.name())
              .compose(again -> batches.wish(connection, id, Wanted.RUNNING, Command.RESUME, true));
        });
  }

  /** Calls it off; {@code CONFLICT} when it is finished. */
  public Future<Batch> cancel(CancelBatch wish) {
    return change(
        wish.batchId(),
        (connection, id, batch) ->
            switch (batch.state()) {
              case CANCELLED -> Future.succeededFuture();
              case FINISHED -> conflict(batch, "there is nothing to call off any more");
              case RUNNING, PAUSED ->
                  batches.wish(connection, id, Wanted.CANCELLED, Command.CANCEL, true);
            });
  }

  /** Makes failed rows once more; {@code CONFLICT} when the batch is called off. */
  public Future<Batch> retry(RetryBatch wish) {
    return change(
        wish.batchId(),
        (connection, id, batch) -> {
          if (batch.state() == BatchState.CANCELLED) {
            return conflict(batch, "resume it before failed rows are made once more");
          }
          boolean paused = batch.state() == BatchState.PAUSED;
          return batches
              .again(connection, id, JobState.FAILED.name())
              .compose(
                  again ->
                      again == 0 || paused
                          ? Future.succeededFuture()
                          : batches.awaken(connection, id));
        });
  }

  private Future<Batch> change(String batchId, Change change) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = BatchViews.id(batchId);
    return database
        .writer()
        .withTransaction(
            connection ->
                batches
                    .lock(connection, tenant, id)
                    .compose(locked -> views.find(connection, tenant, id))
                    .compose(batch -> change.of(connection, id, batch))
                    .compose(changed -> views.find(connection, tenant, id)))
        .onSuccess(changed -> wake.run());
  }

  private static Future<?> conflict(Batch batch, String remedy) {
    return Future.failedFuture(
        ServiceFailure.conflict("Batch " + batch.id() + " is " + batch.state() + ": " + remedy));
  }
}
