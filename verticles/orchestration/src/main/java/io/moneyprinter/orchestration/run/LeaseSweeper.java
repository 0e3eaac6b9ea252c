package io.moneyprinter.orchestration.run;

import io.moneyprinter.orchestration.state.LeaseStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** Finds steps whose node went away or which take too long. Any number of nodes may sweep. */
public final class LeaseSweeper {
  private static final int AT_ONCE = 100;

  private final Pool pool;
  private final LeaseStore leases;
  private final ErrorHandler errors;

  public LeaseSweeper(Pool pool, LeaseStore leases, ErrorHandler errors) {
    this.pool = pool;
    this.leases = leases;
    this.errors = errors;
  }

  /** Deals with all of them, one after the other. */
  public Future<?> sweep() {
    return leases
        .lost(pool, AT_ONCE)
        .compose(
            lost -> {
              Future<?> done = Future.succeededFuture();
              for (var stepId : lost) {
                done = done.compose(next -> errors.expired(stepId));
              }
              return done;
            });
  }
}
