package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.FetchBlob;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.RecallResult;
import io.moneyprinter.codecs.storage.RecalledResult;
import io.moneyprinter.codecs.storage.RememberResult;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.storage.Registrar.Provenance;
import io.moneyprinter.storage.exchange.Places;
import io.moneyprinter.storage.exchange.Places.Elsewhere;
import io.moneyprinter.storage.home.HomeKeeper;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Keeps files and books in agreement. The file is what counts: one without an entry is entered
 * again when somebody asks for it, an entry without its file, here or elsewhere, is struck out.
 */
final class FileManager {
  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final int LONGEST_TEXT = 200;

  private final LocalStorage files;
  private final MetadataManager books;
  private final Registrar registrar;
  private final Places places;
  private final HomeKeeper homes;
  private final BlobFetch fetch;

  FileManager(
      LocalStorage files,
      MetadataManager books,
      Registrar registrar,
      Places places,
      HomeKeeper homes,
      BlobFetch fetch) {
    this.files = files;
    this.books = books;
    this.registrar = registrar;
    this.places = places;
    this.homes = homes;
    this.fetch = fetch;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#COMMIT}. */
  Future<Blob> commit(CommitFile file) {
    CallContext caller = CallContext.currentOrSystem();
    StorageClass as = file.effectiveClass();
    demandText("/mediaType", file.mediaType());
    demandText("/origin", file.origin());
    Provenance from = new Provenance(file.origin(), caller.tenant(), caller.subject(), as);
    return files
        .read(file.stagedName())
        .compose(
            content ->
                registrar.register(
                    new Blob(content.key(), content.size(), file.mediaType()),
                    from,
                    () -> files.place(file.stagedName(), content)))
        .compose(blob -> homes.settle(blob, as).map(blob));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#FETCH}. */
  Future<Blob> fetch(FetchBlob request) {
    return find(new FindBlob(request.key())).compose(fetch::bring);
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#FIND}. */
  Future<Blob> find(FindBlob request) {
    String key = request.key();
    if (!Blob.isKey(key)) {
      throw ServiceFailure.invalid("/key", "A key is 64 lower-case hex digits");
    }
    return present(key).map(found -> found.orElseThrow(() -> unknown(key)));
  }

  private static ServiceFailure unknown(String key) {
    return ServiceFailure.notFound("The store holds no file " + key);
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#REMEMBER}. */
  Future<RecalledResult> remember(RememberResult result) {
    demandText("/workKey", result.workKey());
    return books
        .recall(result.workKey())
        .compose(
            noted ->
                ifHeld(noted)
                    .compose(
                        held ->
                            held.isPresent()
                                ? Future.succeededFuture(held)
                                : noteNow(result, noted.map(Blob::key).orElse(null))))
        .map(blob -> new RecalledResult(blob.orElse(null)));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#RECALL}. */
  Future<RecalledResult> recall(RecallResult request) {
    return recalled(request.workKey()).map(blob -> new RecalledResult(blob.orElse(null)));
  }

  private Future<Optional<Blob>> noteNow(RememberResult result, String lost) {
    return books
        .entry(result.blob().key())
        .compose(entry -> entry.isEmpty() ? enterAgain(result.blob().key()) : held(entry.get()))
        .map(found -> found.orElseThrow(() -> unknown(result.blob().key())))
        .compose(blob -> books.remember(result.workKey(), blob.key(), lost))
        .compose(noted -> recalled(result.workKey()));
  }

  private Future<Optional<Blob>> recalled(String workKey) {
    return books.recall(workKey).compose(this::ifHeld);
  }

  private Future<Optional<Blob>> ifHeld(Optional<Blob> noted) {
    return noted.isEmpty() ? nothing() : held(noted.get());
  }

  private Future<Optional<Blob>> present(String key) {
    return books.find(key).compose(entry -> entry.isEmpty() ? enterAgain(key) : held(entry.get()));
  }

  /** Empty too for a file that cannot be reached; its entry stays then. */
  private Future<Optional<Blob>> held(Blob blob) {
    return files
        .holds(blob)
        .compose(here -> here ? Future.succeededFuture(Elsewhere.REACHABLE) : missing(blob))
        .map(where -> where == Elsewhere.REACHABLE ? Optional.of(blob) : Optional.empty());
  }

  private Future<Elsewhere> missing(Blob blob) {
    return places
        .elsewhere(blob.key())
        .compose(
            where ->
                (where == Elsewhere.NOWHERE ? books.forget(blob.key()) : places.lost(blob.key()))
                    .map(where));
  }

  private Future<Optional<Blob>> enterAgain(String key) {
    CallContext caller = CallContext.currentOrSystem();
    Provenance from =
        new Provenance(
            Registrar.RECOVERED, caller.tenant(), caller.subject(), StorageClass.RESULTS);
    return books
        .doomed(key)
        .compose(doomed -> doomed ? nothing() : files.verify(key))
        .compose(
            content ->
                content.isEmpty()
                    ? nothing()
                    : registrar
                        .register(
                            new Blob(key, content.get().size(), UNKNOWN_TYPE),
                            from,
                            Future::succeededFuture)
                        .map(Optional::of));
  }

  private static <T> Future<Optional<T>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  private static void demandText(String pointer, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw ServiceFailure.invalid(
          pointer, "1 to " + LONGEST_TEXT + " characters are wanted, and not only blanks");
    }
  }
}
