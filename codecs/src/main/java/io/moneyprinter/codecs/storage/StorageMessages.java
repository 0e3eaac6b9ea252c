package io.moneyprinter.codecs.storage;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;

/**
 * Everything the storage service answers. Files themselves never travel on the bus, but for
 * stretches of them within a node.
 */
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
   * Fails with {@code NOT_FOUND} when the file is not there or not the caller's, with {@code
   * INVALID} when something about the link is.
   */
  public static final Endpoint<CreateLink, Link> CREATE_LINK =
      new Endpoint<>("storage.create-link", CreateLink.class, Link.class);

  public static final Endpoint<ListLinks, LinkList> LIST_LINKS =
      new Endpoint<>("storage.list-links", ListLinks.class, LinkList.class);

  /** Fails with {@code NOT_FOUND} when the caller has no such link. */
  public static final Endpoint<RevokeLink, Link> REVOKE_LINK =
      new Endpoint<>("storage.revoke-link", RevokeLink.class, Link.class);

  /**
   * Fails with {@code NOT_FOUND} when there is no such link, with {@code FORBIDDEN} when its
   * signature is not right.
   */
  public static final Endpoint<OpenLink, OpenedLink> OPEN_LINK =
      new Endpoint<>("storage.open-link", OpenLink.class, OpenedLink.class);

  public static final Endpoint<TakeLink, TakenLink> TAKE_LINK =
      new Endpoint<>("storage.take-link", TakeLink.class, TakenLink.class);

  /**
   * Fails as {@link #FETCH} does, and with {@code RESOURCE} when what is kept is not what was
   * stored. Asked on the node itself only.
   */
  public static final Endpoint<ReadStretch, Stretch> READ_STRETCH =
      new Endpoint<>(
          "storage.read-stretch", ReadStretch.class, Stretch.class, Duration.ofMinutes(2));

  /**
   * Fails with {@code RESOURCE}, naming used bytes, limit and remedy, when the tenant's quota is
   * too small for them.
   */
  public static final Endpoint<DemandRoom, StorageRoom> DEMAND_ROOM =
      new Endpoint<>("storage.demand-room", DemandRoom.class, StorageRoom.class);

  public static final Endpoint<ShowStorage, StorageUsage> USAGE =
      new Endpoint<>("storage.usage", ShowStorage.class, StorageUsage.class);

  /** Fails with {@code NOT_FOUND} when the tenant does not store one of the files. */
  public static final Endpoint<SetHolds, HoldList> SET_HOLDS =
      new Endpoint<>("storage.set-holds", SetHolds.class, HoldList.class);

  /** Answers with the holds that were lifted. */
  public static final Endpoint<LiftHolds, HoldList> LIFT_HOLDS =
      new Endpoint<>("storage.lift-holds", LiftHolds.class, HoldList.class);

  public static final Endpoint<ListHolds, HoldList> LIST_HOLDS =
      new Endpoint<>("storage.list-holds", ListHolds.class, HoldList.class);

  public static final Endpoint<ListHoldEvents, HoldEventList> LIST_HOLD_EVENTS =
      new Endpoint<>("storage.list-hold-events", ListHoldEvents.class, HoldEventList.class);

  /**
   * Answers with the files that are the tenant's no longer. Fails with {@code CONFLICT}, naming the
   * hold, when one of them is under legal hold.
   */
  public static final Endpoint<ReleaseFiles, FileList> RELEASE =
      new Endpoint<>("storage.release", ReleaseFiles.class, FileList.class);

  public static final Endpoint<ExplainAbsence, Absence> EXPLAIN_ABSENCE =
      new Endpoint<>("storage.explain-absence", ExplainAbsence.class, Absence.class);

  /**
   * Cleans up at once. Fails with {@code CONFLICT} while another node is at it, and with {@code
   * UNAVAILABLE} when jobs or libraries cannot be asked what they name.
   */
  public static final Endpoint<CleanStorage, CleanupReport> CLEAN =
      new Endpoint<>(
          "storage.clean", CleanStorage.class, CleanupReport.class, Duration.ofMinutes(10));

  /** Looks through the asked node's disk and the buckets, which may take a while. */
  public static final Endpoint<CheckStorage, StorageCheck> CHECK =
      new Endpoint<>(
          "storage.check", CheckStorage.class, StorageCheck.class, Duration.ofMinutes(10));

  /** What jobs name. Answered by the orchestration. */
  public static final Endpoint<NameJobFiles, FileList> NAMED_BY_JOBS =
      new Endpoint<>("orchestration.named-files", NameJobFiles.class, FileList.class);

  /** What libraries name. Answered by the materials service. */
  public static final Endpoint<NameLibraryFiles, FileList> NAMED_BY_LIBRARIES =
      new Endpoint<>("materials.named-files", NameLibraryFiles.class, FileList.class);

  private StorageMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("storage.Blob.v1", Blob.class);
    types.add("storage.RecalledResult.v1", RecalledResult.class);
    types.add("storage.StorageRoom.v1", StorageRoom.class);
    types.add("storage.StorageUsage.v1", StorageUsage.class);
    types.add("storage.HoldList.v1", HoldList.class);
    types.add("storage.HoldEventList.v1", HoldEventList.class);
    types.add("storage.FileList.v1", FileList.class);
    types.add("storage.CleanupReport.v1", CleanupReport.class);
    types.add("storage.StorageCheck.v1", StorageCheck.class);
    types.add(COMMIT, "storage.CommitFile.v1");
    types.add(FETCH, "storage.FetchBlob.v1");
    types.add(FIND, "storage.FindBlob.v1");
    types.add(REMEMBER, "storage.RememberResult.v1");
    types.add(RECALL, "storage.RecallResult.v1");
    types.add("storage.Link.v1", Link.class);
    types.add("storage.LinkList.v1", LinkList.class);
    types.add("storage.OpenedLink.v1", OpenedLink.class);
    types.add("storage.TakenLink.v1", TakenLink.class);
    types.add("storage.Stretch.v1", Stretch.class);
    types.add(CREATE_LINK, "storage.CreateLink.v1");
    types.add(LIST_LINKS, "storage.ListLinks.v1");
    types.add(REVOKE_LINK, "storage.RevokeLink.v1");
    types.add(OPEN_LINK, "storage.OpenLink.v1");
    types.add(TAKE_LINK, "storage.TakeLink.v1");
    types.add(READ_STRETCH, "storage.ReadStretch.v1");
    types.add(DEMAND_ROOM, "storage.DemandRoom.v1");
    types.add(USAGE, "storage.ShowStorage.v1");
    types.add(SET_HOLDS, "storage.SetHolds.v1");
    types.add(LIFT_HOLDS, "storage.LiftHolds.v1");
    types.add(LIST_HOLDS, "storage.ListHolds.v1");
    types.add(LIST_HOLD_EVENTS, "storage.ListHoldEvents.v1");
    types.add("storage.Absence.v1", Absence.class);
    types.add(EXPLAIN_ABSENCE, "storage.ExplainAbsence.v1");
    types.add(RELEASE, "storage.ReleaseFiles.v1");
    types.add(CLEAN, "storage.CleanStorage.v1");
    types.add(CHECK, "storage.CheckStorage.v1");
    types.add(NAMED_BY_JOBS, "storage.NameJobFiles.v1");
    types.add(NAMED_BY_LIBRARIES, "storage.NameLibraryFiles.v1");
  }
}
