package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ReadStretch;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpServerResponse;

/**
 * A file that is encrypted, in a bucket or on another node: read piece by piece while it is sent,
 * one ahead of the caller, and only as much of it as is wanted.
 */
record StoredBytes(EventBus bus, Blob blob) implements FileBytes {
  /** The first is small, so that it is there soon. */
  private static final int FIRST = 128 << 10;

  private static final int PIECE = 1 << 20;

  @Override
  public Future<Void> write(HttpServerResponse response, long from, long length) {
    Transfer transfer = new Transfer(response, from, length);
    transfer.begin();
    return transfer.done.future();
  }

  private Future<byte[]> read(long at, int length) {
    return StorageMessages.READ_STRETCH
        .askHere(bus, new ReadStretch(blob.key(), at, length))
        .map(
            stretch -> {
              if (stretch.bytes().length != length) {
                throw ServiceFailure.unavailable("The file " + blob.key() + " ended early");
              }
              return stretch.bytes();
            });
  }

  private final class Transfer {
    private final HttpServerResponse response;
    private final Promise<Void> done = Promise.promise();
    private final long end;
    private long next;

    Transfer(HttpServerResponse response, long from, long length) {
      this.response = response;
      this.next = from;
      this.end = from + length;
    }

    void begin() {
      send(ahead(FIRST));
    }

    private Future<byte[]> ahead(int most) {
      int length = (int) Math.min(most, end - next);
      long at = next;
      next += length;
      return read(at, length);
    }

    private void send(Future<byte[]> piece) {
      piece.onFailure(done::tryFail).onSuccess(this::pass);
    }

    private void pass(byte[] bytes) {
      boolean last = next >= end;
      Future<byte[]> following = last ? null : ahead(PIECE);
      response
          .write(Buffer.buffer(bytes))
          .onFailure(done::tryFail)
          .onSuccess(
              written -> {
                if (last) {
                  done.tryComplete();
                } else {
                  send(following);
                }
              });
    }
  }
}
