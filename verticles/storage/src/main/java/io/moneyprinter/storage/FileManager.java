package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.RecallResult;
import io.moneyprinter.codecs.storage.RecalledResult;
import io.moneyprinter.codecs.storage.RememberResult;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps files and books in agreement. The file is what counts: one without an entry is entered
 * again when somebody asks for it, an entry without its file is struck out.
 */
final class FileManager {
  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final int LONGEST_TEXT = 200;

  private final LocalStorage files;
  private final MetadataManager books;
  private final Supplier<String> tenant;

  /**
   * @param tenant for whom the present call works
   */
  FileManager(LocalStorage files, MetadataManager books, Supplier<String> tenant) {
    this.files = files;
    this.books = books;
    this.tenant = tenant;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#COMMIT}. */
  Future<Blob> commit(CommitFile file) {
    String owner = tenant.get();
    demandText("/mediaType", file.mediaType());
    demandText("/origin", file.origin());
    return files
        .take(file.stagedName())
        .compose(
            content ->
                books.register(
                    new Blob(content.key(), content.size(), file.mediaType()),
                    file.origin(),
                    owner));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#FIND}. */
  Future<Blob> find(FindBlob request) {
    String key = request.key();
    if (!Blob.isKey(key)) {
      throw ServiceFailure.invalid("/key", "A key is 64 lower-case hex digits");
    }
    return present(key)
        .map(
            found ->
                found.orElseThrow(() -> ServiceFailure.notFound("The store holds no file " + key)));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#REMEMBER}. */
  Future<RecalledResult> remember(RememberResult result) {
    demandText("/workKey", result.workKey());
    return recalled(result.workKey())
        .compose(earlier -> earlier.isPresent() ? Future.succeededFuture(earlier) : noteNow(result))
        .map(blob -> new RecalledResult(blob.orElse(null)));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#RECALL}. */
  Future<RecalledResult> recall(RecallResult request) {
    return recalled(request.workKey()).map(blob -> new RecalledResult(blob.orElse(null)));
  }

  private Future<Optional<Blob>> noteNow(RememberResult result) {
    return find(new FindBlob(result.blob().key()))
        .compose(blob -> books.remember(result.workKey(), blob.key()))
        .compose(noted -> recalled(result.workKey()));
  }

  private Future<Optional<Blob>> recalled(String workKey) {
    return books
        .recall(workKey)
        .compose(noted -> noted.isEmpty() ? nothing() : heldOrForgotten(noted.get()));
  }

  private Future<Optional<Blob>> present(String key) {
    return books
        .find(key)
        .compose(entry -> entry.isEmpty() ? enterAgain(key) : heldOrForgotten(entry.get()));
  }

  private Future<Optional<Blob>> heldOrForgotten(Blob blob) {
    return files
        .holds(blob)
        .compose(
            held ->
                held
                    ? Future.succeededFuture(Optional.of(blob))
                    : books.forget(blob.key()).map(Optional.empty()));
  }

  private Future<Optional<Blob>> enterAgain(String key) {
    String owner = tenant.get();
    return files
        .verify(key)
        .compose(
            content ->
                content.isEmpty()
                    ? nothing()
                    : books
                        .register(
                            new Blob(key, content.get().size(), UNKNOWN_TYPE),
                            MetadataManager.RECOVERED,
                            owner)
                        .map(Optional::of));
  }

  private static Future<Optional<Blob>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  private static void demandText(String pointer, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw ServiceFailure.invalid(
          pointer, "1 to " + LONGEST_TEXT + " characters are wanted, and not only blanks");
    }
  }
}
