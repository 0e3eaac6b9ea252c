package io.moneyprinter.platform.blobs;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.RecallResult;
import io.moneyprinter.codecs.storage.RecalledResult;
import io.moneyprinter.codecs.storage.RememberResult;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.node.DataFolder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** How a service reads and writes stored files; the storage service keeps the books. */
public final class Blobs {
  private final Vertx vertx;
  private final BlobLayout layout;

  public Blobs(Vertx vertx, DataFolder data) {
    this.vertx = vertx;
    this.layout = new BlobLayout(data);
  }

  /** The file to read. It never changes; never write to it. */
  public Path path(Blob blob) {
    return layout.blob(blob.key());
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
   * Takes a finished file into the store.
   *
   * @param origin the service that made it
   */
  public Future<Blob> commit(StagedFile file, String mediaType, String origin) {
    return StorageMessages.COMMIT.ask(
        vertx.eventBus(), new CommitFile(file.name(), mediaType, origin));
  }

  /** Throws a staged file away; does nothing when it is gone. */
  public void discard(StagedFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot discard " + file.path(), e);
    }
  }

  /** The result of equal work done earlier, by any node. */
  public Future<Optional<Blob>> recall(String workKey) {
    return StorageMessages.RECALL
        .ask(vertx.eventBus(), new RecallResult(workKey))
        .map(found -> Optional.ofNullable(found.blob()));
  }

  /** Notes a result for {@link #recall}; answers with the one that was noted first. */
  public Future<Blob> remember(String workKey, Blob blob) {
    return StorageMessages.REMEMBER
        .ask(vertx.eventBus(), new RememberResult(workKey, blob))
        .map(RecalledResult::blob);
  }
}
