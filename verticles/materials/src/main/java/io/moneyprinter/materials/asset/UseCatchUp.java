package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CompletedJobList.CompletedJob;
import io.moneyprinter.codecs.orchestration.CompletedJobs;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes the uses of videos whose completion nobody here heard of, because no node was up or the
 * network was cut: all that were completed since the last look are taken in turn. Safe to be done
 * by several nodes, for noting a use again changes nothing.
 */
public final class UseCatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(UseCatchUp.class);
  private static final int PAGE = 200;

  /** A completion may become visible later than one that was written after it. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** Of a video whose files are gone nothing will ever be noted. */
  private static final Set<FailureCode> GONE = Set.of(FailureCode.NOT_FOUND, FailureCode.INVALID);

  private static final String FIND = "SELECT noted_till FROM use_cursor";

  private static final String KEEP =
      "INSERT INTO use_cursor (noted_till) VALUES ($1) ON CONFLICT (single) DO UPDATE"
          + " SET noted_till = greatest(use_cursor.noted_till, excluded.noted_till)";

  private final Node node;
  private final Database database;
  private final UseNotes notes;
  private final AtomicBoolean running = new AtomicBoolean();

  public UseCatchUp(Node node, Database database, UseNotes notes) {
    this.node = node;
    this.database = database;
    this.notes = notes;
  }

  /** Where a look begins. */
  private record Place(Instant at, String after) {}

  /** Looks through what was completed since the last look; never fails, and is tried again. */
  public Future<Void> run() {
    if (!running.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return database
        .writer()
        .query(FIND)
        .execute()
        .map(
            rows ->
                rows.size() == 0
                    ? Instant.EPOCH
                    : rows.iterator()
                        .next()
                        .getOffsetDateTime("noted_till")
                        .toInstant()
                        .minus(OVERLAP))
        .compose(since -> from(new Place(since, null)))
        .recover(
            cause -> {
              LOG.debug("Completed videos will be looked through later: {}", cause.getMessage());
              return Future.succeededFuture();
            })
        .onComplete(done -> running.set(false));
  }

  private Future<Void> from(Place place) {
    return OrchestrationMessages.COMPLETED_JOBS
        .ask(
            node.vertx().eventBus(),
            new CompletedJobs(place.at(), place.after(), PAGE),
            CallContext.system(CallContext.LOCAL_TENANT))
        .compose(
            found -> {
              List<CompletedJob> jobs = found.jobs();
              if (jobs.isEmpty()) {
                return Future.succeededFuture();
              }
              CompletedJob last = jobs.get(jobs.size() - 1);
              return all(jobs, 0)
                  .compose(noted -> keep(last.at()))
                  .compose(
                      kept ->
                          jobs.size() < PAGE
                              ? Future.succeededFuture()
                              : from(new Place(last.at(), last.id())));
            });
  }

  private Future<Void> all(List<CompletedJob> jobs, int at) {
    if (at == jobs.size()) {
      return Future.succeededFuture();
    }
    CompletedJob job = jobs.get(at);
    return notes
        .note(job.tenant(), job.id())
        .recover(
            cause -> {
              ServiceFailure failure = ServiceFailure.from(cause);
              if (!GONE.contains(failure.code())) {
                return Future.failedFuture(failure);
              }
              LOG.info("What video {} shows is gone: {}", job.id(), failure.getMessage());
              return Future.succeededFuture();
            })
        .compose(noted -> all(jobs, at + 1));
  }

  private Future<Void> keep(Instant till) {
    return database
        .writer()
        .preparedQuery(KEEP)
        .execute(Tuple.of(till.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }
}
