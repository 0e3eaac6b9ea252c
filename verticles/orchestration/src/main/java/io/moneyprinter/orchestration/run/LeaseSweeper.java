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

  /**
   * Takes over from a node that died: where this node is alone, every lease of another one is of a
   * process that is no more, and its steps need not wait until the lease runs out.
   */
  public Future<?> takeOver(String aloneNode) {
    return leases.endAllBut(pool, aloneNode).compose(ended -> sweep());
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
