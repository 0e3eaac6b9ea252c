package io.moneyprinter.platform.blobs;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.FetchBlob;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.RecallResult;
import io.moneyprinter.codecs.storage.RecalledResult;
import io.moneyprinter.codecs.storage.RememberResult;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.node.DataFolder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * How a service reads and writes stored files; the storage service keeps the books. A file that the
 * books know may lie on another node or in a bucket: {@link #local} brings it here.
 */
public final class Blobs {
  private final Vertx vertx;
  private final BlobLayout layout;
  private final LocalFile files;

  public Blobs(Vertx vertx, DataFolder data) {
    this.vertx = vertx;
    this.layout = new BlobLayout(data);
    this.files = new LocalFile(vertx);
  }

  /**
   * Where the file lies once it is on this node, which {@link #local} and {@link #commit} see to.
   * It never changes; never write to it.
   */
  public Path path(Blob blob) {
    return layout.blob(blob.key());
  }

  /**
   * The file to read, brought here from wherever it is. It stays for a while (the setting {@code
   * storage.cache.keep}), so ask again for each piece of work. Fails with {@code NOT_FOUND} when
   * nobody has it.
   */
  public Future<Path> local(Blob blob) {
    Path path = path(blob);
    return files
        .use(path, blob.size())
        .compose(
            here ->
                here
                    ? Future.succeededFuture(path)
                    : StorageMessages.FETCH
                        .askHere(vertx.eventBus(), new FetchBlob(blob.key()))
                        .map(path));
  }

  /** The file to read, if it lies plain on this node already; nothing is fetched. */
  public Future<Optional<Path>> here(Blob blob) {
    Path path = path(blob);
    return files.use(path, blob.size()).map(here -> here ? Optional.of(path) : Optional.empty());
  }

  /** Brings all of them here. */
  public Future<Void> local(Collection<Blob> blobs) {
    return Future.join(blobs.stream().distinct().map(this::local).toList()).mapEmpty();
  }

  /** Whether all of them are stored, here or elsewhere. */
  public Future<Boolean> held(Collection<Blob> blobs) {
    return Future.join(blobs.stream().distinct().map(this::held).toList())
        .map(found -> found.list().stream().allMatch(Boolean.TRUE::equals));
  }

  private Future<Boolean> held(Blob blob) {
    return StorageMessages.FIND
        .ask(vertx.eventBus(), new FindBlob(blob.key()))
        .map(true)
        .recover(
            cause ->
                cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(cause));
  }

  /**
   * A new file to write.
   *
   * @param suffix such as {@code .mp4}
   */
  public StagedFile stage(String suffix) {
    String name = UUID.randomUUID() + suffix;
    return new StagedFile(name, layout.staged(name));
  }

  /**
   * Takes a finished file into the store, as the usual class of its origin.
   *
   * @param origin the service that made it
   */
  public Future<Blob> commit(StagedFile file, String mediaType, String origin) {
    return commit(file, mediaType, origin, StorageClass.usual(origin));
  }

  /**
   * Takes a finished file into the store.
   *
   * @param origin the service that made it
   * @param as decides where it is kept, and for how long
   */
  public Future<Blob> commit(StagedFile file, String mediaType, String origin, StorageClass as) {
    return StorageMessages.COMMIT.askHere(
        vertx.eventBus(), new CommitFile(file.name(), mediaType, origin, as));
  }

  /** Throws a staged file away; does nothing when it is gone. */
  public void discard(StagedFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot discard " + file.path(), e);
    }
  }

  /** The result of equal work done earlier, by any node; it can be had, though it may be far. */
  public Future<Optional<Blob>> recall(String workKey) {
    return StorageMessages.RECALL
        .ask(vertx.eventBus(), new RecallResult(workKey))
        .map(found -> Optional.ofNullable(found.blob()));
  }

  /**
   * Notes a result for {@link #recall}; answers with the one that was noted first, if that can
   * still be had.
   */
  public Future<Blob> remember(String workKey, Blob blob) {
    return StorageMessages.REMEMBER
        .ask(vertx.eventBus(), new RememberResult(workKey, blob))
        .map(RecalledResult::blob);
  }
}
