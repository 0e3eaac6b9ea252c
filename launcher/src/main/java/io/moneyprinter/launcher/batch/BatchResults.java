package io.moneyprinter.launcher.batch;

import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.launcher.make.ResultFolder;
import io.moneyprinter.platform.blobs.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays the files of each finished row into a folder of its own. */
public final class BatchResults {
  private final Path folder;
  private final Blobs blobs;
  private final int digits;

  /**
   * @param rows how many there are at most
   */
  public BatchResults(Path folder, Blobs blobs, int rows) {
    this.folder = folder;
    this.blobs = blobs;
    this.digits = Integer.toString(rows).length();
  }

  /** The row's folder, filled; what lies there already in full is left alone. */
  public Path fill(BatchRow row, Publication result) {
    String number = ("%0" + digits + "d").formatted(row.number());
    Path target = ResultFolder.under(folder, number + " " + result.title()).path();
    if (!complete(target, result)) {
      ResultFolder results = new ResultFolder(target);
      results.prepare();
      results.fill(result, blobs);
    }
    return target;
  }

  private static boolean complete(Path target, Publication result) {
    return result.files().stream()
        .allMatch(
            file -> {
              Path there = target.resolve(file.name());
              try {
                return Files.isRegularFile(there) && Files.size(there) == file.blob().size();
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot look at " + there, e);
              }
            });
  }
}
