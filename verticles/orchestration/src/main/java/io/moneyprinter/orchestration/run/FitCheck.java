package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.FitStore;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.workflow.Needs;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the owners of steps that need more than any node has, so that they do not wait without
 * knowing. Such a step is kept back until a node comes that has it.
 */
public final class FitCheck {
  private static final int AT_ONCE = 100;

  private final Pool pool;
  private final FitStore fits;
  private final StateManager states;
  private final Runnable release;

  /**
   * @param release called when there is something to hand out again
   */
  FitCheck(Pool pool, FitStore fits, StateManager states, Runnable release) {
    this.pool = pool;
    this.fits = fits;
    this.states = states;
    this.release = release;
  }

  public Future<?> pass() {
    return fits.letOut(pool)
        .compose(
            any -> {
              if (any) {
                release.run();
              }
              return fits.nowhere(pool, AT_ONCE);
            })
        .compose(
            found -> {
              Future<?> done = Future.succeededFuture();
              for (FitStore.Nowhere each : found) {
                done = done.compose(next -> keepBack(each));
              }
              return done;
            });
  }

  private Future<?> keepBack(FitStore.Nowhere found) {
    return states.<Void>changeStepIfFree(
        found.stepId(),
        change -> {
          if (change.step().state() != StepState.READY) {
            return Future.succeededFuture();
          }
          String why = why(change.step().place().needs(), found.most());
          return fits.keepBack(change.change().connection(), found.stepId(), why)
              .map(
                  kept -> {
                    if (kept) {
                      change
                          .change()
                          .event(
                              JobEvent.Type.STEP_WAITING,
                              change.step(),
                              "No node can take " + change.step().label() + ": " + why);
                    }
                    return null;
                  });
        });
  }

  private static String why(Needs needs, Capacity most) {
    Capacity wanted = needs.capacity(0);
    List<String> lacking = new ArrayList<>();
    if (wanted.slots() > most.slots()) {
      lacking.add(wanted.slots() + " slots, and the largest node has " + most.slots());
    }
    if (wanted.memory() > most.memory()) {
      lacking.add(wanted.memory() + " MiB, and the largest node has " + most.memory());
    }
    if (wanted.gpus() > most.gpus()) {
      lacking.add(
          wanted.gpus()
              + " places on graphics processors, and no node has more than "
              + most.gpus());
    }
    return "it needs "
        + (lacking.isEmpty()
            ? "more of one kind than the nodes have that have enough of the others"
            : String.join("; ", lacking))
        + ". Start a node that has it, or lower needs in the workflow";
  }
}
