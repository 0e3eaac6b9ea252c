package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;

/** What the materials service answers about a tenant's own library. */
public final class LibraryMessages {
  /** Hashes, looks at and stores the file first; an archive is answered before it is unpacked. */
  private static final Duration FINISHING = Duration.ofMinutes(3);

  /** {@code INVALID} for a bad name or too many bytes, {@code QUOTA} without room. */
  public static final Endpoint<OpenUpload, Upload> OPEN_UPLOAD =
      new Endpoint<>("materials.open-upload", OpenUpload.class, Upload.class);

  public static final Endpoint<GetUpload, Upload> GET_UPLOAD =
      new Endpoint<>("materials.get-upload", GetUpload.class, Upload.class);

  /**
   * {@code INVALID} for a file that cannot be kept, which is gone then; {@code CONFLICT} when bytes
   * are missing. They lie on the node that received them, so it is to be asked first.
   */
  public static final Endpoint<FinishUpload, Upload> FINISH_UPLOAD =
      new Endpoint<>("materials.finish-upload", FinishUpload.class, Upload.class, FINISHING);

  /** Fails as finishing would; nothing is kept. */
  public static final Endpoint<CheckUpload, CheckedUpload> CHECK_UPLOAD =
      new Endpoint<>("materials.check-upload", CheckUpload.class, CheckedUpload.class, FINISHING);

  public static final Endpoint<DropUpload, Upload> DROP_UPLOAD =
      new Endpoint<>("materials.drop-upload", DropUpload.class, Upload.class);

  public static final Endpoint<GetAsset, Asset> GET_ASSET =
      new Endpoint<>("materials.get-asset", GetAsset.class, Asset.class);

  public static final Endpoint<SearchAssets, AssetPage> SEARCH_ASSETS =
      new Endpoint<>("materials.search-assets", SearchAssets.class, AssetPage.class);

  public static final Endpoint<EditAsset, Asset> EDIT_ASSET =
      new Endpoint<>("materials.edit-asset", EditAsset.class, Asset.class);

  public static final Endpoint<DeleteAsset, Asset> DELETE_ASSET =
      new Endpoint<>("materials.delete-asset", DeleteAsset.class, Asset.class);

  public static final Endpoint<ListUses, AssetUses> LIST_USES =
      new Endpoint<>("materials.list-uses", ListUses.class, AssetUses.class);

  public static final Endpoint<ListCollections, AssetCollections> LIST_COLLECTIONS =
      new Endpoint<>("materials.list-collections", ListCollections.class, AssetCollections.class);

  public static final Endpoint<CreateCollection, AssetCollection> CREATE_COLLECTION =
      new Endpoint<>("materials.create-collection", CreateCollection.class, AssetCollection.class);

  public static final Endpoint<DropCollection, AssetCollection> DROP_COLLECTION =
      new Endpoint<>("materials.drop-collection", DropCollection.class, AssetCollection.class);

  public static final Endpoint<CollectAsset, AssetCollection> COLLECT_ASSET =
      new Endpoint<>("materials.collect-asset", CollectAsset.class, AssetCollection.class);

  private LibraryMessages() {}

  /**
   * Asks a node that has a certain folder how many bytes of an upload lie in it.
   *
   * @param home of the upload
   */
  public static Endpoint<AskUploaded, UploadedBytes> uploaded(String home) {
    return new Endpoint<>("materials.uploaded." + home, AskUploaded.class, UploadedBytes.class);
  }

  /**
   * Hands on a piece of an upload; {@code CONFLICT} when it is not the next one, {@code INVALID}
   * when it is too much.
   *
   * @param home of the upload
   */
  public static Endpoint<UploadPiece, UploadedBytes> piece(String home) {
    return new Endpoint<>(
        "materials.upload-piece." + home,
        UploadPiece.class,
        UploadedBytes.class,
        Duration.ofSeconds(30));
  }

  /**
   * Removes what came of an upload.
   *
   * @param home of the upload
   */
  public static Endpoint<AskUploaded, UploadedBytes> dropUploaded(String home) {
    return new Endpoint<>(
        "materials.drop-uploaded." + home, AskUploaded.class, UploadedBytes.class);
  }

  /**
   * {@link #FINISH_UPLOAD} on a node that has the bytes.
   *
   * @param home of the upload
   */
  public static Endpoint<FinishUpload, Upload> finishThere(String home) {
    return new Endpoint<>(
        "materials.finish-there." + home, FinishUpload.class, Upload.class, FINISHING);
  }

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("materials.Upload.v1", Upload.class);
    types.add("materials.Asset.v1", Asset.class);
    types.add("materials.AssetPage.v1", AssetPage.class);
    types.add("materials.AssetUses.v1", AssetUses.class);
    types.add("materials.AssetCollection.v1", AssetCollection.class);
    types.add("materials.AssetCollections.v1", AssetCollections.class);
    types.add("materials.UploadPiece.v1", UploadPiece.class);
    types.add("materials.AskUploaded.v1", AskUploaded.class);
    types.add("materials.UploadedBytes.v1", UploadedBytes.class);
    types.add(OPEN_UPLOAD, "materials.OpenUpload.v1");
    types.add(GET_UPLOAD, "materials.GetUpload.v1");
    types.add(FINISH_UPLOAD, "materials.FinishUpload.v1");
    types.add("materials.CheckedUpload.v1", CheckedUpload.class);
    types.add(CHECK_UPLOAD, "materials.CheckUpload.v1");
    types.add(DROP_UPLOAD, "materials.DropUpload.v1");
    types.add(GET_ASSET, "materials.GetAsset.v1");
    types.add(SEARCH_ASSETS, "materials.SearchAssets.v1");
    types.add(EDIT_ASSET, "materials.EditAsset.v1");
    types.add(DELETE_ASSET, "materials.DeleteAsset.v1");
    types.add(LIST_USES, "materials.ListUses.v1");
    types.add(LIST_COLLECTIONS, "materials.ListCollections.v1");
    types.add(CREATE_COLLECTION, "materials.CreateCollection.v1");
    types.add(DROP_COLLECTION, "materials.DropCollection.v1");
    types.add(COLLECT_ASSET, "materials.CollectAsset.v1");
  }
}
