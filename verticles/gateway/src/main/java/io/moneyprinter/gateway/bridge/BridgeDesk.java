package io.moneyprinter.gateway.bridge;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what clients send over the bridge: on addresses of this process only, which the cluster
 * does not know, in the name that the gate put into the headers. Of one event loop.
 */
final class BridgeDesk {
  static final String WHO_AM_I = "client.who-am-i";
  static final String TENANT = "tenant";
  static final String SUBJECT = "subject";
  static final String CORRELATION = "correlation-id";

  /** Who the socket belongs to. */
  private record Identity(String tenant, String subject) {}

  private final Vertx vertx;
  private final Map<String, BridgeCall<?, ?>> calls;
  private final List<MessageConsumer<?>> consumers;

  BridgeDesk(Vertx vertx, List<BridgeCall<?, ?>> offered) {
    this.vertx = vertx;
    this.calls =
        offered.stream().collect(Collectors.toMap(BridgeCall::address, Function.identity()));
    this.consumers =
        Stream.concat(
                offered.stream().map(call -> consume(call.address(), m -> ask(call, m))),
                Stream.of(consume(WHO_AM_I, this::identity)))
            .collect(Collectors.toList());
  }

  private MessageConsumer<Object> consume(
      String address, Function<Message<Object>, Future<? extends Record>> answer) {
    return vertx.eventBus().localConsumer(address, message -> reply(message, answer));
  }

  /** What a caller must hold to send to an address; empty where nobody may. */
  Optional<Scope> needed(String address) {
    if (WHO_AM_I.equals(address)) {
      return Optional.of(Scope.PUBLIC);
    }
    return Optional.ofNullable(calls.get(address)).map(BridgeCall::scope);
  }

  private Future<? extends Record> ask(BridgeCall<?, ?> call, Message<Object> message) {
    Buffer body =
        message.body() instanceof JsonObject json ? json.toBuffer() : Buffer.buffer("null");
    return call.ask(vertx.eventBus(), body, caller(message));
  }

  private Future<Record> identity(Message<Object> message) {
    CallContext caller = caller(message);
    return Future.succeededFuture(new Identity(caller.tenant(), caller.subject()));
  }

  private static CallContext caller(Message<Object> message) {
    return new CallContext(
        message.headers().get(CORRELATION),
        message.headers().get(TENANT),
        message.headers().get(SUBJECT),
        null);
  }

  private static void reply(
      Message<Object> message, Function<Message<Object>, Future<? extends Record>> answer) {
    Future<? extends Record> answered;
    try {
      answered = answer.apply(message);
    } catch (RuntimeException refused) {
      answered = Future.failedFuture(refused);
    }
    answered
        .onSuccess(record -> message.reply(new JsonObject(Json.buffer(record))))
        .onFailure(
            cause -> {
              ServiceFailure failure = ServiceFailure.from(cause);
              boolean ours = failure.code() == FailureCode.INTERNAL;
              message.fail(
                  failure.code().httpStatus(),
                  ours ? "The request could not be carried out" : failure.getMessage());
            });
  }

  Future<?> close() {
    return Future.join(consumers.stream().map(MessageConsumer::unregister).toList());
  }
}
