package io.moneyprinter.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A stretch of a file that is sent on its own; read as often as needed, never held in memory.
 *
 * @param number from 1
 */
record FilePart(Path file, int number, long offset, long length) {
  private static final int CHUNK = 64 * 1024;

  /** MD5 of the bytes (RFC 1321): what the protocol checks a part by, and its usual ETag. */
  byte[] md5() throws IOException {
    try (InputStream bytes = open()) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] chunk = new byte[CHUNK];
      for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
        digest.update(chunk, 0, n);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  RequestBody body() {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromInputStreamSupplier(this::open),
        length,
        "application/octet-stream");
  }

  private InputStream open() {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      channel.position(offset);
      return new Limited(Channels.newInputStream(channel), length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends after so many bytes. */
  private static final class Limited extends InputStream {
    private final InputStream bytes;
    private long left;

    Limited(InputStream bytes, long left) {
      this.bytes = bytes;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int at, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = bytes.read(target, at, (int) Math.min(length, left));
      left -= Math.max(0, n);
      return n;
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
