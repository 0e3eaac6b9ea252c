package io.moneyprinter.storage.objects;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Objects as files below a folder of this machine. One appears under its name whole and durable or
 * not at all: it is written beside, synced, renamed, and its folder synced.
 */
public final class FolderStore implements ObjectStore {
  private static final String PART = ".part-";

  private final String name;
  private final Path folder;
  private final WorkerPools pools;

  /**
   * @param folder made when it is missing
   */
  public FolderStore(String name, Path folder, WorkerPools pools) {
    this.name = name;
    this.folder = folder;
    this.pools = pools;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Future<Void> put(String object, Path file, UploadJournal journal) {
    return run(() -> place(file, path(object)));
  }

  private static Void place(Path file, Path target) throws IOException {
    Folders.createDurably(target.getParent());
    Path part = target.resolveSibling(PART + UUID.randomUUID());
    try {
      link(file, part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    Folders.sync(target.getParent());
    return null;
  }

  /** The file never changes, so a second name is as good as a copy. */
  private static void link(Path file, Path part) throws IOException {
    try {
      Files.createLink(part, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, part);
    }
  }

  /** Removes what a process that was killed left beside the objects, if older than so. */
  public Future<Integer> sweep(Instant before) {
    return run(
        () -> {
          int swept = 0;
          if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
              for (Path part : all.filter(FolderStore::isPart).toList()) {
                boolean old = Files.getLastModifiedTime(part).toInstant().isBefore(before);
                swept += old && Files.deleteIfExists(part) ? 1 : 0;
              }
            }
          }
          return swept;
        });
  }

  private static boolean isPart(Path file) {
    return file.getFileName().toString().startsWith(PART);
  }

  @Override
  public Future<Void> get(String object, Path target) {
    return run(
        () -> {
          Files.copy(path(object), target, StandardCopyOption.REPLACE_EXISTING);
          return null;
        });
  }

  @Override
  public Optional<Path> file(String object) {
    return Optional.of(path(object));
  }

  @Override
  public Future<byte[]> range(String object, long offset, int length) {
    return run(
        () -> {
          ByteBuffer bytes = ByteBuffer.allocate(length);
          try (FileChannel channel = FileChannel.open(path(object), StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
              continue;
            }
          }
          return Arrays.copyOf(bytes.array(), bytes.position());
        });
  }

  @Override
  public Future<Optional<Long>> size(String object) {
    return run(
        () -> {
          Path path = path(object);
          return Files.isRegularFile(path) ? Optional.of(Files.size(path)) : Optional.empty();
        });
  }

  @Override
  public Future<Void> delete(String object) {
    return run(
        () -> {
          Files.deleteIfExists(path(object));
          return null;
        });
  }

  @Override
  public Future<Void> abandon(String object, BegunUpload upload) {
    return Future.succeededFuture();
  }

  @Override
  public Future<List<StoredObject>> list(String after, int most) {
    return run(
        () -> {
          if (!Files.isDirectory(folder)) {
            return List.of();
          }
          try (Stream<Path> all = Files.walk(folder)) {
            List<StoredObject> found = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
              String object = folder.relativize(file).toString().replace('\\', '/');
              if (!isPart(file) && object.compareTo(after) > 0) {
                found.add(new StoredObject(object, Files.size(file)));
              }
            }
            found.sort(Comparator.comparing(StoredObject::name));
            return List.copyOf(found.subList(0, Math.min(most, found.size())));
          }
        });
  }

  @Override
  public Future<List<OpenUpload>> openUploads() {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<?> check() {
    return run(() -> Files.isWritable(Files.createDirectories(folder)));
  }

  @Override
  public void close() {
    // Nothing is open between calls.
  }

  private Path path(String object) {
    Path path = folder.resolve(object).normalize();
    if (!path.startsWith(folder) || path.equals(folder)) {
      throw new IllegalArgumentException("Not the name of an object: " + object);
    }
    return path;
  }

  private <T> Future<T> run(Callable<T> work) {
    return pools
        .run(Pool.CRYPTO, work)
        .recover(cause -> Future.failedFuture(cause instanceof IOException e ? told(e) : cause));
  }

  private ServiceFailure told(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return ServiceFailure.notFound("There is no such object in " + folder);
    }
    return (ServiceFailure) DiskFailure.told(folder, cause);
  }
}
