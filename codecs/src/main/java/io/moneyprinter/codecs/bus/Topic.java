package io.moneyprinter.codecs.bus;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A typed event that any number of listeners may hear. Delivery is at most once: a listener that
 * must not miss anything reads the store behind the event.
 */
public record Topic<E extends Record>(String address, Class<E> type) {
  private static final Logger LOG = LoggerFactory.getLogger(Topic.class);

  public Topic {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(type, "type");
  }

  /**
   * Tells all who subscribed, on all nodes, in the name of whoever makes the call being handled.
   * Nobody confirms it: what has to arrive goes through an outbox.
   */
  public void publish(EventBus bus, E event) {
    DeliveryOptions options = new DeliveryOptions().setHeaders(MultiMap.caseInsensitiveMultiMap());
    CallContext.currentOrSystem().writeTo(options.getHeaders());
    bus.publish(address, event, options);
  }

  /** Hears this topic until unregistered. What does not decode is logged and passed over. */
  public MessageConsumer<Object> subscribe(EventBus bus, Consumer<E> listener) {
    return bus.consumer(
        address,
        message -> {
          if (message.body() instanceof ServiceFailure malformed) {
            LOG.warn("Passed over an event that did not decode: {}", malformed.getMessage());
            return;
          }
          CallContext.readFrom(message.headers()).enter();
          listener.accept(type.cast(message.body()));
        });
  }
}
