package io.moneyprinter.platform.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.KeepCall;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of a step under a lease: answers are kept by the orchestration service, which books
 * what they cost in the same transaction. Safe to use from any thread.
 */
final class KeptCalls implements ExternalCalls {
  private static final Logger LOG = LoggerFactory.getLogger(KeptCalls.class);

  private final CallClient client;
  private final String stepId;
  private final BooleanSupplier stopped;
  private final Map<CallKey, Future<String>> underWay = new ConcurrentHashMap<>();

  /**
   * @param stopped whether nobody wants the step from here any more: no further call is made
   */
  KeptCalls(Vertx vertx, String stepId, StepClaim claim, BooleanSupplier stopped) {
    this.client = new CallClient(vertx, stepId, claim, stopped);
    this.stepId = stepId;
    this.stopped = stopped;
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
    Promise<String> mine = Promise.promise();
    Future<String> other = underWay.putIfAbsent(key, mine.future());
    if (other == null) {
      obtain(key, type, ask).onComplete(mine);
      mine.future().onComplete(done -> underWay.remove(key, mine.future()));
    }
    return (other == null ? mine.future() : other)
        .compose(
            json -> {
              try {
                return Future.succeededFuture(RecordJson.wire().readValue(json, type));
              } catch (JsonProcessingException e) {
                return Future.failedFuture(e);
              }
            });
  }

  private <T extends Record> Future<String> obtain(
      CallKey key, Class<T> type, Supplier<Future<Answer<T>>> ask) {
    String callId = UUID.randomUUID().toString();
    return client
        .recall(key, callId)
        .compose(
            known -> {
              if (known.answer() != null && reads(known.answer(), type)) {
                return Future.succeededFuture(known.answer());
              }
              if (!known.held() || stopped.getAsBoolean()) {
                client.drop(callId);
                return Future.failedFuture(gone());
              }
              return made(ask)
                  .onFailure(cause -> client.drop(callId))
                  .compose(answer -> keep(key, callId, answer, known.answer() != null));
            });
  }

  /** An answer that an older version kept may not fit this one: then the call is made again. */
  private boolean reads(String answer, Class<?> type) {
    try {
      RecordJson.wire().readValue(answer, type);
      return true;
    } catch (JsonProcessingException e) {
      LOG.warn(
          "A kept answer of step {} does not read as {}: {}",
          stepId,
          type.getSimpleName(),
          e.getOriginalMessage());
      return false;
    }
  }

  private static <T extends Record> Future<Answer<T>> made(Supplier<Future<Answer<T>>> ask) {
    try {
      return ask.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private <T extends Record> Future<String> keep(
      CallKey key, String callId, Answer<T> answer, boolean instead) {
    String json;
    try {
      json = RecordJson.wire().writeValueAsString(answer.value());
    } catch (JsonProcessingException e) {
      return book(key, callId, null, answer.costs(), false)
          .compose(booked -> Future.failedFuture(e));
    }
    int size = json.getBytes(StandardCharsets.UTF_8).length;
    if (size > KeepCall.MAX_ANSWER_BYTES) {
      return book(key, callId, null, answer.costs(), false)
          .compose(booked -> Future.failedFuture(tooLarge(key.provider(), size)));
    }
    return book(key, callId, json, answer.costs(), instead);
  }

  private Future<String> book(
      CallKey key, String callId, String json, List<Cost> costs, boolean instead) {
    return client
        .keep(key, callId, json, costs, instead)
        .compose(
            done ->
                done.held()
                    ? Future.succeededFuture(done.answer() == null ? json : done.answer())
                    : Future.failedFuture(gone()));
  }

  private static ServiceFailure gone() {
    return new ServiceFailure(FailureCode.CANCELLED, "The step is not this node's any more");
  }

  private static ServiceFailure tooLarge(String provider, int size) {
    return new ServiceFailure(
        FailureCode.MALFORMED_MESSAGE,
        "The answer of "
            + provider
            + " has "
            + size
            + " bytes and cannot be kept; at most "
            + KeepCall.MAX_ANSWER_BYTES
            + " are: ask for less at once");
  }
}
