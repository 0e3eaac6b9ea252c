package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.FinishUpload;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.materials.archive.ArchiveImporter;
import io.moneyprinter.materials.asset.AssetFile;
import io.moneyprinter.materials.asset.AssetStore;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the bytes of an upload into assets. The file leaves the folder that can be written to
 * before anybody looks at it; what is refused is gone, what a trouble of ours stopped goes back and
 * can be finished again. An asset is there when all of it is, and never before.
 */
public final class UploadFinisher {
  private static final Logger LOG = LoggerFactory.getLogger(UploadFinisher.class);

  private final Node node;
  private final UploadBytes bytes;
  private final UploadStore store;
  private final UploadDesk desk;
  private final AssetStore assets;
  private final FileInspector inspector;
  private final ArchiveImporter archives;
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  public UploadFinisher(
      Node node,
      UploadStore store,
      UploadDesk desk,
      AssetStore assets,
      FileInspector inspector,
      ArchiveImporter archives) {
    this.node = node;
    this.bytes = new UploadBytes(node);
    this.store = store;
    this.desk = desk;
    this.assets = assets;
    this.inspector = inspector;
    this.archives = archives;
  }

  /** The uploads that this node is at work on. */
  List<String> inHand() {
    return List.copyOf(inHand);
  }

  /**
   * Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#FINISH_UPLOAD}. An upload that
   * is in hand or done already is answered as it is.
   */
  public Future<Upload> finish(String tenant, FinishUpload wish) {
    return store
        .get(tenant, wish.id())
        .compose(
            found ->
                found.upload().state() == Upload.State.OPEN
                    ? complete(found.upload()).compose(whole -> begin(tenant, wish))
                    : Future.succeededFuture(found.upload()));
  }

  /** Fails with {@code CONFLICT} while bytes are missing. */
  Future<Void> complete(Upload upload) {
    return bytes
        .size(upload.id())
        .map(
            size -> {
              if (size == 0 || upload.length() != null && !size.equals(upload.length())) {
                throw ServiceFailure.conflict(
                    "Of the file, "
                        + size
                        + " bytes are there"
                        + (upload.length() == null ? "" : ", not " + upload.length())
                        + ": send the rest first");
              }
              return null;
            });
  }

  private Future<Upload> begin(String tenant, FinishUpload wish) {
    StagedFile staged = node.blobs().stage("");
    Future<UploadDetails> details =
        wish.details() == null ? Future.succeededFuture(null) : desk.check(tenant, wish.details());
    return details
        .compose(said -> store.claim(tenant, wish.id(), staged.name(), node.info().id(), said))
        .compose(
            claimed ->
                claimed.isEmpty() ? desk.get(tenant, wish.id()) : work(claimed.get(), staged));
  }

  private Future<Upload> work(StoredUpload claimed, StagedFile staged) {
    String id = claimed.upload().id();
    inHand.add(id);
    return bytes
        .seal(id, staged)
        .compose(moved -> node.pools().run(Pool.MEDIA, () -> archives.recognises(staged.path())))
        .recover(
            cause ->
                this.<Boolean>undo(cause, claimed, staged).onComplete(any -> inHand.remove(id)))
        .compose(archive -> archive ? unpack(claimed, staged) : keep(claimed, staged));
  }

  private Future<Upload> keep(StoredUpload claimed, StagedFile staged) {
    return inspector
        .look(staged)
        .compose(found -> inspector.keep(found, claimed.upload().details()))
        .compose(file -> enter(claimed, List.of(file)))
        .recover(cause -> undo(cause, claimed, staged))
        .onComplete(any -> inHand.remove(claimed.upload().id()));
  }

  /** An archive takes its time: its sender asks again. */
  private Future<Upload> unpack(StoredUpload claimed, StagedFile staged) {
    CallContext caller = CallContext.currentOrSystem();
    new CallContext(caller.correlationId(), claimed.tenant(), caller.subject(), null).enter();
    store
        .room(claimed.tenant())
        .compose(
            room ->
                archives.unpack(
                    staged.path(), claimed.upload().details(), room + claimed.upload().limit()))
        .compose(files -> enter(claimed, files))
        .onSuccess(done -> node.blobs().discard(staged))
        .recover(cause -> undo(cause, claimed, staged))
        .onFailure(
            cause ->
                LOG.info(
                    "The archive {} was not taken: {}", claimed.upload().id(), cause.getMessage()))
        .onComplete(any -> inHand.remove(claimed.upload().id()));
    return Future.succeededFuture(claimed.upload());
  }

  private Future<Upload> enter(StoredUpload claimed, List<AssetFile> files) {
    return assets.together(
        connection -> {
          Future<List<String>> ids = Future.succeededFuture(new ArrayList<>());
          for (AssetFile file : files) {
            ids =
                ids.compose(
                    before ->
                        assets
                            .add(connection, claimed.tenant(), file)
                            .onSuccess(before::add)
                            .map(before));
          }
          return ids.compose(all -> store.done(connection, claimed.upload().id(), all));
        });
  }

  /** Always fails, with the cause. */
  private <T> Future<T> undo(Throwable cause, StoredUpload claimed, StagedFile staged) {
    ServiceFailure failure = ServiceFailure.from(cause);
    String id = claimed.upload().id();
    boolean refused =
        failure.code() == FailureCode.INVALID || failure.code() == FailureCode.NOT_FOUND;
    Future<?> undone =
        refused
            ? node.pools()
                .run(Pool.MEDIA, () -> Files.deleteIfExists(staged.path()))
                .compose(gone -> store.refuse(id, failure.getMessage()))
            : putBack(id, staged.name());
    return undone.transform(any -> Future.failedFuture(failure));
  }

  /** Lets a file that was taken in hand be finished again; one that is gone begins anew. */
  Future<Void> putBack(String id, String stagedName) {
    return bytes.putBack(id, stagedName).compose(there -> store.reopen(id));
  }
}
