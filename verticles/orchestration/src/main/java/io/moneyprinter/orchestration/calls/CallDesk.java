package io.moneyprinter.orchestration.calls;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.DropCall;
import io.moneyprinter.codecs.orchestration.KeepCall;
import io.moneyprinter.codecs.orchestration.KeptCall;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.codecs.orchestration.RecallCall;
import io.moneyprinter.codecs.orchestration.RecalledCall;
import io.moneyprinter.orchestration.ledger.CallBooks;
import io.moneyprinter.orchestration.state.Ids;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stands between the steps and the providers they pay: hands out kept answers, gives leave to
 * spend, and keeps an answer together with what it cost.
 */
public final class CallDesk {
  private final Pool pool;
  private final CallStore store = new CallStore();
  private final CallBooks books;

  public CallDesk(Pool pool, CallBooks books) {
    this.pool = pool;
    this.books = books;
  }

  /** The kept answer, or leave to make the call; {@code QUOTA} when that would cross a cap. */
  public Future<RecalledCall> recall(RecallCall call) {
    UUID stepId = id(call.stepId());
    return store
        .recall(pool, stepId, call.provider(), call.inputHash())
        .compose(
            found -> {
              boolean held = found.map(caller -> caller.heldUnder(call.token())).orElse(false);
              String answer = found.map(CallStore.Caller::answer).orElse(null);
              long expected = books.expected(call.provider(), call.characters());
              return !held || answer != null || expected == 0
                  ? Future.succeededFuture(new RecalledCall(held, answer))
                  : authorize(found.get().jobId(), stepId, call, expected);
            });
  }

  private Future<RecalledCall> authorize(UUID jobId, UUID stepId, RecallCall call, long expected) {
    return pool.withTransaction(
            connection ->
                books.authorize(
                    connection, jobId, stepId, call.token(), id(call.callId()), expected))
        .map(new RecalledCall(true, null));
  }

  /** One kept call and what its costs newly brought into the books. */
  private record Kept(KeptCall call, List<CostLine> booked) {}

  /** Keeps an answer and books its costs, both or neither. */
  public Future<KeptCall> keep(KeepCall call) {
    if (call.answer() != null
        && call.answer().getBytes(StandardCharsets.UTF_8).length > KeepCall.MAX_ANSWER_BYTES) {
      throw new ServiceFailure(
          FailureCode.MALFORMED_MESSAGE,
          "An answer of more than " + KeepCall.MAX_ANSWER_BYTES + " bytes is not kept");
    }
    UUID stepId = id(call.stepId());
    UUID callId = id(call.callId());
    return pool.withTransaction(
            connection ->
                store
                    .recall(connection, stepId, call.provider(), call.inputHash())
                    .map(found -> found.orElseThrow(() -> unknown(call.stepId())))
                    .compose(caller -> keep(connection, caller, call, callId)))
        .map(
            kept -> {
              books.count(kept.booked());
              return kept.call();
            });
  }

  private Future<Kept> keep(
      SqlConnection connection, CallStore.Caller caller, KeepCall call, UUID callId) {
    Future<Optional<String>> first =
        call.answer() == null
            ? Future.succeededFuture(Optional.empty())
            : store.keep(connection, caller, call, callId);
    return first.compose(
        other ->
            books
                .book(
                    connection, caller.jobId(), caller.step(), caller.part(), callId, call.costs())
                .map(
                    booked ->
                        new Kept(
                            new KeptCall(caller.heldUnder(call.token()), other.orElse(null)),
                            booked)));
  }

  /** A call that had leave did not come about. */
  public Future<LeaseState> drop(DropCall call) {
    return store
        .recall(pool, id(call.stepId()), "", "")
        .compose(
            found ->
                found
                    .map(caller -> drop(caller, call))
                    .orElseGet(() -> Future.succeededFuture(new LeaseState(false))));
  }

  private Future<LeaseState> drop(CallStore.Caller caller, DropCall call) {
    return pool.withTransaction(
            connection -> books.drop(connection, caller.jobId(), id(call.callId())))
        .map(new LeaseState(caller.heldUnder(call.token())));
  }

  private static UUID id(String text) {
    return Ids.read(text).orElseThrow(() -> unknown(text));
  }

  private static ServiceFailure unknown(String id) {
    return ServiceFailure.notFound("There is no step or call " + id);
  }
}
