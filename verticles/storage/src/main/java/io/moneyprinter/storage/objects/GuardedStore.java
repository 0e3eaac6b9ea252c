package io.moneyprinter.storage.objects;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.providers.ProviderBreaker;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A store that is left alone for a while after it could not be reached several times in a row. */
public final class GuardedStore implements ObjectStore {
  private final ObjectStore store;
  private final ProviderBreaker breaker;

  /**
   * @param breaker of this store alone; closed with it
   */
  public GuardedStore(ObjectStore store, ProviderBreaker breaker) {
    this.store = store;
    this.breaker = breaker;
  }

  private <T> Future<T> guarded(Supplier<Future<T>> call) {
    return breaker.run(call, this::resting);
  }

  private ServiceFailure resting(Duration pause) {
    return ServiceFailure.unavailable(
        "The bucket '"
            + store.name()
            + "' could not be reached several times in a row and is left alone for up to "
            + pause.toSeconds()
            + " s");
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public Future<Void> put(String object, Path file, UploadJournal journal) {
    return guarded(() -> store.put(object, file, journal));
  }

  @Override
  public Future<Void> get(String object, Path target) {
    return guarded(() -> store.get(object, target));
  }

  @Override
  public Future<byte[]> range(String object, long offset, int length) {
    return guarded(() -> store.range(object, offset, length));
  }

  @Override
  public Future<Optional<Long>> size(String object) {
    return guarded(() -> store.size(object));
  }

  @Override
  public Future<Void> delete(String object) {
    return guarded(() -> store.delete(object));
  }

  @Override
  public Future<Void> abandon(String object, BegunUpload upload) {
    return guarded(() -> store.abandon(object, upload));
  }

  @Override
  public Future<List<StoredObject>> list(String after, int most) {
    return guarded(() -> store.list(after, most));
  }

  @Override
  public Future<List<OpenUpload>> openUploads() {
    return guarded(store::openUploads);
  }

  /** Asks the store itself: who wants to know has to hear the reason, not that it rests. */
  @Override
  public Future<?> check() {
    return store.check();
  }

  @Override
  public void close() {
    breaker.close();
    store.close();
  }
}
