package io.moneyprinter.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;

/** Where the bytes of an answer come from. */
interface FileBytes {
  /** Writes a stretch as fast as the caller takes it, and leaves the answer open. */
  Future<Void> write(HttpServerResponse response, long from, long length);

  /** Writes a stretch, which is the whole body, and ends the answer. */
  default Future<Void> end(HttpServerResponse response, long from, long length) {
    return write(response, from, length).compose(written -> response.end());
  }
}
