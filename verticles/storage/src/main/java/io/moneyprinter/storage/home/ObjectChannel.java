package io.moneyprinter.storage.home;

import io.moneyprinter.storage.objects.ObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads an object where it is wanted, a window at a time. Blocks; for worker threads. */
final class ObjectChannel implements SeekableByteChannel {
  /** As much as a few encrypted segments, to ask the store less often. */
  private static final int WINDOW = 256 * 1024;

  private static final long SECONDS = 60;

  private final ObjectStore store;
  private final String object;
  private final long size;
  private long position;
  private long windowAt;
  private byte[] window = new byte[0];
  private boolean open = true;

  ObjectChannel(ObjectStore store, String object, long size) {
    this.store = store;
    this.object = object;
    this.size = size;
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
      fill();
    }
    int at = (int) (position - windowAt);
    int n = Math.min(target.remaining(), window.length - at);
    target.put(window, at, n);
    position += n;
    return n;
  }

  private void fill() throws IOException {
    int length = (int) Math.min(WINDOW, size - position);
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
