package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets money aside, books it and gives it back. All of it within the caller's transaction, which
 * has to be rolled back when it fails. Locks are taken in one order: the job, its account, the
 * month, the day.
 */
final class Ledger {
  private final AccountStore accounts = new AccountStore();
  private final HoldStore holds = new HoldStore();
  private final EntryStore entries = new EntryStore();
  private final SpendingStore spending = new SpendingStore();
  private final Prices prices;
  private final CapCheck caps;

  Ledger(Prices prices, CapCheck caps) {
    this.prices = prices;
    this.caps = caps;
  }

  /**
   * Opens the account of a new job; {@code QUOTA} when a cap is in the way.
   *
   * @param estimate what the estimate is made of, as JSON
   */
  Future<Void> open(SqlConnection connection, Account account, String estimate) {
    return caps.job(account, account.estimated())
        .<Future<Void>>map(Future::failedFuture)
        .orElseGet(
            () ->
                accounts
                    .open(connection, account, estimate)
                    .compose(opened -> setAside(connection, account, account.reserved())));
  }

  /**
   * Gives a call leave to spend; {@code QUOTA} when that would cross a cap.
   *
   * @param expected what it is expected to cost
   */
  Future<Void> authorize(
      SqlConnection connection, UUID jobId, UUID stepId, long token, UUID callId, long expected) {
    return accounts
        .lock(connection, jobId)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : holds
                        .dropBefore(connection, stepId, token)
                        .compose(dropped -> holds.sum(connection, jobId))
                        .compose(held -> allow(connection, found.get(), held + expected))
                        .compose(
                            free ->
                                holds.hold(connection, callId, jobId, stepId, token, expected)));
  }

  private Future<Void> allow(SqlConnection connection, Account account, long needed) {
    Optional<ServiceFailure> refusal = caps.job(account, account.settled() + needed);
    if (refusal.isPresent()) {
      return Future.failedFuture(refusal.get());
    }
    long more = needed - account.reserved();
    if (more <= 0) {
      return Future.succeededFuture();
    }
    return setAside(connection, account, more)
        .compose(free -> accounts.save(connection, account.reserving(more)));
  }

  private Future<Void> setAside(SqlConnection connection, Account account, long amount) {
    if (amount == 0) {
      return Future.succeededFuture();
    }
    return spending
        .add(connection, account.tenant(), account.day(), amount, 0)
        .compose(
            sums ->
                caps.tenant(account.tenant(), sums)
                    .<Future<Void>>map(Future::failedFuture)
                    .orElseGet(Future::succeededFuture));
  }

  /** A call that had leave did not come about. */
  Future<Void> drop(SqlConnection connection, UUID jobId, UUID callId) {
    return accounts.lock(connection, jobId).compose(locked -> holds.drop(connection, callId));
  }

  /**
   * Books entries; calls that were booked before are passed over. Nothing is refused: it is spent.
   *
   * @param callId of the call; {@code null} for what is no call
   */
  Future<List<CostLine>> book(
      SqlConnection connection, UUID jobId, UUID callId, List<Posting> postings) {
    return accounts
        .lock(connection, jobId)
        .compose(
            found -> {
              Account account =
                  found.orElseThrow(
                      () -> ServiceFailure.notFound("Job " + jobId + " has no account"));
              Future<Void> freed =
                  callId == null ? Future.succeededFuture() : holds.drop(connection, callId);
              return freed
                  .compose(free -> entries.add(connection, account, prices.version(), postings))
                  .compose(made -> settle(connection, account, made).map(made));
            });
  }

  private Future<Void> settle(SqlConnection connection, Account account, List<CostLine> made) {
    long amount = made.stream().mapToLong(CostLine::microUsd).sum();
    if (amount == 0) {
      return Future.succeededFuture();
    }
    return holds
        .sum(connection, account.jobId())
        .compose(
            held -> {
              Account after = account.booked(amount, held);
              return accounts
                  .save(connection, after)
                  .compose(
                      saved ->
                          spending.add(
                              connection,
                              account.tenant(),
                              account.day(),
                              after.reserved() - account.reserved(),
                              amount));
            })
        .mapEmpty();
  }

  /** The job is at an end: nothing is set aside any more. */
  Future<Void> close(SqlConnection connection, UUID jobId) {
    return accounts
        .lock(connection, jobId)
        .compose(
            found ->
                found.filter(Account::open).isEmpty()
                    ? Future.succeededFuture()
                    : holds
                        .dropAll(connection, jobId)
                        .compose(dropped -> accounts.save(connection, found.get().closed()))
                        .compose(saved -> free(connection, found.get())));
  }

  private Future<Void> free(SqlConnection connection, Account account) {
    return account.reserved() == 0
        ? Future.succeededFuture()
        : spending
            .add(connection, account.tenant(), account.day(), -account.reserved(), 0)
            .mapEmpty();
  }

  /** A job that was at an end goes on; {@code QUOTA} when a cap is in the way. */
  Future<Void> reopen(SqlConnection connection, UUID jobId, LocalDate today) {
    return accounts
        .lock(connection, jobId)
        .compose(
            found -> {
              if (found.isEmpty() || found.get().open()) {
                return Future.succeededFuture();
              }
              Account open = found.get().reopened(today);
              return caps.job(open, open.settled() + open.reserved())
                  .<Future<Void>>map(Future::failedFuture)
                  .orElseGet(
                      () ->
                          accounts
                              .save(connection, open)
                              .compose(saved -> setAside(connection, open, open.reserved())));
            });
  }

  /** What was undone of own machines' work is given back; what others were paid is not. */
  Future<Void> refund(SqlConnection connection, UUID jobId, String step, int part) {
    return accounts
        .lock(connection, jobId)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : entries
                        .refund(connection, jobId, step, part)
                        .compose(refunds -> giveBack(connection, found.get(), refunds)));
  }

  private Future<Void> giveBack(
      SqlConnection connection, Account account, List<EntryStore.Refund> refunds) {
    Future<Void> done = Future.succeededFuture();
    long sum = 0;
    for (EntryStore.Refund each : refunds) {
      sum += each.amount();
      done =
          done.compose(
                  before ->
                      spending.add(connection, account.tenant(), each.day(), 0, -each.amount()))
              .mapEmpty();
    }
    Account after = account.refunded(sum);
    return sum == 0 ? done : done.compose(given -> accounts.save(connection, after));
  }
}
