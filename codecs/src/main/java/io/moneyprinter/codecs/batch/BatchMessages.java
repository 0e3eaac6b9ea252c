package io.moneyprinter.codecs.batch;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;

/** What may be asked about batches; the orchestration service answers. */
public final class BatchMessages {
  /** {@code INVALID} with everything that is wrong with the rows. */
  public static final Endpoint<CreateBatch, Batch> CREATE =
      new Endpoint<>("batch.create", CreateBatch.class, Batch.class, Duration.ofSeconds(60));

  /** {@code INVALID} when it cannot be read at all. */
  public static final Endpoint<CheckBatch, CheckedBatch> CHECK =
      new Endpoint<>("batch.check", CheckBatch.class, CheckedBatch.class, Duration.ofSeconds(60));

  public static final Endpoint<GetBatch, Batch> GET =
      new Endpoint<>("batch.get", GetBatch.class, Batch.class);

  public static final Endpoint<ListBatches, BatchList> LIST =
      new Endpoint<>("batch.list", ListBatches.class, BatchList.class);

  public static final Endpoint<ListRows, RowList> ROWS =
      new Endpoint<>("batch.rows", ListRows.class, RowList.class);

  /** Idempotent; {@code CONFLICT} when the batch is called off or finished. */
  public static final Endpoint<PauseBatch, Batch> PAUSE =
      new Endpoint<>("batch.pause", PauseBatch.class, Batch.class);

  /** Idempotent; leaves a batch alone that is neither paused nor called off. */
  public static final Endpoint<ResumeBatch, Batch> RESUME =
      new Endpoint<>("batch.resume", ResumeBatch.class, Batch.class);

  /** Idempotent; {@code CONFLICT} when the batch is finished. */
  public static final Endpoint<CancelBatch, Batch> CANCEL =
      new Endpoint<>("batch.cancel", CancelBatch.class, Batch.class);

  /** {@code CONFLICT} when the batch is called off; harmless when no row failed. */
  public static final Endpoint<RetryBatch, Batch> RETRY =
      new Endpoint<>("batch.retry", RetryBatch.class, Batch.class);

  private BatchMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("batch.Batch.v1", Batch.class);
    types.add("batch.BatchList.v1", BatchList.class);
    types.add("batch.RowList.v1", RowList.class);
    types.add("batch.CheckedBatch.v1", CheckedBatch.class);
    types.add(CHECK, "batch.CheckBatch.v1");
    types.add(CREATE, "batch.CreateBatch.v1");
    types.add(GET, "batch.GetBatch.v1");
    types.add(LIST, "batch.ListBatches.v1");
    types.add(ROWS, "batch.ListRows.v1");
    types.add(PAUSE, "batch.PauseBatch.v1");
    types.add(RESUME, "batch.ResumeBatch.v1");
    types.add(CANCEL, "batch.CancelBatch.v1");
    types.add(RETRY, "batch.RetryBatch.v1");
  }
}
