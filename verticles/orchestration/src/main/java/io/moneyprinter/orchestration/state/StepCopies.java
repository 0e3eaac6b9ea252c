package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.StepState;
import java.util.Optional;

/**
 * The second copies of parts within one change of a job. A copy is a row of its own with its own
 * ticket, lease and token, but it never holds a result: that goes to the part itself.
 */
public final class StepCopies {
  private final JobChange change;
  private final StepRows rows;

  StepCopies(JobChange change, StepRows rows) {
    this.change = change;
    this.rows = rows;
  }

  public Optional<StepRow> of(StepRow step) {
    return rows.copyOf(step);
  }

  /** The part that a copy is of. */
  public StepRow original(StepRow copy) {
    return rows.byId(copy.place().copyOf());
  }

  /** Has another node try a part as well. */
  public void make(StepRow running) {
    StepRow copy = StepRow.waiting(Ids.next(), running.place().copyOf(running.id()));
    change.handout().makeReady(copy.ready(running.parts(), true, 0, change.now()), null);
  }

  /**
   * A copy came to nothing. There is no other one during this try of the part, which is given to
   * whoever is free where only the copy was left of it.
   */
  public void failed(StepRow copy) {
    change.put(copy.failed(change.now()));
    StepRow step = original(copy);
    if (step.state() == StepState.READY && step.ticket().at() == null) {
      change.handout().again(step, step.attempt(), change.now());
    }
  }

  /**
   * The copy's holder brings the result: the part is his, and who worked on it so far has an old
   * token.
   */
  public StepRow won(StepRow copy) {
    rows.remove(copy);
    StepRow step = original(copy);
    StepLease lease = copy.lease();
    return step.held(
        new StepLease(lease.owner(), step.lease().token() + 1, lease.until(), lease.deadline()));
  }

  /** Whether the part has a copy that runs; one that does not is of no more use. */
  boolean carriesOn(StepRow step) {
    Optional<StepRow> copy = of(step);
    boolean runs = copy.map(row -> row.state() == StepState.RUNNING).orElse(false);
    if (!runs) {
      copy.ifPresent(rows::remove);
    }
    return runs;
  }

  /** The part needs its copy no more; who works on that is told to stop. */
  void drop(StepRow step) {
    of(step)
        .ifPresent(
            copy -> {
              if (copy.state() == StepState.RUNNING) {
                change.revoke(copy);
              }
              rows.remove(copy);
            });
  }

  /** Drops the copy where nobody works on it. */
  void dropIdle(StepRow step) {
    of(step).filter(copy -> copy.state() != StepState.RUNNING).ifPresent(rows::remove);
  }
}
