package io.moneyprinter.gateway.upload;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A stream of one buffer, which comes when it is asked for. Of one event loop. */
final class OneBuffer implements ReadStream<Buffer> {
  private final Buffer buffer;
  private Handler<Buffer> handler;
  private Handler<Void> end;
  private boolean flowing = true;
  private boolean given;

  OneBuffer(Buffer buffer) {
    this.buffer = buffer;
  }

  @Override
  public OneBuffer exceptionHandler(Handler<Throwable> failed) {
    return this; // it never fails
  }

  @Override
  public OneBuffer handler(Handler<Buffer> taker) {
    handler = taker;
    give();
    return this;
  }

  @Override
  public OneBuffer pause() {
    flowing = false;
    return this;
  }

  @Override
  public OneBuffer resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public OneBuffer fetch(long amount) {
    flowing = true;
    give();
    return this;
  }

  @Override
  public OneBuffer endHandler(Handler<Void> ended) {
    end = ended;
    give();
    return this;
  }

  private void give() {
    if (!given && flowing && handler != null && end != null) {
      given = true;
      handler.handle(buffer);
      end.handle(null);
    }
  }
}
