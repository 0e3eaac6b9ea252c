package io.moneyprinter.gateway.upload;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.settings.DataSize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.AsyncFileLock;
import io.vertx.core.file.FileProps;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.streams.ReadStream;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The bytes of uploads, as far as they came. How long a file is on the disk is what counts: that
 * survives whatever happens to the process. Files are named by ids of ours, never by what a caller
 * calls them; no more than a piece of one is in memory.
 */
public final class PartialFiles {
  private static final int LOCKED = 423;
  private static final int TOO_LARGE = 413;

  private final FileSystem files;
  private final DataFolder data;
  private final DataSize reserve;

  /**
   * @param reserve bytes that stay free on the disk
   */
  public PartialFiles(Vertx vertx, DataFolder data, DataSize reserve) {
    this.files = vertx.fileSystem();
    this.data = data;
    this.reserve = reserve;
  }

  /** How many bytes are there; 0 before the first. */
  public Future<Long> size(String id) {
    return files
        .lprops(path(id))
        .map(PartialFiles::plainSize)
        .recover(
            cause ->
                cause.getCause() instanceof NoSuchFileException
                    ? Future.succeededFuture(0L)
                    : Future.failedFuture(cause));
  }

  private static long plainSize(FileProps file) {
    if (!file.isRegularFile()) {
      throw new ServiceFailure(FailureCode.RESOURCE, "What was received is no plain file any more");
    }
    return file.size();
  }

  /** Fails with {@code RESOURCE} when so many more bytes would fill the disk. */
  public Future<Void> demandSpace(long bytes) {
    return files.fsProps(data.uploads().toString()).map(disk -> demand(disk.usableSpace(), bytes));
  }

  private Void demand(long free, long bytes) {
    if (free - bytes < reserve.bytes()) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The disk has room for "
              + Math.max(0, free - reserve.bytes())
              + " more bytes: free some space under "
              + data.root()
              + ", or lower gateway.uploads.minimum-free");
    }
    return null;
  }

  /**
   * Appends a stream. What came before it broke off stays, to be gone on with; of a stream that is
   * too long nothing stays.
   *
   * @param from where it goes on; {@code 409} when that is not the end of the file
   * @param most bytes that the whole file may have; {@code 413} for more
   * @return bytes of the whole file
   */
  public Future<Long> append(String id, long from, long most, ReadStream<Buffer> bytes) {
    OpenOptions options = new OpenOptions().setRead(false).setWrite(true).setCreate(true);
    return size(id)
        .compose(size -> files.open(path(id), options))
        .compose(file -> locked(file, id, from, most, bytes))
        .recover(cause -> explained(cause, id, from, most));
  }

  private Future<Long> locked(
      AsyncFile file, String id, long from, long most, ReadStream<Buffer> bytes) {
    AsyncFileLock lock = tryLock(file);
    if (lock == null) {
      return file.close()
          .transform(
              any ->
                  Future.failedFuture(
                      new Refusal(
                          LOCKED, "Another request is sending this file: wait until it ends")));
    }
    return file.size()
        .compose(
            size ->
                size == from
                    ? pump(file.setWritePos(from), most - from, bytes)
                    : Future.failedFuture(
                        new Refusal(409, "The file goes on at byte " + size + ", not at " + from)))
        .eventually(lock::release)
        .eventually(file::close)
        .compose(written -> size(id));
  }

  /** The lock; {@code null} when another request has it, here or in another process. */
  private static AsyncFileLock tryLock(AsyncFile file) {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    } catch (NullPointerException heldElsewhere) {
      return null; // how Vert.x takes it that the channel gave no lock
    }
  }

  private static Future<Void> pump(AsyncFile file, long most, ReadStream<Buffer> bytes) {
    return bytes
        .pipe()
        .endOnComplete(false)
        .to(new BoundedStream(file, most))
        .eventually(file::flush);
  }

  private <T> Future<T> explained(Throwable cause, String id, long from, long most) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof TooLong) {
        return files
            .truncate(path(id), from)
            .transform(
                cut ->
                    Future.failedFuture(
                        new Refusal(
                            TOO_LARGE,
                            "The file is longer than the " + most + " bytes that are taken")));
      }
      if (at instanceof HttpClosedException) {
        return Future.failedFuture(
            new ServiceFailure(FailureCode.CANCELLED, "The caller hung up before all was sent"));
      }
      if (at instanceof java.io.IOException io && io.getMessage() != null && fullDisk(io)) {
        return Future.failedFuture(
            new ServiceFailure(
                FailureCode.RESOURCE,
                "The disk is full: free some space under "
                    + data.root()
                    + ", then go on where the file broke off"));
      }
    }
    return Future.failedFuture(cause);
  }

  private static boolean fullDisk(java.io.IOException trouble) {
    String text = trouble.getMessage().toLowerCase(java.util.Locale.ROOT);
    return text.contains("no space left") || text.contains("quota") || text.contains("disk full");
  }

  /** Removes what came; does nothing when nothing did. */
  public Future<Void> delete(String id) {
    return files.delete(path(id)).otherwiseEmpty();
  }

  private String path(String id) {
    Path folder = data.uploads();
    return folder.resolve(id).toString();
  }
}
