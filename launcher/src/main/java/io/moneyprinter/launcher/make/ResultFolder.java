package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.platform.blobs.Blobs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lays a finished video's files where the user wants them. */
public final class ResultFolder {
  private static final int NAME_LIMIT = 60;
  private static final long FETCH_MINUTES = 30;

  private final Path folder;

  public ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder named after the video, below {@code parent}. */
  public static ResultFolder under(Path parent, String title) {
    String name =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    if (name.isEmpty()) {
      name = "video";
    }
    return new ResultFolder(parent.resolve(name.substring(0, Math.min(NAME_LIMIT, name.length()))));
  }

  public Path path() {
    return folder;
  }

  /** Checks early, before an hour of work, that the folder can be written. */
  public void prepare() {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".probe", null));
    } catch (IOException e) {
      throw refuse(e);
    }
  }

  /** Copies all files; each appears under its name only when it is whole. */
  public void fill(Publication publication, Blobs blobs) {
    for (Publication.File file : publication.files()) {
      Path part = folder.resolve("." + file.name() + ".part");
      try {
        Files.copy(fetched(blobs, file.blob()), part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
            part,
            folder.resolve(file.name()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        discard(part);
        throw refuse(e);
      }
    }
  }

  /** The file, brought from another node or a bucket where it lies there. */
  private static Path fetched(Blobs blobs, Blob blob) throws IOException {
    try {
      return blobs.local(blob).await(FETCH_MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      throw new IOException("it was not here within " + FETCH_MINUTES + " minutes", e);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot remove " + part, e);
    }
  }

  private ServiceFailure refuse(IOException e) {
    String why =
        e instanceof AccessDeniedException
            ? "you may not write there. Choose another folder with --out"
            : e.getMessage() + ". Free some space, or choose another folder with --out";
    return new ServiceFailure(
        FailureCode.RESOURCE, "The result cannot be written to " + folder + ": " + why);
  }
}
