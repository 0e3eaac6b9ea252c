package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchList;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListBatches;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.batch.RowList;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;

/** Shows batches to their owners. */
public final class BatchViews {
  private final Database database;
  private final BatchViewStore views;

  BatchViews(Database database, BatchViewStore views) {
    this.database = database;
    this.views = views;
  }

  /** One batch; {@code NOT_FOUND} when there is none of that id or it is another tenant's. */
  public Future<Batch> get(GetBatch wish) {
    return find(database.writer(), CallContext.currentOrSystem().tenant(), id(wish.batchId()));
  }

  /** The tenant's batches, newest first. */
  public Future<BatchList> list(ListBatches wish) {
    UUID after = Ids.after(wish.after(), "a batch");
    return views
        .page(database.reader(), CallContext.currentOrSystem().tenant(), after, wish.limit() + 1)
        .map(
            found -> {
              boolean more = found.size() > wish.limit();
              return new BatchList(more ? found.subList(0, wish.limit()) : found, more);
            });
  }

  /** Rows of a batch; {@code NOT_FOUND} as for the batch. */
  public Future<RowList> rows(ListRows wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = id(wish.batchId());
    return views
        .rows(database.writer(), tenant, id, wish.after(), wish.state(), wish.limit() + 1)
        .compose(
            found ->
                found.isEmpty()
                    ? find(database.writer(), tenant, id).map(new RowList(List.of(), false))
                    : Future.succeededFuture(page(found, wish.limit())));
  }

  private static RowList page(List<BatchRow> found, int limit) {
    boolean more = found.size() > limit;
    return new RowList(more ? found.subList(0, limit) : found, more);
  }

  Future<Batch> find(SqlClient client, String tenant, UUID id) {
    return views
        .one(client, tenant, id)
        .map(found -> found.orElseThrow(() -> unknown(id.toString())));
  }

  static UUID id(String text) {
    return Ids.read(text).orElseThrow(() -> unknown(text));
  }

  private static ServiceFailure unknown(String id) {
    return ServiceFailure.notFound(
        "There is no batch " + id + ": look it up in the list of batches");
  }
}
