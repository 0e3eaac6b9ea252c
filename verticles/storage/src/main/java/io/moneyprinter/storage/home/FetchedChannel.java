package io.moneyprinter.storage.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** An object of which the head and one stretch were fetched; nothing else of it can be read. */
final class FetchedChannel implements SeekableByteChannel {
  private final long size;
  private final byte[] head;
  private final long from;
  private final byte[] stretch;
  private long position;
  private boolean open = true;

  /**
   * @param size bytes of the whole object
   * @param head its first bytes; may be empty where the stretch begins with them
   * @param from where the stretch begins
   */
  FetchedChannel(long size, byte[] head, long from, byte[] stretch) {
    this.size = size;
    this.head = head;
    this.from = from;
    this.stretch = stretch;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (position >= size) {
      return -1;
    }
    boolean within = position >= from && position < from + stretch.length;
    byte[] bytes = within ? stretch : head;
    int at = (int) (position - (within ? from : 0));
    if (at >= bytes.length) {
      throw new IOException("The object is shorter than it was stored");
    }
    int n = Math.min(target.remaining(), bytes.length - at);
    target.put(bytes, at, n);
    position += n;
    return n;
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
