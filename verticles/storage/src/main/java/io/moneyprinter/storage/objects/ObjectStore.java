package io.moneyprinter.storage.objects;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A place where finished files are kept under a name, as they are: a folder or a bucket. An object
 * is there whole or not at all, and never changes. May be called from any thread and never blocks;
 * failures are {@link io.moneyprinter.codecs.bus.ServiceFailure}s: {@code UNAVAILABLE} or {@code
 * TIMEOUT} when the same call may succeed later, {@code RESOURCE} when somebody has to mend
 * something first.
 */
public interface ObjectStore {
  /** The name it has in the settings. */
  String name();

  /**
   * Stores a file; one of the same name is replaced. A large one goes in parts, and goes on where
   * it stopped when it is put again with the same journal.
   *
   * @param object letters, digits and {@code / . _ -}
   */
  Future<Void> put(String object, Path file, UploadJournal journal);

  /**
   * Writes a whole object to a file that is new or is overwritten; goes on by itself after a broken
   * connection. {@code NOT_FOUND} when there is no such object.
   */
  Future<Void> get(String object, Path target);

  /** Where objects of that name lie as files of this machine, to be read without a copy. */
  default Optional<Path> file(String object) {
    return Optional.empty();
  }

  /**
   * Some bytes of an object, fewer than asked for at its end.
   *
   * @param offset of the first, from 0
   * @param length at least 1
   */
  Future<byte[]> range(String object, long offset, int length);

  /** Its length in bytes; empty when there is no such object. */
  Future<Optional<Long>> size(String object);

  /** Removes an object; one that is not there is no failure. */
  Future<Void> delete(String object);

  /** Frees what a broken-off {@link #put} left behind; knowing nothing of it is no failure. */
  Future<Void> abandon(String object, BegunUpload upload);

  /**
   * Objects in the order of their names.
   *
   * @param after the name before the first; empty to begin
   * @param most how many, 1 to 1000
   */
  Future<List<StoredObject>> list(String after, int most);

  /** Uploads in parts that were neither completed nor ended. */
  Future<List<OpenUpload>> openUploads();

  /** Whether objects could be stored and read now; the failure says what to mend. */
  Future<?> check();

  /** Frees connections. */
  void close();
}
