package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.file.FileProps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The store on this machine's file system: every file lies under its key. Reading and hashing
 * happen on the {@link Pool#CRYPTO} pool, so nothing here blocks.
 */
final class LocalStorage {
  private final FreeSpace space;
  private final FileIntake intake;
  private final BlobLayout layout;
  private final WorkerPools pools;

  LocalStorage(FreeSpace space, FileIntake intake, BlobLayout layout, WorkerPools pools) {
    this.space = space;
    this.intake = intake;
    this.layout = layout;
    this.pools = pools;
  }

  /** Reads a staged file, if there is room for it; see {@link FileIntake#read}. */
  Future<ContentHash> read(String stagedName) {
    return space.demand().compose(free -> pools.run(Pool.CRYPTO, () -> intake.read(stagedName)));
  }

  /** Takes a staged file into the store; see {@link FileIntake#place}. */
  Future<Void> place(String stagedName, ContentHash content) {
    return pools.run(
        Pool.CRYPTO,
        () -> {
          intake.place(stagedName, content);
          return null;
        });
  }

  /** Takes a fetched file into the store; see {@link FileIntake#takeAs}. */
  Future<ContentHash> takeAs(String stagedName, String key) {
    return pools.run(Pool.CRYPTO, () -> intake.takeAs(stagedName, key));
  }

  /** Fails when a file of so many bytes would leave too little room on the disk. */
  Future<Void> demand(long bytes) {
    return space.demand(bytes);
  }

  /** Where a fetched file is written to. */
  Path staged(String name) {
    return layout.staged(name);
  }

  /** Removes a staged file; does nothing when it is gone. */
  Future<Void> discard(String name) {
    return pools.run(Pool.CRYPTO, () -> Files.deleteIfExists(layout.staged(name))).mapEmpty();
  }

  /** Where a file of this node lies. */
  Path path(String key) {
    return layout.blob(key);
  }

  /** Removes a file from this node; one that is not there is no failure. */
  Future<Void> remove(String key) {
    return pools.run(Pool.CRYPTO, () -> Files.deleteIfExists(layout.blob(key))).mapEmpty();
  }

  /** Removes staged files that were last written before {@code before}; answers how many. */
  Future<Integer> sweep(Instant before) {
    return pools.run(Pool.CRYPTO, () -> intake.sweep(before));
  }

  /** Whether the file is there in its full length; an empty or shorter one does not count. */
  Future<Boolean> holds(Blob blob) {
    return size(blob.key()).map(size -> size > 0 && size == blob.size());
  }

  /** Reads a file of which only the key is known, and answers what it is if its bytes agree. */
  Future<Optional<ContentHash>> verify(String key) {
    return size(key)
        .compose(
            size ->
                size == 0
                    ? Future.succeededFuture(Optional.empty())
                    : pools.run(Pool.CRYPTO, () -> hash(key)));
  }

  /** Some bytes of a file of this node, fewer at its end. */
  Future<byte[]> read(String key, long offset, int length) {
    return pools.run(
        Pool.CRYPTO,
        () -> {
          ByteBuffer bytes = ByteBuffer.allocate(length);
          try (FileChannel channel = FileChannel.open(layout.blob(key), StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
              continue;
            }
          }
          return Arrays.copyOf(bytes.array(), bytes.position());
        });
  }

  private Future<Long> size(String key) {
    return space
        .files()
        .lprops(layout.blob(key).toString())
        .map(LocalStorage::sizeOf)
        .recover(
            cause ->
                cause.getCause() instanceof NoSuchFileException
                    ? Future.succeededFuture(0L)
                    : Future.failedFuture(cause));
  }

  private static long sizeOf(FileProps file) {
    return file.isRegularFile() ? file.size() : 0;
  }

  private Optional<ContentHash> hash(String key) throws IOException {
    try (FileChannel channel = FileChannel.open(layout.blob(key), StandardOpenOption.READ)) {
      return Optional.of(ContentHash.of(channel)).filter(found -> found.key().equals(key));
    }
  }
}
