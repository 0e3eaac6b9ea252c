package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.CheckBatch;
import io.moneyprinter.codecs.batch.CheckedBatch;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.orchestration.run.QuotaCheck;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.KeyUse;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes orders of many videos. */
public final class BatchDesk {
  private static final int MAX_KEY = 200;

  private final Vertx vertx;
  private final Database database;
  private final BatchReader reader;
  private final BatchStore batches;
  private final BatchViews views;
  private final QuotaCheck quota;
  private final Runnable wake;

  /**
   * @param wake called when there is a new batch
   */
  BatchDesk(
      Vertx vertx,
      Database database,
      BatchReader reader,
      BatchStore batches,
      BatchViews views,
      QuotaCheck quota,
      Runnable wake) {
    this.quota = quota;
    this.vertx = vertx;
    this.database = database;
    this.reader = reader;
    this.batches = batches;
    this.views = views;
    this.wake = wake;
  }

  /**
   * Keeps a batch, or answers with the one that the same idempotency key made before. Fails with
   * {@code INVALID} for rows that break a rule, {@code CONFLICT} for a key used for another one,
   * {@code QUOTA} when the videos of the month do not suffice for all its rows.
   */
  public Future<Batch> create(CreateBatch order) {
    CallContext caller = CallContext.currentOrSystem();
    String key = order.idempotencyKey();
    if (key != null && (key.isBlank() || key.length() > MAX_KEY || key.indexOf('\0') >= 0)) {
      throw ServiceFailure.invalid(
          "/idempotencyKey", "must be 1 to " + MAX_KEY + " visible characters");
    }
    return vertx
        .executeBlocking(
            () ->
                new BatchStore.NewBatch(
                    Ids.next(), caller, Sha256.hex(asGiven(order)), key, reader.read(order)),
            false)
        .compose(this::affordable)
        .compose(this::keep);
  }

  /** The rows of batches that are under way count as well, though most are not ordered yet. */
  private Future<BatchStore.NewBatch> affordable(BatchStore.NewBatch batch) {
    String tenant = batch.caller().tenant();
    int videos = (int) batch.draft().rows().stream().filter(row -> row.fault() == null).count();
    return batches
        .keyUse(database.writer(), tenant, batch.idempotencyKey())
        .compose(
            use ->
                use.isPresent()
                    ? Future.succeededFuture()
                    : batches
                        .waiting(database.writer(), tenant)
                        .compose(waiting -> quota.demand(batch.caller(), videos + waiting, null)))
        .map(batch);
  }

  /** How many rows an order has, without keeping it; {@code INVALID} as for {@link #create}. */
  public Future<Integer> check(CreateBatch order) {
    return vertx.executeBlocking(() -> reader.read(order).rows().size(), false);
  }

  /** Answers {@link io.moneyprinter.codecs.batch.BatchMessages#CHECK}. */
  public Future<CheckedBatch> show(CheckBatch wish) {
    return vertx.executeBlocking(() -> shown(reader.readAsItIs(wish.order())), false);
  }

  private static CheckedBatch shown(BatchDraft draft) {
    Map<Integer, Integer> lines =
        draft.sources().stream()
            .collect(Collectors.toMap(BatchDraft.Source::source, BatchDraft.Source::line));
    long invalid = draft.rows().stream().filter(row -> row.fault() != null).count();
    return new CheckedBatch(
        draft.rows().size(),
        (int) invalid,
        draft.rows().stream()
            .sorted(Comparator.comparing(row -> row.fault() == null))
            .limit(CheckedBatch.SHOWN)
            .map(
                row ->
                    new BatchRow(
                        row.number(),
                        row.source(),
                        lines.get(row.source()),
                        row.variant(),
                        row.title(),
                        row.fault() == null ? RowState.WAITING : RowState.INVALID,
                        null,
                        0,
                        row.fault()))
            .toList());
  }

  private Future<Batch> keep(BatchStore.NewBatch batch) {
    String tenant = batch.caller().tenant();
    return database
        .writer()
        .withTransaction(connection -> batches.insert(connection, batch))
        .compose(
            kept -> {
              if (!kept) {
                return replay(batch);
              }
              wake.run();
              return views.find(database.writer(), tenant, batch.id());
            });
  }

  private Future<Batch> replay(BatchStore.NewBatch batch) {
    String tenant = batch.caller().tenant();
    String key = batch.idempotencyKey();
    return batches
        .keyUse(database.writer(), tenant, key)
        .compose(
            use -> {
              KeyUse known = use.orElseThrow();
              return known.hash().equals(batch.contentHash())
                  ? views.find(database.writer(), tenant, known.id()).map(Batch::asReplay)
                  : Future.failedFuture(
                      ServiceFailure.conflict(
                          "The idempotency key '"
                              + key
                              + "' was used for other content, which made batch "
                              + known.id()
                              + ": take a new key for a new batch"));
            });
  }

  private static String asGiven(CreateBatch order) {
    BatchOptions options = order.options();
    return String.join(
        "\n",
        order.format().name(),
        String.valueOf(options.name()),
        String.valueOf(options.base()),
        String.valueOf(options.variants()),
        String.valueOf(options.onInvalid()),
        String.valueOf(options.priority()),
        String.valueOf(options.openJobs()),
        order.content());
  }
}
