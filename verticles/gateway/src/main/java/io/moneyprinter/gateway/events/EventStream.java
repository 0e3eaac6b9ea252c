package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.http.HttpServerResponse;

/** Writes a feed as server-sent events: the type is the event's name, its sequence the id. */
final class EventStream implements EventSink {
  private static final String COME_BACK_MILLIS = "retry: 2000\n\n";

  private final HttpServerResponse response;

  EventStream(HttpServerResponse response) {
    this.response = response;
    response.write(COME_BACK_MILLIS); // also sends the head, so that the reader knows it is in
  }

  @Override
  public boolean full() {
    return response.writeQueueFull();
  }

  @Override
  public void event(JobEvent event) {
    response.write(
        "id: %d\nevent: %s\ndata: %s\n\n"
            .formatted(event.sequence(), event.type(), Json.line(event)));
  }

  @Override
  public void ended() {
    response.end();
  }

  @Override
  public void heartbeat() {
    response.write(": alive\n\n");
  }

  @Override
  public void leaving() {
    response.end(": the node is stopping, come back\n\n");
  }
}
