package io.moneyprinter.codecs.bus;

import java.time.Duration;

/**
 * A typed request and its reply under one address: an {@link Endpoint} that is asked directly, or a
 * {@link Task} that may also be carried out as durable work.
 *
 * @param <Q> request
 * @param <R> reply
 */
public sealed interface Call<Q extends Record, R extends Record> permits Endpoint, Task {
  /** Where the request goes: {@code service.verb}. */
  String address();

  Class<Q> requestType();

  Class<R> replyType();

  /** The longest a caller waits for the reply. */
  Duration timeLimit();

  /** The part of the address before the dot: the service that answers. */
  default String service() {
    return address().substring(0, address().indexOf('.'));
  }
}
