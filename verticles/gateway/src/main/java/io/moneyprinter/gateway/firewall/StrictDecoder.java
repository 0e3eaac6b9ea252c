package io.moneyprinter.gateway.firewall;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Refuses what has both a Content-Length and a Transfer-Encoding. Netty, as it comes, drops the
 * length and reads on; a proxy before us may have believed it, and would then take the rest of the
 * body for a request of somebody else (RFC 9112 §6.3 and §11.2).
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
  StrictDecoder(HttpServerOptions options) {
    super(options);
  }

  /** Bytes that came and are no whole head yet. */
  int waiting() {
    return actualReadableBytes();
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Both Content-Length and Transfer-Encoding");
  }
}
