package io.moneyprinter.gateway.bridge;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.JsonBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that may be asked over the bridge.
 *
 * @param address what clients send to
 * @param scope what the caller must hold
 * @param shown what clients see of the reply
 */
public record BridgeCall<Q extends Record, R extends Record>(
    String address, Endpoint<Q, R> endpoint, Scope scope, Function<R, ? extends Record> shown) {
  /** Asks in the name of the caller; a body that does not fit fails with {@code INVALID}. */
  Future<Record> ask(EventBus bus, Buffer body, CallContext caller) {
    Q request = new JsonBody<>(endpoint.requestType(), Map.of()).read(body);
    return endpoint.ask(bus, request, caller).map(shown::apply);
  }
}
