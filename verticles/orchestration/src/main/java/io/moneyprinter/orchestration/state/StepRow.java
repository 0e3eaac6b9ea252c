package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One part of a step as its row has it, request and result left out, and how it goes from state to
 * state.
 *
 * @param parts how many parts the step has; {@code null} while unknown, 0 for a fan-out over
 *     nothing
 * @param bound whether its request is there
 * @param attempt tries begun, those handed back not counted
 * @param progress 0 to 1
 */
public record StepRow(
    UUID id,
    StepPlace place,
    Integer parts,
    boolean bound,
    StepState state,
    int attempt,
    double progress,
    StepLease lease,
    Ticketing ticket,
    Instant startedAt,
    Instant finishedAt,
    Effort effort) {

  /** A part of which nothing is known yet. */
  public static StepRow waiting(UUID id, StepPlace place) {
    return new StepRow(
        id,
        place,
        place.fansOut() ? null : Integer.valueOf(1),
        false,
        StepState.WAITING,
        0,
        0,
        StepLease.NONE,
        Ticketing.NONE,
        null,
        null,
        Effort.UNKNOWN);
  }

  /** Waits for a person; {@code until} when the time for it runs out. */
  StepRow awaiting(Instant now, Instant until) {
    StepLease person = new StepLease(null, lease.token(), null, until);
    return new StepRow(
        id, place, 1, true, StepState.AWAITING, 1, 0, person, Ticketing.NONE, now, null, effort);
  }

  /** Passed over. */
  StepRow skipped(Instant now) {
    return new StepRow(
        id, place, 0, bound, StepState.SKIPPED, 0, 1, lease, Ticketing.NONE, null, now, effort);
  }

  /** Waits for a node without a ticket, because the job is halted. */
  StepRow withoutTicket() {
    return with(lease, new Ticketing(ticket.notBefore(), null, 0), effort);
  }

  /** Waits for a person a little longer. */
  StepRow awaitingLonger(Duration more) {
    return held(new StepLease(null, lease.token(), null, lease.deadline().plus(more)));
  }

  /** As if nothing had ever been known of it; whoever worked on it before has an old token. */
  StepRow anew() {
    return waiting(id, place).held(new StepLease(null, lease.token() + 1, null, null));
  }

  StepRow ready(Integer of, boolean hasRequest, int attempts, Instant notBefore) {
    return new StepRow(
        id,
        place,
        of,
        hasRequest,
        StepState.READY,
        attempts,
        0,
        lease.released(),
        new Ticketing(notBefore, notBefore, 1),
        startedAt,
        null,
        effort);
  }

  public StepRow claimed(String node, Instant now, Duration leaseTime) {
    StepLease taken =
        new StepLease(node, lease.token() + 1, now.plus(leaseTime), now.plus(place.timeout()));
    return with(
        StepState.RUNNING, attempt + 1, 0, taken, startedAt == null ? now : startedAt, null);
  }

  /**
   * Done.
   *
   * @param measured whether the time it took says something about the next one
   */
  StepRow done(Instant now, boolean measured) {
    Double seconds = measured && lease.owner() != null ? secondsUntil(now) : null;
    StepRow done = with(StepState.DONE, attempt, 1, lease.released(), startedAt, now);
    return done.with(done.lease, ticket, effort.took(seconds));
  }

  /** How long the try under way has run by then. */
  private double secondsUntil(Instant now) {
    Instant claimed = lease.deadline().minus(place.timeout());
    return Math.max(0, Duration.between(claimed, now).toNanos() / 1e9);
  }

  /** The same with as much to do as its request asks for. */
  StepRow withWork(double units) {
    return with(lease, ticket, new Effort(units, null));
  }

  /** The same under another lease. */
  StepRow held(StepLease other) {
    return with(other, ticket, effort);
  }

  /** Done without anything to do: a fan-out over an empty list. */
  StepRow doneWithNothing(Instant now) {
    return new StepRow(
        id, place, 0, bound, StepState.DONE, 0, 1, lease, Ticketing.NONE, now, now, effort);
  }

  public StepRow failed(Instant now) {
    return with(StepState.FAILED, attempt, progress, lease.released(), startedAt, now);
  }

  public StepRow cancelled(Instant now) {
    return with(StepState.CANCELLED, attempt, progress, lease.released(), startedAt, now);
  }

  /** As if it had never been tried; for a resumed job. */
  public StepRow afresh() {
    return with(StepState.WAITING, 0, 0, lease.released(), null, null);
  }

  /** The number of the part, for events; {@code null} where there is only one. */
  public Integer eventPart() {
    return place.fansOut() ? Integer.valueOf(place.part()) : null;
  }

  /** What it is called in messages: {@code step music}, {@code part 2 of 3 of step speech}. */
  public String label() {
    String step = "step " + place.name();
    return place.fansOut() ? "part " + (place.part() + 1) + " of " + parts + " of " + step : step;
  }

  /** Whether a result under this token may still be taken: nobody else was given the step since. */
  public boolean awaits(long token) {
    return lease.token() == token && (state == StepState.RUNNING || state == StepState.READY);
  }

  public boolean heldUnder(long token) {
    return lease.token() == token && state == StepState.RUNNING;
  }

  private StepRow with(StepLease holder, Ticketing told, Effort known) {
    return new StepRow(
        id,
        place,
        parts,
        bound,
        state,
        attempt,
        progress,
        holder,
        told,
        startedAt,
        finishedAt,
        known);
  }

  private StepRow with(
      StepState next, int tries, double reached, StepLease holder, Instant began, Instant ended) {
    return new StepRow(
        id, place, parts, bound, next, tries, reached, holder, ticket, began, ended, effort);
  }
}
