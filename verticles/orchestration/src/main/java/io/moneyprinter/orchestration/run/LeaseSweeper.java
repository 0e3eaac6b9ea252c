package io.moneyprinter.orchestration.run;

import io.moneyprinter.orchestration.state.LeaseStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds steps whose node went away, which take too long or which nobody decides on. Any number of
 * nodes may sweep.
 */
public final class LeaseSweeper {
  private static final int AT_ONCE = 100;

  private final Pool pool;
  private final LeaseStore leases;
  private final LostSteps lostSteps;
  private final Decisions decisions;

  public LeaseSweeper(Pool pool, LeaseStore leases, LostSteps lostSteps, Decisions decisions) {
    this.pool = pool;
    this.leases = leases;
    this.lostSteps = lostSteps;
    this.decisions = decisions;
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
        .compose(lost -> oneByOne(lost, lostSteps::expired))
        .compose(dealt -> leases.undecided(pool, AT_ONCE))
        .compose(undecided -> oneByOne(undecided, decisions::expired));
  }

  private static Future<?> oneByOne(List<UUID> steps, Function<UUID, Future<?>> deal) {
    Future<?> done = Future.succeededFuture();
    for (UUID step : steps) {
      done = done.compose(next -> deal.apply(step));
    }
    return done;
  }
}
