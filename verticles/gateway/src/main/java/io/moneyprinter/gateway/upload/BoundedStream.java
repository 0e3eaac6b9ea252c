package io.moneyprinter.gateway.upload;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;

/** Writes on until so many bytes came, then fails with {@link TooLong}. Of one event loop. */
final class BoundedStream implements WriteStream<Buffer> {
  private final WriteStream<Buffer> target;
  private final long most;
  private long count;

  BoundedStream(WriteStream<Buffer> target, long most) {
    this.target = target;
    this.most = most;
  }

  @Override
  public Future<Void> write(Buffer data) {
    count += data.length();
    return count > most ? Future.failedFuture(new TooLong(most)) : target.write(data);
  }

  @Override
  public Future<Void> end() {
    return target.end();
  }

  @Override
  public boolean writeQueueFull() {
    return target.writeQueueFull();
  }

  @Override
  public BoundedStream exceptionHandler(Handler<Throwable> handler) {
    target.exceptionHandler(handler);
    return this;
  }

  @Override
  public BoundedStream setWriteQueueMaxSize(int bytes) {
    target.setWriteQueueMaxSize(bytes);
    return this;
  }

  @Override
  public BoundedStream drainHandler(Handler<Void> handler) {
    target.drainHandler(handler);
    return this;
  }
}
