package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.AllowCall;
import io.moneyprinter.codecs.orchestration.AllowedCall;
import io.moneyprinter.codecs.orchestration.BookCall;
import io.moneyprinter.codecs.orchestration.BookedCall;
import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.orchestration.state.Ids;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The money side of calls that belong to no job. Nothing is set aside for them: those that are made
 * at the same time may together cross a cap by what they cost, and the next one is refused.
 */
public final class DirectBooks {
  private final Pool pool;
  private final CallBooks expectations;
  private final EntryStore entries = new EntryStore();
  private final SpendingStore spending = new SpendingStore();
  private final Prices prices;
  private final CapCheck caps;
  private final CostMeters meters;
  private final Clock clock;

  DirectBooks(
      Pool pool,
      CallBooks expectations,
      Prices prices,
      CapCheck caps,
      CostMeters meters,
      Clock clock) {
    this.pool = pool;
    this.expectations = expectations;
    this.prices = prices;
    this.caps = caps;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Whether the caller's tenant may spend what the call is expected to cost; else {@code QUOTA}.
   */
  public Future<AllowedCall> allow(AllowCall call) {
    long expected = expectations.expected(call.provider(), call.characters());
    if (expected == 0) {
      return Future.succeededFuture(new AllowedCall(0));
    }
    String tenant = CallContext.currentOrSystem().tenant();
    return spending
        .read(pool, tenant, LocalDate.now(clock))
        .compose(
            sums ->
                caps.tenant(tenant, sums.plus(expected))
                    .<Future<AllowedCall>>map(Future::failedFuture)
                    .orElseGet(() -> Future.succeededFuture(new AllowedCall(expected))));
  }

  /** Books what a call cost, once however often it is handed in. */
  public Future<BookedCall> book(BookCall call) {
    UUID callId =
        Ids.read(call.callId())
            .orElseThrow(() -> ServiceFailure.invalid("/callId", "must be a UUID"));
    Account account =
        new Account(
            null,
            CallContext.currentOrSystem().tenant(),
            LocalDate.now(clock),
            null,
            0,
            0,
            0,
            false);
    List<Posting> postings = new ArrayList<>();
    for (int line = 0; line < call.costs().size(); line++) {
      postings.add(
          new Posting(
              CostEntry.Kind.CALL,
              call.purpose(),
              0,
              prices.of(call.costs().get(line)),
              callId,
              line));
    }
    return pool.withTransaction(connection -> book(connection, account, postings))
        .map(
            lines -> {
              meters.count(lines);
              return new BookedCall(lines);
            });
  }

  private Future<List<CostLine>> book(
      SqlConnection connection, Account account, List<Posting> postings) {
    return entries
        .add(connection, account, prices.version(), postings)
        .compose(
            made -> {
              long amount = made.stream().mapToLong(CostLine::microUsd).sum();
              return amount == 0
                  ? Future.succeededFuture(made)
                  : spending.add(connection, account.tenant(), account.day(), 0, amount).map(made);
            });
  }
}
