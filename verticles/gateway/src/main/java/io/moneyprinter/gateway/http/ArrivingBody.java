package io.moneyprinter.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/**
 * A body, or a part of one, that is read some time after its request came. A caller who left before
 * that is told of to whoever begins to read; the request itself tells it only once, when it
 * happens, and who began later would wait for ever. On the event loop of the request.
 */
public final class ArrivingBody implements ReadStream<Buffer> {
  private final HttpServerRequest request;
  private final ReadStream<Buffer> bytes;

  private ArrivingBody(HttpServerRequest request, ReadStream<Buffer> bytes) {
    this.request = request;
    this.bytes = bytes;
  }

  /** The whole body. */
  public static ArrivingBody of(HttpServerRequest request) {
    return new ArrivingBody(request, request);
  }

  /** A file of a form. */
  public static ArrivingBody of(HttpServerRequest request, ReadStream<Buffer> file) {
    return new ArrivingBody(request, file);
  }

  @Override
  public ArrivingBody exceptionHandler(Handler<Throwable> handler) {
    bytes.exceptionHandler(handler);
    if (handler != null && request.response().closed()) {
      handler.handle(new HttpClosedException("The caller left before the body was read"));
    }
    return this;
  }

  @Override
  public ArrivingBody handler(Handler<Buffer> handler) {
    bytes.handler(handler);
    return this;
  }

  @Override
  public ArrivingBody pause() {
    bytes.pause();
    return this;
  }

  @Override
  public ArrivingBody resume() {
    bytes.resume();
    return this;
  }

  @Override
  public ArrivingBody fetch(long amount) {
    bytes.fetch(amount);
    return this;
  }

  @Override
  public ArrivingBody endHandler(Handler<Void> handler) {
    bytes.endHandler(handler);
    return this;
  }
}
