package io.moneyprinter.storage.remote;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What a service answered, whatever its status. */
public record RemoteAnswer(int status, MultiMap headers, Buffer body) {
  public boolean ok() {
    return status / 100 == 2;
  }
}
