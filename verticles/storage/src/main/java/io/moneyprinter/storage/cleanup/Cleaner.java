package io.moneyprinter.storage.cleanup;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.CleanStorage;
import io.moneyprinter.codecs.storage.CleanupReport;
import io.moneyprinter.storage.cleanup.DueFiles.Due;
import io.moneyprinter.storage.cleanup.DueFiles.Reason;
import io.moneyprinter.storage.retention.Namers;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Finds what is due, on one node at a time, and marks it; from then on nobody sees it, and its
 * bytes are removed by {@link Removal}.
 */
public final class Cleaner {
  private final CleanupLease lease;
  private final DueFiles due;
  private final ExpiryRules rules;
  private final Namers namers;
  private final Function<String, Future<Void>> forget;
  private final Removal removal;
  private final CleanupMeters meters;
  private final long segmentRoom;
  private final Duration every;

  /**
   * @param forget takes a file out of what is remembered of files asked for lately
   * @param segmentRoom bytes of segments that may be in the store
   * @param every pause between two cleanups
   */
  Cleaner(
      CleanupLease lease,
      DueFiles due,
      ExpiryRules rules,
      Namers namers,
      Function<String, Future<Void>> forget,
      Removal removal,
      CleanupMeters meters,
      long segmentRoom,
      Duration every) {
    this.lease = lease;
    this.due = due;
    this.rules = rules;
    this.namers = namers;
    this.forget = forget;
    this.removal = removal;
    this.meters = meters;
    this.segmentRoom = segmentRoom;
    this.every = every;
  }

  /** Cleans up if it is time to, and no other node does. */
  public Future<Void> round() {
    return lease
        .take(every)
        .compose(
            fence ->
                fence.isEmpty() ? Future.succeededFuture() : leased(fence.get()).<Void>mapEmpty());
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#CLEAN}. */
  public Future<CleanupReport> clean(CleanStorage wish) {
    if (Boolean.TRUE.equals(wish.dryRun())) {
      return rules.apply().compose(applied -> pass(new Tally(true), 0));
    }
    return lease
        .take(Duration.ZERO)
        .compose(fence -> fence.isEmpty() ? busy() : leased(fence.get()));
  }

  private Future<CleanupReport> busy() {
    return lease
        .holder()
        .compose(
            node ->
                Future.failedFuture(
                    ServiceFailure.conflict(
                        "The node "
                            + node.orElse("that was at it a moment ago")
                            + " is cleaning up already: ask again when it is done")));
  }

  private Future<CleanupReport> leased(long fence) {
    meters.leading(true);
    return rules
        .apply()
        .compose(applied -> pass(new Tally(false), fence))
        .compose(report -> rules.drop().map(report))
        .compose(report -> removal.run().map(report))
        .onComplete(
            done -> {
              meters.leading(false);
              meters.round(done.succeeded());
            })
        .transform(
            done ->
                lease
                    .end(fence, done.succeeded())
                    .transform(
                        ended ->
                            done.succeeded()
                                ? Future.succeededFuture(done.result())
                                : Future.failedFuture(done.cause())));
  }

  private Future<CleanupReport> pass(Tally tally, long fence) {
    return expired("", tally, fence)
        .compose(done -> due.segmentBytes())
        .compose(bytes -> segments(null, bytes - segmentRoom, tally, fence))
        .map(done -> tally.report());
  }

  private Future<Void> expired(String after, Tally tally, long fence) {
    return due.expired(after)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : each(found, Reason.EXPIRED, Long.MAX_VALUE, tally, fence)
                        .compose(left -> expired(found.get(found.size() - 1).key(), tally, fence)));
  }

  /**
   * @param excess bytes that are too many
   */
  private Future<Void> segments(Due after, long excess, Tally tally, long fence) {
    if (excess <= 0) {
      return Future.succeededFuture();
    }
    return due.segments(after)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : each(found, Reason.OVER_BUDGET, excess, tally, fence)
                        .compose(
                            left -> segments(found.get(found.size() - 1), left, tally, fence)));
  }

  /** Answers with the bytes that are still too many. */
  private Future<Long> each(List<Due> found, Reason reason, long excess, Tally tally, long fence) {
    return held(tally, fence)
        .compose(held -> namers.named(found.stream().map(Due::key).toList()))
        .compose(
            named -> {
              Future<Long> all = Future.succeededFuture(excess);
              for (Due file : found) {
                all =
                    all.compose(
                        left -> {
                          if (left <= 0) {
                            return Future.succeededFuture(left);
                          }
                          if (named.contains(file.key())) {
                            tally.named();
                            meters.named();
                            return Future.succeededFuture(left);
                          }
                          return one(file, reason, tally, fence)
                              .map(went -> went ? left - file.size() : left);
                        });
              }
              return all;
            });
  }

  private Future<Void> held(Tally tally, long fence) {
    return tally.dryRun()
        ? Future.succeededFuture()
        : lease
            .renew(fence)
            .compose(
                held ->
                    held
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                            ServiceFailure.unavailable("Another node has taken over the cleanup")));
  }

  private Future<Boolean> one(Due file, Reason reason, Tally tally, long fence) {
    if (tally.dryRun()) {
      tally.due(file, reason);
      return Future.succeededFuture(true);
    }
    return due.mark(file, reason, lease, fence)
        .compose(
            marked -> {
              if (!marked) {
                return Future.succeededFuture(false);
              }
              tally.due(file, reason);
              meters.marked(reason, file.size());
              return forget.apply(file.key()).map(true);
            });
  }
}
