package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepRevoked;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One change to one job: its rows, locked, as they are now and as they are to be. It is written as
 * a whole or not at all; tickets and revocations go out only after it is. Used by one transaction.
 */
public final class JobChange {
  private final SqlConnection connection;
  private final Instant now;
  private final Function<String, String> queueOf;
  private final Map<UUID, StepRow> steps = new LinkedHashMap<>();
  private final Map<UUID, StepWrite> writes = new LinkedHashMap<>();
  private final List<JobEvent> events = new ArrayList<>();
  private final List<Ticket> tickets = new ArrayList<>();
  private final List<StepRevoked> revoked = new ArrayList<>();
  private final List<UUID> removed = new ArrayList<>();
  private JobRow job;
  private boolean ended;

  JobChange(
      SqlConnection connection,
      Instant now,
      Function<String, String> queueOf,
      JobRow job,
      Collection<StepRow> rows) {
    this.connection = connection;
    this.now = now;
    this.queueOf = queueOf;
    this.job = job;
    rows.forEach(row -> steps.put(row.id(), row));
  }

  /** The connection of the transaction, to read more of the job. */
  public SqlConnection connection() {
    return connection;
  }

  /** The database's time, the same for all of the change. */
  public Instant now() {
    return now;
  }

  public JobRow job() {
    return job;
  }

  public void job(JobRow changed) {
    ended |= changed.state().terminal() && !job.state().terminal();
    job = changed;
  }

  public List<StepRow> steps() {
    return List.copyOf(steps.values());
  }

  public StepRow step(UUID id) {
    return steps.get(id);
  }

  /** Whether all parts of a step are known and done, or it was passed over. */
  public boolean isDone(String name) {
    return steps.values().stream()
        .filter(step -> step.place().name().equals(name))
        .allMatch(step -> step.state().settled());
  }

  public void put(StepRow changed) {
    put(changed, null, null);
  }

  /** Keeps a result together with the state it brings. */
  public void done(StepRow changed, String result) {
    put(changed.done(now), null, result);
  }

  private void put(StepRow changed, String request, String result) {
    write(new StepWrite(changed, request, result, false));
  }

  private void write(StepWrite write) {
    StepRow changed = write.row();
    writes.merge(changed.id(), write, StepWrite::after);
    steps.put(changed.id(), changed);
  }

  /** Passes a step over. */
  public void skip(StepRow waiting) {
    put(waiting.skipped(now));
  }

  /**
   * Has a step wait for a person.
   *
   * @param show what there is to decide on, as JSON
   */
  public void await(StepRow waiting, String show) {
    put(waiting.awaiting(now, now.plus(waiting.place().timeout())), show, null);
  }

  /** Forgets all that is known of a step: its parts, what they were asked and what they gave. */
  public void anew(String name) {
    for (StepRow step : steps()) {
      if (!step.place().name().equals(name)) {
        continue;
      }
      if (step.place().part() > 0) {
        steps.remove(step.id());
        writes.remove(step.id());
        removed.add(step.id());
      } else {
        write(new StepWrite(step.anew(), null, null, true));
      }
    }
  }

  /** Takes the tickets of what waits for a node back, as long as the job is halted. */
  public void pause() {
    job(job.paused(now));
    for (StepRow step : steps()) {
      if (step.state() == StepState.READY) {
        put(step.withoutTicket());
      }
    }
  }

  /** Ends a pause. */
  public void unpause() {
    Duration pause = Duration.between(job.clock().pausedAt(), now);
    job(job.unpaused(now));
    for (StepRow step : steps()) {
      if (step.state() == StepState.READY) {
        again(step, step.attempt(), now);
      } else if (step.state() == StepState.AWAITING) {
        put(step.awaitingLonger(pause));
      }
    }
  }

  /** Spreads a waiting step into one part for each request, each ready to be claimed. */
  public void spread(StepRow waiting, List<String> requests) {
    if (requests.isEmpty()) {
      put(waiting.doneWithNothing(now));
      return;
    }
    for (int part = 0; part < requests.size(); part++) {
      StepRow row = part == 0 ? waiting : waiting.sibling(Ids.next(), part);
      makeReady(row.ready(requests.size(), true, row.attempt(), now), requests.get(part));
    }
  }

  /** Lets a part be claimed again, not before a time. */
  public void again(StepRow step, int attempts, Instant notBefore) {
    makeReady(step.ready(step.parts(), step.bound(), attempts, notBefore), null);
  }

  private void makeReady(StepRow ready, String request) {
    if (job.state() == JobState.PAUSED) {
      put(ready.withoutTicket(), request, null);
    } else {
      put(ready, request, null);
      tickets.add(ticket(ready));
    }
  }

  /** Puts new tickets for what waits for a node: the job goes another way through the queue. */
  public void ticketAgain() {
    for (StepRow step : steps()) {
      if (step.state() == StepState.READY && step.ticket().at() != null) {
        tickets.add(ticket(step));
      }
    }
  }

  /** A ticket for a ready part. */
  public Ticket ticket(StepRow ready) {
    return new Ticket(
        queueOf.apply(ready.place().address()),
        ready.id().toString(),
        ready.ticket().notBefore(),
        TicketPriority.of(job.priority(), ready.place().ordinal()));
  }

  /** The result that a part gets by this change; empty when it gets none. */
  public Optional<String> newResult(String name, int part) {
    return writes.values().stream()
        .filter(write -> write.result() != null)
        .filter(write -> write.row().place().name().equals(name))
        .filter(write -> write.row().place().part() == part)
        .map(StepWrite::result)
        .findFirst();
  }

  /** Takes everything back that is not at an end; who works on a part is told to stop. */
  public void stopRest() {
    for (StepRow step : steps()) {
      switch (step.state()) {
        case RUNNING -> {
          revoke(step);
          put(step.cancelled(now));
        }
        case WAITING, READY, AWAITING -> put(step.cancelled(now));
        default -> {}
      }
    }
  }

  /** Tells whoever works on a part to stop. */
  public void revoke(StepRow running) {
    revoked.add(new StepRevoked(running.id().toString(), running.lease().token()));
  }

  /** Records what happened, with the job's state and progress as they are at this point. */
  public void event(JobEvent.Type type, StepRow step, String message) {
    event(type, step, message, null);
  }

  /**
   * The same of a part that is done.
   *
   * @param reused whether it was found rendered; {@code null} where that is no question
   */
  public void event(JobEvent.Type type, StepRow step, String message, Boolean reused) {
    job = job.told(job.sequence() + 1, Math.max(job.progress(), Progress.of(steps.values())));
    events.add(
        new JobEvent(
            job.id().toString(),
            job.tenant(),
            job.sequence(),
            now,
            type,
            job.state(),
            step == null ? null : step.place().name(),
            step == null ? null : step.eventPart(),
            job.progress(),
            message,
            step == null ? null : step.lease().owner(),
            reused));
  }

  Collection<StepWrite> writes() {
    return writes.values();
  }

  public List<JobEvent> events() {
    return events;
  }

  boolean ended() {
    return ended;
  }

  Collection<UUID> removed() {
    return removed;
  }

  boolean changed() {
    return !writes.isEmpty() || !removed.isEmpty() || !events.isEmpty();
  }

  public List<Ticket> tickets() {
    return tickets;
  }

  public List<StepRevoked> revoked() {
    return revoked;
  }
}
