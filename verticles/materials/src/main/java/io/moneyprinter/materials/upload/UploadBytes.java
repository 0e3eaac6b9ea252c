package io.moneyprinter.materials.upload;

import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of uploads on this node, which the gateway writes. */
final class UploadBytes {
  private final Node node;

  UploadBytes(Node node) {
    this.node = node;
  }

  private Path path(String id) {
    return node.data().uploads().resolve(id);
  }

  /** How many bytes are there; 0 for none. */
  Future<Long> size(String id) {
    return node.pools()
        .run(
            Pool.MEDIA,
            () ->
                Files.isRegularFile(path(id), LinkOption.NOFOLLOW_LINKS)
                    ? Files.size(path(id))
                    : 0L);
  }

  /** Takes a file to where nobody can write to it any more. */
  Future<Void> seal(String id, StagedFile staged) {
    return node.pools()
        .run(
            Pool.MEDIA,
            () -> {
              Files.move(path(id), staged.path(), StandardCopyOption.ATOMIC_MOVE);
              return null;
            });
  }

  /** Takes it back to where it can be finished again; does nothing when it is gone. */
  Future<Void> putBack(String id, String stagedName) {
    Path staged = node.data().staging().resolve(stagedName);
    return node.pools()
        .run(
            Pool.MEDIA,
            () -> {
              if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(staged, path(id), StandardCopyOption.ATOMIC_MOVE);
              }
              return null;
            });
  }

  /** Whether this node has the file by either of its names. */
  Future<Boolean> here(String id, String stagedName) {
    return node.pools()
        .run(
            Pool.MEDIA,
            () ->
                Files.exists(path(id)) || Files.exists(node.data().staging().resolve(stagedName)));
  }

  /** Removes what there is of an upload on this node. */
  Future<Void> delete(String id) {
    return node.pools()
        .run(
            Pool.MEDIA,
            () -> {
              Files.deleteIfExists(path(id));
              return null;
            });
  }

  /** When bytes came last; long ago for none. */
  Future<Instant> lastWritten(String id) {
    return node.pools().run(Pool.MEDIA, () -> lastWritten(path(id)));
  }

  private static Instant lastWritten(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.EPOCH;
    }
  }

  /** The names of all files to which nothing came since then. */
  Future<List<String>> before(Instant then) {
    return node.pools().run(Pool.MEDIA, () -> listed(then));
  }

  private List<String> listed(Instant then) throws IOException {
    List<String> old = new ArrayList<>();
    try (Stream<Path> files = Files.list(node.data().uploads())) {
      for (Path file : files.toList()) {
        if (lastWritten(file).isBefore(then)) {
          old.add(file.getFileName().toString());
        }
      }
    }
    return old;
  }
}
