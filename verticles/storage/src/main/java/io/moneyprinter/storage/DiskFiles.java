package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.storage.exchange.OwnFiles;
import io.moneyprinter.storage.home.HomeFetch;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;

/** What this node's own disk gives of files: as they lie, or out of the encrypted folder. */
final class DiskFiles implements OwnFiles {
  private final PresentFiles books;
  private final LocalStorage files;
  private final HomeFetch homes;
  private final BlobFetch fetch;

  /**
   * @param fetch which asks no other node
   */
  DiskFiles(PresentFiles books, LocalStorage files, HomeFetch homes, BlobFetch fetch) {
    this.books = books;
    this.files = files;
    this.homes = homes;
    this.fetch = fetch;
  }

  @Override
  public Future<Path> whole(String key) {
    return books.entry(key).compose(fetch::own);
  }

  @Override
  public Future<byte[]> stretch(String key, long offset, int length) {
    return books
        .entry(key)
        .compose(
            blob ->
                read(blob, offset, length)
                    .compose(
                        found ->
                            found.isPresent()
                                ? Future.succeededFuture(found.get())
                                : unpacked(blob, offset, length)));
  }

  /** A compressed file is read from its beginning, so it is brought out whole. */
  private Future<byte[]> unpacked(Blob blob, long offset, int length) {
    return fetch.own(blob).compose(here -> files.read(blob.key(), offset, length));
  }

  /** Empty when the file is not on this disk, or is compressed there. */
  Future<Optional<byte[]>> read(Blob blob, long offset, int length) {
    return files
        .holds(blob)
        .compose(
            here ->
                here
                    ? files.read(blob.key(), offset, length).map(Optional::of)
                    : homes.range(blob.key(), offset, length, false));
  }

  /** The same of a file that was just brought here; {@code UNAVAILABLE} when it is not. */
  Future<byte[]> readHere(Blob blob, long offset, int length) {
    return read(blob, offset, length)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ServiceFailure.unavailable(
                            "The file " + blob.key() + " went from this node; ask again")));
  }
}
