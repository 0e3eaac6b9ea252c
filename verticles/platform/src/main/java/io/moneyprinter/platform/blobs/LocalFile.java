package io.moneyprinter.platform.blobs;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks at stored files on this node's disk. The time of the last use is kept as the file's time of
 * change, since the content never does; it decides which files give way when the disk gets full.
 */
final class LocalFile {
  /** Writing each use down would cost more than it tells. */
  private static final Duration EXACTNESS = Duration.ofMinutes(5);

  private final Vertx vertx;

  LocalFile(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Whether the file is there in its full length, which counts as a use. */
  Future<Boolean> use(Path file, long size) {
    return vertx.executeBlocking(() -> used(file, size), false);
  }

  private static boolean used(Path file, long size) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile() || found.size() != size) {
        return false;
      }
      Instant now = Instant.now();
      if (found.lastModifiedTime().toInstant().isBefore(now.minus(EXACTNESS))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
