package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.storage.Blob;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what is on its way to a home: what a process that ended had begun, and what waits
 * until its bucket can be reached.
 */
public final class Homecoming {
  private static final Logger LOG = LoggerFactory.getLogger(Homecoming.class);

  private final HomeBooks books;
  private final HomeKeeper keeper;
  private final Function<String, Future<Optional<Blob>>> present;
  private Future<Void> running = Future.succeededFuture();

  /**
   * @param present the file of a key, if it lies plain on this node
   */
  Homecoming(HomeBooks books, HomeKeeper keeper, Function<String, Future<Optional<Blob>>> present) {
    this.books = books;
    this.keeper = keeper;
    this.present = present;
  }

  /** Tries all once, one after the other; does nothing while that is under way. */
  public synchronized Future<Void> run() {
    if (running.isComplete()) {
      running = books.uploads().compose(this::each);
    }
    return running;
  }

  private Future<Void> each(List<Upload> uploads) {
    Future<Void> all = Future.succeededFuture();
    for (Upload upload : uploads) {
      all = all.compose(done -> resume(upload)).recover(cause -> told(upload, cause));
    }
    return all;
  }

  private Future<Void> resume(Upload upload) {
    return present
        .apply(upload.home().blobKey())
        .compose(
            blob -> blob.isPresent() ? keeper.resume(upload, blob.get()) : keeper.giveUp(upload));
  }

  private static Future<Void> told(Upload upload, Throwable cause) {
    LOG.info("{} still waits for its bucket: {}", upload.home().blobKey(), cause.getMessage());
    return Future.succeededFuture();
  }
}
