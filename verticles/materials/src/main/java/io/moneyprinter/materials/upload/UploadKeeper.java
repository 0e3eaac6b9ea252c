package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.materials.FinishUpload;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the uploads: says which are in hand, takes up again those whose node died, and removes
 * those to which nothing more comes, with files that belong to none.
 */
public final class UploadKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(UploadKeeper.class);

  /** Longer than three rounds. */
  private static final Duration SILENCE = Duration.ofSeconds(35);

  private final Node node;
  private final UploadBytes bytes;
  private final UploadStore store;
  private final UploadFinisher finisher;
  private final Duration life;

  /**
   * @param life of an upload to which nothing more comes
   */
  public UploadKeeper(Node node, UploadStore store, UploadFinisher finisher, Duration life) {
    this.node = node;
    this.bytes = new UploadBytes(node);
    this.store = store;
    this.finisher = finisher;
    this.life = life;
  }

  /** One round; never fails, for the next one tries again. */
  public Future<Void> round() {
    return store
        .renew(finisher.inHand())
        .compose(renewed -> store.abandoned(SILENCE))
        .compose(all -> each(all, this::takeUp))
        .compose(taken -> store.expired())
        .compose(all -> each(all, this::expire))
        .compose(expired -> sweep())
        .recover(
            cause -> {
              LOG.warn("The uploads could not be gone round: {}", cause.getMessage());
              return Future.succeededFuture();
            });
  }

  private interface Step {
    Future<?> take(StoredUpload upload);
  }

  private static Future<Void> each(List<StoredUpload> all, Step step) {
    Future<?> done = Future.succeededFuture();
    for (StoredUpload upload : all) {
      done = done.compose(before -> step.take(upload));
    }
    return done.mapEmpty();
  }

  /**
   * Only the node that has the file can go on with it. When neither name of it is left, its bytes
   * are in the store but nobody was told so: the sender begins anew, and they are found there.
   */
  private Future<Void> takeUp(StoredUpload found) {
    String id = found.upload().id();
    if (finisher.inHand().contains(id)) {
      return Future.succeededFuture();
    }
    return bytes
        .here(id, found.staged())
        .compose(
            here -> {
              if (!here) {
                return found.upload().expiresAt().isBefore(Instant.now())
                    ? store.reopen(id)
                    : Future.succeededFuture();
              }
              LOG.info("Goes on with upload {}, which was being looked at", id);
              return finisher
                  .putBack(id, found.staged())
                  .compose(back -> finishAgain(found.tenant(), id));
            });
  }

  private Future<Void> finishAgain(String tenant, String id) {
    return LibraryMessages.FINISH_UPLOAD
        .askHere(node.vertx().eventBus(), new FinishUpload(id, null), CallContext.system(tenant))
        .otherwiseEmpty()
        .mapEmpty();
  }

  /** An upload to which bytes came lately lives on. */
  private Future<Void> expire(StoredUpload upload) {
    String id = upload.upload().id();
    return bytes
        .lastWritten(id)
        .map(last -> last.plus(life))
        .compose(
            until ->
                until.isAfter(Instant.now())
                    ? store.putOff(id, until)
                    : store.drop(upload.tenant(), id).compose(dropped -> bytes.delete(id)));
  }

  /** Files that there is no row of, such as those of a database that was set up anew. */
  private Future<Void> sweep() {
    return bytes
        .before(Instant.now().minus(life))
        .compose(
            old ->
                old.isEmpty()
                    ? Future.succeededFuture()
                    : store.known(old).compose(known -> deleteAll(old, known)));
  }

  private Future<Void> deleteAll(List<String> old, List<String> known) {
    Future<Void> done = Future.succeededFuture();
    for (String name : old) {
      if (!known.contains(name)) {
        done = done.compose(before -> bytes.delete(name));
      }
    }
    return done;
  }
}
