package io.moneyprinter.orchestration.batch;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Turns rows into jobs, a bounded number at a time. Each batch is fed by one node at a time, under
 * a lease; a node that dies loses nothing, because a row is ordered with a key of its own and may
 * be ordered again by another.
 */
final class BatchFeeder {
  private static final int BATCHES = 20;
  private static final int AT_ONCE = 10;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final FeedLeases leases;
  private final FeedStore store;
  private final RowOrders orders;
  private final JobWishes wishes;
  private final BatchEnds ends;

  BatchFeeder(
      FeedLeases leases, FeedStore store, RowOrders orders, JobWishes wishes, BatchEnds ends) {
    this.leases = leases;
    this.store = store;
    this.orders = orders;
    this.wishes = wishes;
    this.ends = ends;
  }

  /** Where this node is alone, a lease that is held is of a process that is no more. */
  Future<?> takeOver() {
    return leases.endLeases();
  }

  /** Feeds every batch that has something to do and that no other node feeds. */
  Future<?> pass() {
    return leases
        .claim(BATCHES)
        .compose(
            batches -> {
              Future<?> done = Future.succeededFuture();
              for (FedBatch batch : batches) {
                done = done.compose(next -> feed(batch));
              }
              return done;
            });
  }

  private Future<?> feed(FedBatch batch) {
    Future<?> wish =
        batch.command() == null
            ? Future.succeededFuture()
            : store
                .link(batch)
                .compose(linked -> wishes.carryOut(batch, () -> renew(batch)))
                .compose(done -> leases.carriedOut(batch));
    return wish.compose(
            done -> batch.wanted() == Wanted.RUNNING ? fill(batch) : Future.<Void>succeededFuture())
        .eventually(
            () ->
                leases
                    .settle(batch)
                    .onSuccess(ended -> ended.ifPresent(end -> ends.tell(batch, end))));
  }

  private Future<Void> renew(FedBatch batch) {
    return leases
        .renew(batch)
        .compose(
            held ->
                held
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(
                        new IllegalStateException("Another node feeds batch " + batch.id())));
  }

  /** A few at a time, so that a large batch does not take all connections to the database. */
  private Future<Void> fill(FedBatch batch) {
    return store
        .open(batch)
        .compose(
            open -> {
              int room = Math.min(AT_ONCE, batch.openJobs() - open);
              return room <= 0
                  ? Future.succeededFuture(List.<FeedStore.Waiting>of())
                  : store.next(batch, room);
            })
        .compose(
            waiting -> waiting.isEmpty() ? Future.<Void>succeededFuture() : order(batch, waiting));
  }

  private Future<Void> order(FedBatch batch, List<FeedStore.Waiting> waiting) {
    return renew(batch)
        .compose(held -> orders.order(batch, waiting))
        .compose(
            hindrance ->
                leases
                    .hindered(
                        batch, hindrance.orElse(null), hindrance.isPresent() ? PAUSE.toMillis() : 0)
                    .compose(
                        noted ->
                            hindrance.isPresent() || waiting.size() < AT_ONCE
                                ? Future.<Void>succeededFuture()
                                : fill(batch)));
  }
}
