package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.codecs.storage.DemandRoom;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.materials.asset.AssetStore;
import io.moneyprinter.materials.asset.CollectionDesk;
import io.moneyprinter.materials.inspection.FileName;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;

/** Where an upload is asked for, looked up and given up. */
public final class UploadDesk {
  private final EventBus bus;
  private final UploadBytes bytes;
  private final UploadStore store;
  private final UploadLimits limits;
  private final AssetStore assets;
  private final CollectionDesk collections;

  public UploadDesk(
      Node node,
      UploadStore store,
      UploadLimits limits,
      AssetStore assets,
      CollectionDesk collections) {
    this.bus = node.vertx().eventBus();
    this.bytes = new UploadBytes(node);
    this.store = store;
    this.limits = limits;
    this.assets = assets;
    this.collections = collections;
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#OPEN_UPLOAD}. */
  public Future<Upload> open(String tenant, Long length, UploadDetails details, String home) {
    if (length != null && length <= 0) {
      throw ServiceFailure.invalid("/length", "The file is empty (0 bytes): send one with content");
    }
    if (length != null && length > limits.file()) {
      throw ServiceFailure.invalid(
          "/length",
          "The file has "
              + length
              + " bytes, and at most "
              + limits.file()
              + " are taken: make it smaller, or raise materials.max-file-size");
    }
    return check(tenant, details)
        .compose(sound -> room(length == null ? 0 : length).map(sound))
        .compose(sound -> store.open(tenant, length, sound, home));
  }

  /** What the tenant may store in all is known to the storage service. */
  private Future<?> room(long bytes) {
    return StorageMessages.DEMAND_ROOM.ask(bus, new DemandRoom(bytes));
  }

  /** The details with a plain name; what they name is there and the tenant's own. */
  Future<UploadDetails> check(String tenant, UploadDetails details) {
    String name = details.name() == null ? null : FileName.plain("/name", details.name());
    Future<?> all =
        details.asset() == null
            ? Future.succeededFuture()
            : assets
                .get(tenant, details.asset())
                .map(
                    asset -> {
                      if (asset.deletedAt() != null) {
                        throw ServiceFailure.conflict(
                            "This material is deleted: restore it before a new version is added");
                      }
                      return asset;
                    });
    for (String collection : details.collections()) {
      all = all.compose(found -> collections.get(tenant, collection));
    }
    return all.map(
        found ->
            new UploadDetails(
                name,
                details.title(),
                details.description(),
                details.tags(),
                details.collections(),
                details.asset()));
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#GET_UPLOAD}. */
  public Future<Upload> get(String tenant, String id) {
    return store.get(tenant, id).map(StoredUpload::upload);
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#DROP_UPLOAD}. */
  public Future<Upload> drop(String tenant, String id) {
    return store
        .get(tenant, id)
        .compose(found -> store.drop(tenant, id))
        .map(
            dropped ->
                dropped.orElseThrow(
                    () ->
                        ServiceFailure.conflict(
                            "The file is being looked at: wait until it is in the library, and"
                                + " delete it there")))
        .compose(dropped -> bytes.delete(id).map(dropped.upload()));
  }
}
