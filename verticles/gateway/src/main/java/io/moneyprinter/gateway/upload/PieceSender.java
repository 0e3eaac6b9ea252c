package io.moneyprinter.gateway.upload;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * Sends a stream in pieces, one after the other: the stream waits while one is on its way, so that
 * no more than two pieces are in memory. Of one event loop.
 */
final class PieceSender {
  /** Bytes. */
  private static final int PIECE = 256 << 10;

  /** Takes a piece. */
  @FunctionalInterface
  interface Target {
    /**
     * @param at how many bytes come before it
     * @return how many bytes are there afterwards
     */
    Future<Long> take(long at, Buffer piece);
  }

  private final ReadStream<Buffer> stream;
  private final Target target;
  private final Promise<Long> done = Promise.promise();
  private Buffer gathered = Buffer.buffer();
  private long at;
  private boolean sending;
  private boolean ended;

  PieceSender(ReadStream<Buffer> stream, Target target) {
    this.stream = stream;
    this.target = target;
  }

  /**
   * Sends all.
   *
   * @param from how many bytes come before the stream
   * @return how many bytes are there in the end
   */
  Future<Long> send(long from) {
    at = from;
    stream.handler(this::gather);
    stream.exceptionHandler(this::fail);
    stream.endHandler(
        end -> {
          ended = true;
          next();
        });
    stream.resume();
    return done.future();
  }

  private void gather(Buffer bytes) {
    gathered.appendBuffer(bytes);
    if (gathered.length() >= PIECE) {
      stream.pause();
      next();
    }
  }

  private void next() {
    if (sending || done.future().isComplete()) {
      return;
    }
    if (gathered.length() == 0) {
      if (ended) {
        done.tryComplete(at);
      }
      return;
    }
    sending = true;
    Buffer piece = gathered;
    gathered = Buffer.buffer();
    target
        .take(at, piece)
        .onFailure(this::fail)
        .onSuccess(
            size -> {
              at = size;
              sending = false;
              if (!ended) {
                stream.resume();
              }
              if (ended || gathered.length() >= PIECE) {
                next();
              }
            });
  }

  private void fail(Throwable cause) {
    if (done.tryFail(cause) && !ended) {
      stream.handler(bytes -> {});
      stream.resume(); // what comes yet is of no use, but has to be read for the answer to get out
    }
  }
}
