package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.objects.SingleFlight;
import io.moneyprinter.storage.objects.UploadJournal;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every file gets to the home its class wants. What is begun is written down first:
 * whatever stops it, it goes on from there.
 */
public final class HomeKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(HomeKeeper.class);

  private final HomeBooks books;
  private final ObjectStores stores;
  private final ObjectMaker maker;
  private final BlobLayout layout;
  private final SingleFlight<Void> flights = new SingleFlight<>();

  HomeKeeper(HomeBooks books, ObjectStores stores, ObjectMaker maker, BlobLayout layout) {
    this.books = books;
    this.stores = stores;
    this.maker = maker;
    this.layout = layout;
  }

  /**
   * Brings a file, which is entered in the books and lies plain on this node, to its home. Succeeds
   * too when it has to wait for a store that cannot be reached, where the class allows that.
   */
  public Future<Void> settle(Blob blob, StorageClass as) {
    Optional<HomePlan> plan = stores.plan(as);
    if (plan.isEmpty()) {
      return Future.succeededFuture();
    }
    return settle(blob, plan.get()).recover(cause -> begun(blob, plan.get(), cause));
  }

  /** Only what is noted is tried again; what could not even be encrypted is not. */
  private Future<Void> begun(Blob blob, HomePlan plan, Throwable cause) {
    return books
        .upload(blob.key(), plan.store().name())
        .compose(
            noted -> noted.isPresent() ? waiting(blob, plan, cause) : Future.failedFuture(cause));
  }

  private static Future<Void> waiting(Blob blob, HomePlan plan, Throwable cause) {
    FailureCode code = ServiceFailure.from(cause).code();
    boolean away = code == FailureCode.UNAVAILABLE || code == FailureCode.TIMEOUT;
    if (!away || !plan.fallback()) {
      return Future.failedFuture(cause);
    }
    LOG.warn("{} stays on this node for the time being: {}", blob.key(), cause.getMessage());
    return Future.succeededFuture();
  }

  private Future<Void> settle(Blob blob, HomePlan plan) {
    String bucket = plan.store().name();
    return flights.join(
        blob.key() + " " + bucket,
        () ->
            books
                .home(blob.key(), bucket)
                .compose(home -> home.isPresent() ? Future.succeededFuture() : moveIn(blob, plan)));
  }

  private Future<Void> moveIn(Blob blob, HomePlan plan) {
    Path file = layout.blob(blob.key());
    return books
        .upload(blob.key(), plan.store().name())
        .compose(
            begun ->
                begun.isEmpty()
                    ? Future.succeededFuture(Optional.<OutgoingObject>empty())
                    : again(begun.get(), file, plan.store()))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found.get())
                    : maker
                        .make(blob, file, plan)
                        .compose(made -> books.begin(made.upload()).map(made)))
        .compose(outgoing -> send(outgoing, plan.store()));
  }

  /** What cannot be taken up again is given up, here and in the store. */
  private Future<Optional<OutgoingObject>> again(Upload begun, Path file, ObjectStore store) {
    return maker
        .again(begun, file)
        .compose(
            found ->
                found.isPresent() || begun.parts().isEmpty()
                    ? Future.succeededFuture(found)
                    : store
                        .abandon(begun.home().object(), begun.parts().get())
                        .map(Optional.<OutgoingObject>empty()));
  }

  private Future<Void> send(OutgoingObject outgoing, ObjectStore store) {
    Home home = outgoing.upload().home();
    return store
        .put(home.object(), outgoing.file(), new Journal(outgoing.upload()))
        .compose(sent -> books.finish(home))
        .compose(
            first ->
                first || home.seal().plain()
                    ? Future.succeededFuture()
                    : store.delete(home.object()))
        .compose(entered -> maker.arrived(outgoing));
  }

  /** Goes on with what was begun by this store, in this life or an earlier one. */
  Future<Void> resume(Upload upload, Blob blob) {
    Optional<ObjectStore> store = stores.of(upload.home().bucket());
    if (store.isEmpty()) {
      LOG.warn(
          "A file on its way to the bucket '{}' stays here: the settings no longer have it",
          upload.home().bucket());
      return books.drop(upload.home());
    }
    boolean encrypt = upload.home().seal().key().isPresent();
    return settle(blob, new HomePlan(store.get(), encrypt, true));
  }

  /** Forgets what was begun of a file that is gone. */
  Future<Void> giveUp(Upload upload) {
    Optional<ObjectStore> store = stores.of(upload.home().bucket());
    Future<Void> abandoned =
        store.isPresent() && upload.parts().isPresent()
            ? store.get().abandon(upload.home().object(), upload.parts().get())
            : Future.succeededFuture();
    return abandoned.compose(done -> books.drop(upload.home()));
  }

  private final class Journal implements UploadJournal {
    private final Upload upload;

    Journal(Upload upload) {
      this.upload = upload;
    }

    @Override
    public Future<Optional<BegunUpload>> begun() {
      return Future.succeededFuture(upload.parts());
    }

    @Override
    public Future<Void> begin(BegunUpload parts) {
      return books.parts(upload.home(), parts);
    }
  }
}
