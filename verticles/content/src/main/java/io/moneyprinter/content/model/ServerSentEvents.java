package io.moneyprinter.content.model;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into the data of server-sent events (WHATWG HTML, section 9.2.6). Names,
 * ids and comments are passed over: no model's server needs them. Not thread-safe.
 */
final class ServerSentEvents {
  private final Consumer<String> events;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private boolean any;
  private boolean afterReturn;

  ServerSentEvents(Consumer<String> events) {
    this.events = events;
  }

  /** Takes the next bytes, wherever they were cut. */
  void feed(Buffer bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      byte next = bytes.getByte(i);
      if (next == '\n' && afterReturn) {
        afterReturn = false;
      } else if (next == '\n' || next == '\r') {
        afterReturn = next == '\r';
        endLine();
      } else {
        afterReturn = false;
        line.write(next);
      }
    }
  }

  /** Ends the stream: servers are lax about the empty line after their last event. */
  void end() {
    endLine();
    dispatch();
  }

  private void endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (text.isEmpty()) {
      dispatch();
    } else if (text.startsWith("data:")) {
      if (any) {
        data.append('\n');
      }
      data.append(text, text.startsWith("data: ") ? 6 : 5, text.length());
      any = true;
    }
  }

  private void dispatch() {
    if (any) {
      String event = data.toString();
      data.setLength(0);
      any = false;
      events.accept(event);
    }
  }
}
