package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.StepRevoked;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
  private final StepRows rows;
  private final List<JobEvent> events = new ArrayList<>();
  private final Standing.Estimate estimate;
  private final TicketList tickets;
  private final List<StepRevoked> revoked = new ArrayList<>();
  private JobRow job;
  private boolean ended;

  JobChange(
      SqlConnection connection,
      Instant now,
      Function<String, String> queueOf,
      Standing.Estimate estimate,
      JobRow job,
      StepRows rows) {
    this.connection = connection;
    this.now = now;
    this.tickets = new TicketList(queueOf);
    this.estimate = estimate;
    this.job = job;
    this.rows = rows;
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
    return rows.all();
  }

  /** Null when the job has no step of that id, or no longer. */
  public StepRow step(UUID id) {
    return rows.byId(id);
  }

  /** Whether all parts of a step are known and done, or it was passed over. */
  public boolean isDone(String name) {
    return rows.all().stream()
        .filter(step -> step.place().name().equals(name))
        .allMatch(step -> step.state().settled());
  }

  public void put(StepRow changed) {
    put(changed, null, null);
  }

  /**
   * Keeps a result together with the state it brings. Whoever else works on the part is told to
   * stop.
   *
   * @param measured whether the time it took says something about the next one
   */
  public void done(StepRow changed, String result, boolean measured) {
    copies().drop(changed);
    put(changed.done(now, measured), null, result);
  }

  void put(StepRow changed, String request, String result) {
    rows.write(new StepWrite(changed, request, result, false));
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

  /** The second copies of parts. */
  public StepCopies copies() {
    return new StepCopies(this, rows);
  }

  /** What is made ready to be claimed. */
  public Handout handout() {
    return new Handout(this, tickets);
  }

  /** What is done to all of the job's steps at once. */
  public AllSteps all() {
    return new AllSteps(this);
  }

  void anew(StepRow step) {
    rows.anew(step);
  }

  /** The result that a part gets by this change; empty when it gets none. */
  public Optional<String> newResult(String name, int part) {
    return rows.newResult(name, part);
  }

  /** Tells whoever works on a part to stop. */
  public void revoke(StepRow running) {
    revoked.add(new StepRevoked(running.id().toString(), running.lease().token()));
  }

  /** How far the job is by what its steps are now, which may be less than it was told to be. */
  public Standing standing() {
    return estimate.of(this);
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
    Standing standing = standing();
    double reached = Math.max(job.progress(), standing.progress());
    job = job.told(job.sequence() + 1, reached, standing.secondsLeft());
    events.add(JobEvents.of(job, now, type, step, message, reused));
  }

  /** The rows that this change writes, as they are then. */
  public List<StepRow> written() {
    return rows.writes().stream().map(StepWrite::row).toList();
  }

  Collection<StepWrite> writes() {
    return rows.writes();
  }

  public List<JobEvent> events() {
    return events;
  }

  boolean ended() {
    return ended;
  }

  Collection<UUID> removed() {
    return rows.removed();
  }

  boolean changed() {
    return rows.changed() || !events.isEmpty();
  }

  public List<Ticket> tickets() {
    return tickets.all();
  }

  public List<StepRevoked> revoked() {
    return revoked;
  }
}
