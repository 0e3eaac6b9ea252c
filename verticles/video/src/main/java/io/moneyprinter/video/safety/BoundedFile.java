package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jcodec.common.io.SeekableByteChannel;

/**
 * A file of which only so much is read, and only for so long: a forged structure can ask for no end
 * of reading. JCodec reads through this, too. Not for several threads.
 */
final class BoundedFile implements SeekableByteChannel {
  private static final int WINDOW = 8_192;
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_AT_ONCE = 1 << 16;

  private final FileChannel file;
  private final long size;
  private final long until;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowAt;
  private long position;
  private long loaded;

  private BoundedFile(FileChannel file, long size, long until) {
    this.file = file;
    this.size = size;
    this.until = until;
  }

  static BoundedFile open(Path path, Duration time) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return new BoundedFile(file, file.size(), System.nanoTime() + time.toNanos());
  }

  /**
   * Up to {@code count} bytes, 65536 at most, from a place in the file; fewer where it ends.
   *
   * @throws io.moneyprinter.codecs.bus.ServiceFailure INVALID when all reading together has become
   *     too much
   */
  ByteBuffer read(long at, int count) throws IOException {
    int wanted = (int) Math.max(0, Math.min(Math.min(count, MOST_AT_ONCE), size - at));
    if (at < 0 || wanted == 0) {
      return ByteBuffer.allocate(0);
    }
    ByteBuffer bytes = ByteBuffer.allocate(wanted);
    if (wanted > WINDOW) {
      load(bytes, at);
    } else {
      if (at < windowAt || at + wanted > windowAt + window.limit()) {
        window.clear();
        windowAt = at;
        load(window, at);
        window.flip();
      }
      int from = (int) (at - windowAt);
      bytes.put(window.slice(from, Math.min(wanted, Math.max(0, window.limit() - from))));
    }
    return bytes.flip();
  }

  private void load(ByteBuffer into, long at) throws IOException {
    long place = at;
    while (into.hasRemaining()) {
      int count = file.read(into, place);
      if (count < 0) {
        break;
      }
      place += count;
    }
    loaded += place - at;
    if (loaded > MOST_BYTES || System.nanoTime() > until) {
      throw Refusal.broken("it is cut into so many parts that its structure cannot be read");
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= size) {
      return -1;
    }
    ByteBuffer bytes = read(position, into.remaining());
    position += bytes.remaining();
    int count = bytes.remaining();
    into.put(bytes);
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel setPosition(long place) {
    position = place;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public int write(ByteBuffer bytes) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }
}
