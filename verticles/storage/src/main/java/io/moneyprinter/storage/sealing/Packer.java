package io.moneyprinter.storage.sealing;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.sealing.KeyWrapper;
import io.vertx.core.Future;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Makes objects of files and files of objects: first compressed, where it pays, then encrypted,
 * where it is wanted. Reads and writes as streams; a large file takes no more memory than a small
 * one.
 */
public final class Packer {
  /** Bytes at the beginning of an encrypted object that each of its stretches needs. */
  public static final int OBJECT_HEAD = FileCipher.HEAD_BYTES;

  private static final int CHUNK = 256 * 1024;

  private final WorkerPools pools;
  private final Optional<KeyWrapper> keys;
  private final boolean compression;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param keys empty where nothing is ever encrypted
   * @param compression whether texts are compressed
   */
  public Packer(WorkerPools pools, Optional<KeyWrapper> keys, boolean compression) {
    this.pools = pools;
    this.keys = keys;
    this.compression = compression;
  }

  /** How the object of a file is to be made. */
  public Future<Seal> seal(Blob blob, boolean encrypt) {
    Encoding encoding =
        compression && Compression.pays(blob.mediaType(), blob.size())
            ? Encoding.ZSTD
            : Encoding.IDENTITY;
    if (!encrypt) {
      return Future.succeededFuture(new Seal(encoding, Optional.empty()));
    }
    byte[] dataKey = new byte[FileCipher.KEY_BYTES];
    random.nextBytes(dataKey);
    return keys.orElseThrow()
        .wrap(dataKey, blob.key())
        .map(wrapped -> new Seal(encoding, Optional.of(wrapped)));
  }

  /** Writes the object of a file; answers with the object's SHA-256 (FIPS 180-4), hex. */
  public Future<String> pack(Blob blob, Path file, Seal seal, Path object) {
    return with(
        seal,
        blob.key(),
        cipher -> {
          MessageDigest digest = Sha256.begin();
          OutputStream target = new DigestOutputStream(Files.newOutputStream(object), digest);
          try (InputStream in = Files.newInputStream(file);
              OutputStream out = packing(target, seal, cipher)) {
            copy(in, out, object);
          }
          return HexFormat.of().formatHex(digest.digest());
        });
  }

  /** Writes the file of an object; {@code RESOURCE} when the object is not what was stored. */
  public Future<Void> unpack(String blobKey, Path object, Seal seal, Path file) {
    return with(
            seal,
            blobKey,
            cipher -> {
              try (InputStream in = unpacking(Files.newInputStream(object), seal, cipher);
                  OutputStream out = Files.newOutputStream(file)) {
                copy(in, out, file);
              }
              return (Void) null;
            })
        .recover(cause -> Future.failedFuture(changed(blobKey, seal, cause)));
  }

  /** What does not decrypt was changed; what could not be fetched was not. */
  private static Throwable changed(String blobKey, Seal seal, Throwable cause) {
    return cause instanceof IOException
            && !(cause instanceof FileSystemException)
            && seal.key().isPresent()
        ? new ServiceFailure(
            FailureCode.RESOURCE,
            "The stored object of the file "
                + blobKey
                + " was changed or cut short since it was stored ("
                + cause.getMessage()
                + ")")
        : cause;
  }

  /**
   * A stretch of the file, read from its object.
   *
   * @param object opens the object, on a thread that may block; closed here
   * @param offset in the file, from 0
   */
  public Future<byte[]> range(
      String blobKey, Callable<SeekableByteChannel> object, Seal seal, long offset, int length) {
    if (seal.encoding() != Encoding.IDENTITY) {
      throw new IllegalArgumentException("A compressed file is read from its beginning");
    }
    return with(
            seal,
            blobKey,
            cipher -> {
              try (SeekableByteChannel kept = object.call();
                  SeekableByteChannel plain =
                      cipher.isPresent() ? cipher.get().decrypting(kept) : kept) {
                long left = Math.max(0, plain.size() - offset);
                ByteBuffer stretch = ByteBuffer.allocate((int) Math.min(length, left));
                plain.position(offset);
                while (stretch.hasRemaining() && plain.read(stretch) >= 0) {
                  continue;
                }
                return Arrays.copyOf(stretch.array(), stretch.position());
              }
            })
        .recover(cause -> Future.failedFuture(changed(blobKey, seal, cause)));
  }

  /** The bytes of an encrypted object that hold a stretch of its file, whole segments. */
  public static ObjectStretch objectStretch(long offset, int length, long objectSize) {
    return FileCipher.segments(offset, length, objectSize);
  }

  private <T> Future<T> with(Seal seal, String context, Work<T> work) {
    if (seal.key().isEmpty()) {
      return run(() -> work.with(Optional.empty()));
    }
    if (keys.isEmpty()) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.RESOURCE,
              "A stored file is encrypted, and this node has no key: set storage.encryption"));
    }
    return keys.get()
        .unwrap(seal.key().get(), context)
        .compose(dataKey -> run(() -> work.with(Optional.of(new FileCipher(dataKey, context)))));
  }

  private <T> Future<T> run(Callable<T> work) {
    return pools.run(Pool.CRYPTO, work);
  }

  private static OutputStream packing(OutputStream target, Seal seal, Optional<FileCipher> cipher)
      throws IOException, GeneralSecurityException {
    OutputStream out = cipher.isPresent() ? cipher.get().encrypting(target) : target;
    return seal.encoding() == Encoding.ZSTD ? Compression.compressing(out) : out;
  }

  private static InputStream unpacking(InputStream source, Seal seal, Optional<FileCipher> cipher)
      throws IOException, GeneralSecurityException {
    InputStream in = cipher.isPresent() ? cipher.get().decrypting(source) : source;
    return seal.encoding() == Encoding.ZSTD
        ? Compression.decompressing(new BufferedInputStream(in))
        : in;
  }

  /** What cannot be written is told apart from what cannot be read. */
  private static void copy(InputStream in, OutputStream out, Path target) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      try {
        out.write(chunk, 0, n);
      } catch (IOException e) {
        throw new FileSystemException(target.toString(), null, e.getMessage());
      }
    }
  }

  private interface Work<T> {
    T with(Optional<FileCipher> cipher) throws Exception;
  }
}
