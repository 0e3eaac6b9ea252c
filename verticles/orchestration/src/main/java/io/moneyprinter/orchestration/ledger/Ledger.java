package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/**
 * Makes entries and gives back. All of it within the caller's transaction; locks are taken in the
 * order of {@link Reservations}.
 */
final class Ledger {
  private final AccountStore accounts = new AccountStore();
  private final HoldStore holds = new HoldStore();
  private final EntryStore entries = new EntryStore();
  private final SpendingStore spending = new SpendingStore();
  private final Prices prices;

  Ledger(Prices prices) {
    this.prices = prices;
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
