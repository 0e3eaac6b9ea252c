package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets money aside and frees it again, under the caps. All of it within the caller's transaction,
 * which has to be rolled back when it fails. Locks are taken in one order: the job, its account,
 * the month, the day.
 */
final class Reservations {
  private final AccountStore accounts = new AccountStore();
  private final HoldStore holds = new HoldStore();
  private final SpendingStore spending = new SpendingStore();
  private final CapCheck caps;

  Reservations(CapCheck caps) {
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
}
