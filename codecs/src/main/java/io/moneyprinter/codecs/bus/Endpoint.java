package io.moneyprinter.codecs.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * A typed event-bus address: the request it takes, the reply it gives, and how long a caller waits.
 *
 * @param address {@code service.verb}, the same word as in the documentation
 * @param timeLimit how long a caller waits when its own deadline is not nearer
 */
public record Endpoint<Q extends Record, R extends Record>(
    String address, Class<Q> requestType, Class<R> replyType, Duration timeLimit)
    implements Call<Q, R> {
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  public Endpoint {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(requestType, "requestType");
    Objects.requireNonNull(replyType, "replyType");
    Objects.requireNonNull(timeLimit, "timeLimit");
  }

  public Endpoint(String address, Class<Q> requestType, Class<R> replyType) {
    this(address, requestType, replyType, USUAL_LIMIT);
  }

  /**
   * Asks whoever serves this address. The future fails with a {@link ServiceFailure} only: {@code
   * UNAVAILABLE} when nobody serves it, {@code TIMEOUT} when the answer is late, else the code the
   * service chose. Inherits the {@link CallContext} of the call being handled.
   */
  public Future<R> ask(EventBus bus, Q request) {
    return ask(bus, request, CallContext.currentOrSystem());
  }

  /** Asks in the name of {@code caller}. */
  public Future<R> ask(EventBus bus, Q request, CallContext caller) {
    return BusCalls.ask(bus, this, request, caller, false);
  }

  /**
   * Asks who serves this address on this very node, for what concerns files on its disk. {@code
   * UNAVAILABLE} when nobody here does, whoever else may.
   */
  public Future<R> askHere(EventBus bus, Q request) {
    return askHere(bus, request, CallContext.currentOrSystem());
  }

  /** The same in the name of {@code caller}. */
  public Future<R> askHere(EventBus bus, Q request, CallContext caller) {
    return BusCalls.ask(bus, this, request, caller, true);
  }

  /**
   * Serves this address. A handler that throws or fails answers the caller at once with a {@link
   * ServiceFailure}. Await {@link MessageConsumer#completion()} before relying on it in a cluster.
   */
  public MessageConsumer<Object> serve(EventBus bus, Function<Q, Future<R>> service) {
    return BusCalls.serve(bus, this, service);
  }
}
