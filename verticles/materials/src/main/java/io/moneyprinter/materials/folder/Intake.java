package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.settings.DataSize;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;

/** The way of a file from a folder into the store. */
public final class Intake {
  private static final long PIECE = 64L << 20;

  private final Node node;

  public Intake(Node node) {
    this.node = node;
  }

  /**
   * Copies a file into the store.
   *
   * @param most bytes that are copied at most: a file may grow faster than it is read
   */
  public Future<Blob> take(FoundFile file, DataSize most) {
    return copy(file, most)
        .compose(
            copy ->
                node.blobs()
                    .commit(copy, file.type().mediaType(), "materials")
                    .onFailure(cause -> node.blobs().discard(copy)));
  }

  /**
   * Copies a file to where it can be looked at; nothing is left when that fails.
   *
   * @param most bytes that are copied at most
   */
  Future<StagedFile> copy(FoundFile file, DataSize most) {
    StagedFile copy = node.blobs().stage(file.type().suffix());
    return node.pools()
        .run(Pool.MEDIA, () -> copy(file, copy, most))
        .map(copied -> copy)
        .onFailure(cause -> node.blobs().discard(copy));
  }

  private static Void copy(FoundFile file, StagedFile copy, DataSize most) {
    try (FileChannel from = FileChannel.open(file.file(), StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                copy.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long copied = 0;
      for (long count = 1; count > 0; copied += count) {
        count = from.transferTo(copied, PIECE, to);
        if (copied + count > most.bytes()) {
          throw ServiceFailure.invalid(
              "/folder",
              "it grew beyond "
                  + most
                  + " while it was copied: wait until it is written to its end");
        }
      }
      return null;
    } catch (NoSuchFileException e) {
      throw ServiceFailure.invalid("/folder", "it went away while it was read");
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          file.name()
              + " could not be copied: "
              + e.getMessage()
              + ". Check the space on the disk");
    }
  }
}
