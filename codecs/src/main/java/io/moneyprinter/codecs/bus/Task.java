package io.moneyprinter.codecs.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.util.Objects;

/**
 * Work that a workflow step may consist of: it takes a while, may be repeated after a crash, and so
 * has to give the same result for the same request. It is carried out through the task queue, and
 * may also be asked for directly (a voice preview, a poster).
 *
 * @param resource what it occupies while it runs; nodes bound how much of each runs at once
 */
public record Task<Q extends Record, R extends Record>(
    String address,
    Class<Q> requestType,
    Class<R> replyType,
    Duration timeLimit,
    ResourceClass resource)
    implements Call<Q, R> {
  public Task {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(requestType, "requestType");
    Objects.requireNonNull(replyType, "replyType");
    Objects.requireNonNull(timeLimit, "timeLimit");
    Objects.requireNonNull(resource, "resource");
  }

  /** The queue that tickets for this task wait in: only nodes that serve it take from there. */
  public String queue() {
    return service() + "." + resource.queueName();
  }

  /** Asks for the work directly, without durability. See {@link Endpoint#ask}. */
  public Future<R> ask(EventBus bus, Q request) {
    return BusCalls.ask(bus, this, request, CallContext.currentOrSystem(), false);
  }

  /** Asks in the name of {@code caller}. */
  public Future<R> ask(EventBus bus, Q request, CallContext caller) {
    return BusCalls.ask(bus, this, request, caller, false);
  }
}
