package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.storage.objects.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Moves finished files from the staging folder into the store. A file appears under its key whole
 * and durable or not at all, whatever moment the machine stops at. Everything here blocks.
 */
final class FileIntake {
  private final DataFolder data;
  private final BlobLayout layout;

  FileIntake(DataFolder data) {
    this.data = data;
    this.layout = new BlobLayout(data);
  }

  /** Hashes the staged file and makes it durable; it stays where it is. */
  ContentHash read(String stagedName) {
    Path staged = stagedFile(stagedName);
    try {
      ContentHash content = hashDurably(staged);
      if (content.size() == 0) {
        throw ServiceFailure.invalid(
            "/stagedName", "The staged file " + stagedName + " is empty: write it before storing");
      }
      return content;
    } catch (IOException e) {
      throw told(stagedName, e);
    }
  }

  /**
   * Moves the staged file, which was read, to its place; a file that is in its place already is
   * kept, and the staged one removed.
   */
  void place(String stagedName, ContentHash content) {
    try {
      place(stagedFile(stagedName), content);
    } catch (IOException e) {
      throw told(stagedName, e);
    }
  }

  private ServiceFailure told(String stagedName, IOException cause) {
    return cause instanceof NoSuchFileException
        ? ServiceFailure.notFound(
            "There is no staged file " + stagedName + ": it was stored or swept; stage it again")
        : trouble("The file " + stagedName + " could not be stored under " + data.root(), cause);
  }

  /**
   * Takes a staged file that came from elsewhere and has to be the one of that key; another one is
   * removed and {@code UNAVAILABLE}, as it may come whole the next time.
   */
  ContentHash takeAs(String stagedName, String key) {
    Path staged = stagedFile(stagedName);
    try {
      ContentHash content = hashDurably(staged);
      if (!content.key().equals(key)) {
        Files.deleteIfExists(staged);
        throw ServiceFailure.unavailable(
            "What was fetched as the file " + key + " has another content and was thrown away");
      }
      place(staged, content);
      return content;
    } catch (IOException e) {
      throw trouble("The file " + key + " could not be stored under " + data.root(), e);
    }
  }

  /** Removes staged files that nobody has written to since {@code before}; answers how many. */
  int sweep(Instant before) {
    int swept = 0;
    Path staging = data.staging();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(staging, Files::isRegularFile)) {
      for (Path file : files) {
        swept += removeIfOlder(file, before) ? 1 : 0;
      }
      return swept;
    } catch (IOException e) {
      throw trouble("Left-over files in " + staging + " could not be removed", e);
    }
  }

  private static boolean removeIfOlder(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before)
          && Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      return false; // Stored or discarded in the meantime.
    }
  }

  private Path stagedFile(String name) {
    Path staged = pathOf(name);
    if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)) {
      throw ServiceFailure.invalid(
          "/stagedName",
          name + " is not a plain file: stage the file itself, not a link or folder");
    }
    return staged;
  }

  private Path pathOf(String name) {
    try {
      return layout.staged(name);
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid("/stagedName", e.getMessage());
    }
  }

  private static ContentHash hashDurably(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      ContentHash content = ContentHash.of(channel);
      channel.force(true);
      return content;
    }
  }

  private void place(Path staged, ContentHash content) throws IOException {
    Path target = layout.blob(content.key());
    if (Files.isRegularFile(target) && Files.size(target) == content.size()) {
      Files.delete(staged);
      return;
    }
    Folders.createDurably(target.getParent());
    try {
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The staging folder "
              + data.staging()
              + " and the store lie on different file systems: put both under one data folder");
    }
    Folders.sync(target.getParent());
  }

  private static ServiceFailure trouble(String what, IOException cause) {
    return new ServiceFailure(
        FailureCode.RESOURCE,
        what + " (" + cause + "): check that the folder is writable and the disk is not full");
  }
}
