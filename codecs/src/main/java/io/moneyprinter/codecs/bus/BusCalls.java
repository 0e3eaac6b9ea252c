package io.moneyprinter.codecs.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.function.Function;

/** The one way a typed call goes over the event bus and back. */
final class BusCalls {
  private BusCalls() {}

  static <Q extends Record, R extends Record> Future<R> ask(
      EventBus bus, Call<Q, R> call, Q request, CallContext caller, boolean here) {
    CallContext bounded = caller.within(call.timeLimit());
    Duration left = bounded.remaining(call.timeLimit());
    if (left.isZero()) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.TIMEOUT, "No time was left to ask " + call.address() + " for an answer"));
    }
    DeliveryOptions options =
        new DeliveryOptions().setSendTimeout(Math.max(1, left.toMillis())).setLocalOnly(here);
    bounded.writeTo(headersOf(options));
    return GuardPlace.guarded(call.address(), () -> nearest(bus, call.address(), request, options))
        .map(reply -> call.replyType().cast(reply.body()))
        .recover(cause -> Future.failedFuture(ServiceFailure.fromBus(call.address(), cause)));
  }

  /**
   * Asks the own node where it serves the address, and the cluster where it does not: a request to
   * a node that is killed is only known to be lost when its time is up, and one that stays in the
   * process cannot outlive its asker.
   */
  private static Future<Message<Object>> nearest(
      EventBus bus, String address, Record request, DeliveryOptions options) {
    return bus.<Object>request(address, request, new DeliveryOptions(options).setLocalOnly(true))
        .recover(
            cause ->
                cause instanceof ReplyException reply
                        && reply.failureType() == ReplyFailure.NO_HANDLERS
                    ? bus.request(address, request, options)
                    : Future.failedFuture(cause));
  }

  private static io.vertx.core.MultiMap headersOf(DeliveryOptions options) {
    if (options.getHeaders() == null) {
      options.setHeaders(io.vertx.core.MultiMap.caseInsensitiveMultiMap());
    }
    return options.getHeaders();
  }

  static <Q extends Record, R extends Record> MessageConsumer<Object> serve(
      EventBus bus, Call<Q, R> call, Function<Q, Future<R>> service) {
    return bus.consumer(
        call.address(),
        message ->
            answer(call, service, message)
                .onSuccess(message::reply)
                .onFailure(cause -> message.reply(ServiceFailure.from(cause))));
  }

  private static <Q extends Record, R extends Record> Future<R> answer(
      Call<Q, R> call, Function<Q, Future<R>> service, Message<Object> message) {
    if (message.body() instanceof ServiceFailure malformed) {
      return Future.failedFuture(malformed);
    }
    CallContext caller = CallContext.readFrom(message.headers());
    if (caller.expired()) {
      return Future.failedFuture(
          new ServiceFailure(FailureCode.TIMEOUT, call.address() + ": the deadline had passed"));
    }
    caller.enter();
    try {
      return service.apply(call.requestType().cast(message.body()));
    } catch (RuntimeException thrown) {
      return Future.failedFuture(thrown);
    }
  }
}
