package io.moneyprinter.codecs.storage;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;

/** Everything the storage service answers. Files themselves never travel on the bus. */
public final class StorageMessages {
  /**
   * Large files are hashed and synced first, and perhaps sent to a bucket, so this may take a
   * while. Asked on the node itself only.
   */
  public static final Endpoint<CommitFile, Blob> COMMIT =
      new Endpoint<>("storage.commit", CommitFile.class, Blob.class, Duration.ofMinutes(30));

  /**
   * Afterwards the file lies on this node. Fails with {@code NOT_FOUND} when nobody has it, with
   * {@code UNAVAILABLE} when who has it cannot be reached. Asked on the node itself only.
   */
  public static final Endpoint<FetchBlob, Blob> FETCH =
      new Endpoint<>("storage.fetch", FetchBlob.class, Blob.class, Duration.ofMinutes(30));

  /** Fails with {@code NOT_FOUND} when there is no such file. */
  public static final Endpoint<FindBlob, Blob> FIND =
      new Endpoint<>("storage.find", FindBlob.class, Blob.class);

  /** Answers with the blob that is remembered from now on. */
  public static final Endpoint<RememberResult, RecalledResult> REMEMBER =
      new Endpoint<>("storage.remember", RememberResult.class, RecalledResult.class);

  public static final Endpoint<RecallResult, RecalledResult> RECALL =
      new Endpoint<>("storage.recall", RecallResult.class, RecalledResult.class);

  /**
   * Fails with {@code RESOURCE}, naming used bytes, limit and remedy, when the tenant's quota is
   * too small for them.
   */
  public static final Endpoint<DemandRoom, StorageRoom> DEMAND_ROOM =
      new Endpoint<>("storage.demand-room", DemandRoom.class, StorageRoom.class);

  public static final Endpoint<ShowStorage, StorageUsage> USAGE =
      new Endpoint<>("storage.usage", ShowStorage.class, StorageUsage.class);

  private StorageMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("storage.Blob.v1", Blob.class);
    types.add("storage.RecalledResult.v1", RecalledResult.class);
    types.add("storage.StorageRoom.v1", StorageRoom.class);
    types.add("storage.StorageUsage.v1", StorageUsage.class);
    types.add(COMMIT, "storage.CommitFile.v1");
    types.add(FETCH, "storage.FetchBlob.v1");
    types.add(FIND, "storage.FindBlob.v1");
    types.add(REMEMBER, "storage.RememberResult.v1");
    types.add(RECALL, "storage.RecallResult.v1");
    types.add(DEMAND_ROOM, "storage.DemandRoom.v1");
    types.add(USAGE, "storage.ShowStorage.v1");
  }
}
