package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.vertx.core.Future;
import java.util.Optional;

/** What this node has of what the books know. */
final class PresentFiles {
  private final MetadataManager books;
  private final LocalStorage files;

  PresentFiles(MetadataManager books, LocalStorage files) {
    this.books = books;
    this.files = files;
  }

  /** The entry of a key, wherever its file is; {@code NOT_FOUND} when there is none. */
  Future<Blob> entry(String key) {
    return books
        .find(key)
        .map(
            found ->
                found.orElseThrow(() -> ServiceFailure.notFound("The books have no file " + key)));
  }

  /** The file of a key, if it lies plain on this node. */
  Future<Optional<Blob>> here(String key) {
    return books
        .find(key)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : files.holds(found.get()).map(here -> here ? found : Optional.<Blob>empty()));
  }
}
