package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.orchestration.JobEvent;

/** Where a feed writes to: one stream of a browser, or one subscription of a socket. */
interface EventSink {
  /** Whether the reader is behind, so that more would only pile up. */
  boolean full();

  void event(JobEvent event);

  /** The job has ended and everything about it was written. */
  void ended();

  /** Nothing happened for a while; shows the reader, and what stands between, that we live. */
  default void heartbeat() {}

  /** The node goes down; the reader should come back to another. */
  default void leaving() {}
}
