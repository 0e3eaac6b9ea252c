package io.moneyprinter.storage.home;

import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.sealing.ObjectStretch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads an object where it is wanted: the stretch that is known to be wanted with one question, and
 * of the rest no more than is asked for. Blocks; for worker threads.
 */
final class ObjectChannel implements SeekableByteChannel {
  private static final long SECONDS = 60;

  private final ObjectStore store;
  private final String object;
  private final long size;
  private final ObjectStretch wanted;
  private long position;
  private long windowAt;
  private byte[] window = new byte[0];
  private boolean open = true;

  /**
   * @param size bytes of the object
   * @param wanted what will be read of it, beside its head
   */
  ObjectChannel(ObjectStore store, String object, long size, ObjectStretch wanted) {
    this.store = store;
    this.object = object;
    this.size = size;
    this.wanted = wanted;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (position >= size) {
      return -1;
    }
    if (position < windowAt || position >= windowAt + window.length) {
      fill(target.remaining());
    }
    int at = (int) (position - windowAt);
    int n = Math.min(target.remaining(), window.length - at);
    target.put(window, at, n);
    position += n;
    return n;
  }

  private void fill(int asked) throws IOException {
    boolean within = position >= wanted.from() && position < wanted.to();
    int length = (int) Math.min(within ? wanted.to() - position : asked, size - position);
    try {
      window =
          store
              .range(object, position, length)
              .toCompletionStage()
              .toCompletableFuture()
              .get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IOException("A stretch of the object cannot be read", e);
    }
    windowAt = position;
    if (window.length == 0) {
      throw new IOException("The object is shorter than it was stored");
    }
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    position = to;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
