package io.moneyprinter.platform.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.AllowCall;
import io.moneyprinter.codecs.orchestration.BookCall;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of work that was asked for directly and belongs to no job: nothing is kept, and what
 * they cost is booked to the caller's tenant. Where nobody keeps books, as on a node of a few roles
 * for one command, calls are made all the same.
 */
final class DirectCalls implements ExternalCalls {
  private static final Logger LOG = LoggerFactory.getLogger(DirectCalls.class);

  /** How long booking is tried, in two parts of equal length. */
  private static final int PATIENCE_SECONDS = 30;

  private final Vertx vertx;
  private final String purpose;
  private final CallContext caller;

  /**
   * @param purpose address of the task
   */
  DirectCalls(Vertx vertx, String purpose, CallContext caller) {
    this.vertx = vertx;
    this.purpose = purpose;
    // Without a deadline: an answer that came late was paid all the same.
    this.caller = new CallContext(caller.correlationId(), caller.tenant(), caller.subject(), null);
  }

  @Override
  public <T extends Record> Future<T> once(
      String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask) {
    CallKey key;
    try {
      key = CallKey.of(provider, input);
    } catch (JsonProcessingException e) {
      return Future.failedFuture(e);
    }
    return allowed(provider, key.characters())
        .compose(books -> ask.get().compose(answer -> booked(provider, answer, books)));
  }

  /**
   * Whether somebody keeps books. Fails with {@code QUOTA} where a cap is in the way. What a step
   * of a job asks for on its way is covered by what is set aside for that job.
   */
  private Future<Boolean> allowed(String provider, int characters) {
    boolean covered = caller.subject().equals(CallContext.SYSTEM);
    return CostMessages.ALLOW_CALL
        .ask(vertx.eventBus(), new AllowCall(provider, characters), caller)
        .map(true)
        .recover(
            cause -> {
              if (CostCaps.refused(cause)) {
                return covered ? Future.succeededFuture(true) : Future.failedFuture(cause);
              }
              LOG.warn("{} is asked without leave to spend: {}", provider, cause.getMessage());
              return Future.succeededFuture(false);
            });
  }

  /**
   * @param books whether somebody keeps them
   */
  private <T extends Record> Future<T> booked(String provider, Answer<T> answer, boolean books) {
    List<Cost> costs = answer.costs();
    if (costs.isEmpty()) {
      return Future.succeededFuture(answer.value());
    }
    BookCall booking = new BookCall(UUID.randomUUID().toString(), purpose, costs);
    Supplier<Future<T>> once =
        () ->
            CostMessages.BOOK_CALL
                .ask(vertx.eventBus(), booking, caller)
                .map(done -> answer.value());
    Future<T> done =
        books
            ? new Patience(vertx, PATIENCE_SECONDS, PATIENCE_SECONDS, () -> false, true).ask(once)
            : once.get();
    return done.recover(
        cause -> {
          LOG.warn(
              "A call of {} for {} is in no books: {} ({})",
              provider,
              purpose,
              costs,
              cause.getMessage());
          return Future.succeededFuture(answer.value());
        });
  }
}
