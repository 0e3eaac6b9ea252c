package io.moneyprinter.launcher.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.ResumeBatch;
import io.moneyprinter.codecs.batch.RetryBatch;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders a batch from this node. The same file and options again mean the same batch: one that was
 * cut short goes on, and rows that failed are made once more.
 */
public final class BatchMaker {
  private final EventBus bus;
  private final CallContext caller;

  public BatchMaker(EventBus bus, CallContext caller) {
    this.bus = bus;
    this.caller = caller;
  }

  /**
   * Makes or finds the batch.
   *
   * @param options without the base
   * @param fresh a new batch even when there is an equal one
   */
  public Future<Batch> order(BatchFile file, BaseFile base, BatchOptions options, boolean fresh) {
    return imported(base.folder())
        .compose(
            collection -> {
              BatchOptions whole =
                  new BatchOptions(
                      options.name(),
                      base.with(collection),
                      options.variants(),
                      options.onInvalid(),
                      options.priority(),
                      options.openJobs());
              return BatchMessages.CREATE.ask(
                  bus,
                  new CreateBatch(file.format(), file.content(), whole, key(file, whole, fresh)),
                  caller);
            })
        .compose(this::goOn);
  }

  private Future<Batch> goOn(Batch batch) {
    if (!batch.replayed()) {
      return Future.succeededFuture(batch);
    }
    Future<Batch> going =
        batch.state() == BatchState.PAUSED || batch.state() == BatchState.CANCELLED
            ? BatchMessages.RESUME.ask(bus, new ResumeBatch(batch.id()), caller)
            : Future.succeededFuture(batch);
    return going
        .compose(
            now ->
                now.counts().failed() == 0
                    ? Future.succeededFuture(now)
                    : BatchMessages.RETRY.ask(bus, new RetryBatch(batch.id()), caller))
        .map(Batch::asReplay);
  }

  private Future<Optional<String>> imported(Optional<Path> folder) {
    return folder.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : MaterialsMessages.IMPORT_FOLDER
            .ask(bus, new ImportFolder(folder.get().toString()), caller)
            .map(collection -> Optional.of(collection.id()));
  }

  private static String key(BatchFile file, BatchOptions options, boolean fresh) {
    if (fresh) {
      return "batch-" + UUID.randomUUID();
    }
    String all = file.format() + "\n" + options + "\n" + file.content();
    return "batch-" + Sha256.hex(all);
  }
}
