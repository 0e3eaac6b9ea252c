package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.DeleteJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.HoldList;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.ListHolds;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.orchestration.state.DeletionStore;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes jobs so that it can be taken back, and later for good, with their files. */
public final class Deletions {
  private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

  /** As many keys as one message of the storage service takes. */
  private static final int KEYS_AT_ONCE = 1000;

  private final EventBus bus;
  private final Database database;
  private final DeletionStore store;
  private final JobViews views;
  private final Duration life;

  /**
   * @param life how long what is deleted can be restored
   */
  Deletions(EventBus bus, Database database, DeletionStore store, JobViews views, Duration life) {
    this.bus = bus;
    this.database = database;
    this.store = store;
    this.views = views;
    this.life = life;
  }

  /**
   * Answers {@link io.moneyprinter.codecs.orchestration.OrchestrationMessages#DELETE_JOB}: {@code
   * NOT_FOUND} for another tenant's job as for none, {@code CONFLICT} for one that is under way or
   * has a file under legal hold.
   */
  public Future<Job> delete(DeleteJob wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = Ids.read(wish.jobId()).orElseThrow(() -> JobViews.unknown(wish.jobId()));
    return views
        .find(tenant, id, false)
        .compose(job -> wish.restore() ? Future.<Void>succeededFuture() : demandFree(tenant, id))
        .compose(free -> store.mark(database.writer(), tenant, id, wish.restore()))
        .compose(marked -> views.find(tenant, id, false))
        .map(job -> demandDone(job, wish.restore()));
  }

  private static Job demandDone(Job job, boolean restore) {
    if (!restore && job.deletedAt() == null) {
      throw ServiceFailure.conflict(
          "The video is "
              + job.state().name().toLowerCase(Locale.ROOT)
              + ": cancel it before it is deleted");
    }
    return job;
  }

  private Future<Void> demandFree(String tenant, UUID id) {
    return store
        .keys(database.writer(), id)
        .compose(
            keys ->
                inTurn(
                    keys,
                    some ->
                        StorageMessages.LIST_HOLDS
                            .ask(bus, new ListHolds(some), CallContext.system(tenant))
                            .map(Deletions::demandNone)));
  }

  private static Void demandNone(HoldList held) {
    for (LegalHold hold : held.holds()) {
      throw ServiceFailure.conflict(
          "A file of this video is under legal hold since "
              + hold.setAt()
              + " by "
              + hold.setBy()
              + " ("
              + hold.reason()
              + "): it can be deleted once the hold is lifted");
    }
    return null;
  }

  /** Forgets what was deleted longer ago; its files go as the storage's rules have it. */
  Future<?> purge() {
    return store
        .due(database.writer(), life)
        .compose(
            due -> {
              Future<?> all = Future.succeededFuture();
              for (DeletionStore.Due job : due) {
                all = all.compose(before -> purge(job));
              }
              return all;
            });
  }

  /** The files first: cut off after that, the next round does the same again. */
  private Future<?> purge(DeletionStore.Due job) {
    return store
        .keys(database.writer(), job.id())
        .compose(keys -> inTurn(keys, some -> release(job, some)))
        .compose(released -> store.purge(database.writer(), job.id(), life))
        .transform(
            done -> {
              if (done.failed()
                  && ServiceFailure.from(done.cause()).code() != FailureCode.CONFLICT) {
                LOG.info(
                    "The deleted video {} is purged later: {}",
                    job.id(),
                    done.cause().getMessage());
              }
              return Future.succeededFuture();
            });
  }

  private Future<Void> release(DeletionStore.Due job, List<String> keys) {
    return StorageMessages.RELEASE
        .ask(bus, new ReleaseFiles(keys, job.id().toString()), CallContext.system(job.tenant()))
        .mapEmpty();
  }

  private static Future<Void> inTurn(List<String> keys, Function<List<String>, Future<Void>> work) {
    Future<Void> all = Future.succeededFuture();
    for (int at = 0; at < keys.size(); at += KEYS_AT_ONCE) {
      List<String> some = keys.subList(at, Math.min(keys.size(), at + KEYS_AT_ONCE));
      all = all.compose(before -> work.apply(some));
    }
    return all;
  }
}
