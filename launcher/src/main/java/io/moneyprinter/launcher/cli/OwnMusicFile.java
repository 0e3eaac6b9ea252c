package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A sound file of this machine that becomes a piece of the user's own. */
final class OwnMusicFile {
  private OwnMusicFile() {}

  /**
   * Copies it in. Blocks while it copies.
   *
   * @throws ServiceFailure naming the file and the remedy, where it cannot be copied
   */
  static Future<Blob> stored(Blobs blobs, Path file) {
    StagedFile copy = blobs.stage(".upload");
    try {
      Files.copy(file, copy.path());
    } catch (NoSuchFileException e) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND, "There is no file " + file + ". Check the name");
    } catch (IOException e) {
      blobs.discard(copy);
      throw new ServiceFailure(FailureCode.RESOURCE, file + " cannot be copied: " + e.getMessage());
    }
    return blobs
        .commit(copy, "application/octet-stream", "music", StorageClass.MATERIALS)
        .onFailure(cause -> blobs.discard(copy));
  }

  /** Its name without the ending. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
