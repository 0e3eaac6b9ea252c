package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.state.StragglerStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Has a second node try what a first one takes too long over, near the end of a step ("backup
 * tasks", Dean and Ghemawat, MapReduce, OSDI 2004, section 3.6). Both hold a lease of their own;
 * the first right result counts, and the other node is told to stop. Only of encoding, which is the
 * same wherever it is done and costs nothing but the slot.
 */
public final class SecondCopies {
  /** Each takes a free slot, so the next are looked for when these have theirs. */
  private static final int AT_ONCE = 1;

  /** The node at work came first with the copy's ticket; another one is given the time to come. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(1);

  private final Pool pool;
  private final StragglerStore stragglers;
  private final StateManager states;
  private final StragglerRule rule;
  private final List<String> addresses;

  SecondCopies(
      Pool pool,
      StragglerStore stragglers,
      StateManager states,
      MessageCatalogue catalogue,
      StragglerRule rule) {
    this.pool = pool;
    this.stragglers = stragglers;
    this.states = states;
    this.rule = rule;
    this.addresses = addresses(catalogue);
  }

  private static List<String> addresses(MessageCatalogue catalogue) {
    List<String> addresses = new ArrayList<>();
    catalogue
        .calls()
        .forEach(
            (address, call) -> {
              if (call instanceof Task<?, ?> task && task.resource() == ResourceClass.ENCODE) {
                addresses.add(address);
              }
            });
    return addresses;
  }

  /** Puts tickets for copies of what takes too long. */
  public Future<?> pass() {
    if (rule.factor() == 0) {
      return Future.succeededFuture();
    }
    return stragglers
        .find(pool, addresses, rule.siblings(), rule.factor(), rule.least(), AT_ONCE)
        .compose(
            found -> {
              Future<?> done = Future.succeededFuture();
              for (UUID id : found) {
                done = done.compose(next -> make(id));
              }
              return done;
            });
  }

  private Future<?> make(UUID stepId) {
    return states.<Void>changeStepIfFree(
        stepId,
        found -> {
          boolean alone =
              found.step().state() == StepState.RUNNING
                  && found.change().job().state() == JobState.RUNNING
                  && found.change().copies().of(found.step()).isEmpty();
          if (alone) {
            found.change().copies().make(found.step());
          }
          return Future.succeededFuture();
        });
  }

  static boolean isCopy(StepRow step) {
    return step.place().copyOf() != null;
  }

  /** Whether the node may have this copy: not the one that has the part itself. */
  static boolean mayClaim(JobChange change, StepRow copy, String node) {
    StepRow step = change.copies().original(copy);
    if (!node.equals(step.lease().owner())) {
      return true;
    }
    change.handout().later(copy, change.now().plus(ELSEWHERE));
    return false;
  }

  /**
   * The part as the copy's holder has it, whose result now counts; empty when the holder has lost
   * his lease.
   */
  static Optional<StepRow> winner(JobChange change, StepRow copy, long token) {
    if (!copy.heldUnder(token)) {
      return Optional.empty();
    }
    StepRow step = change.copies().original(copy);
    if (step.state() == StepState.RUNNING) {
      change.revoke(step);
    }
    return Optional.of(change.copies().won(copy));
  }
}
