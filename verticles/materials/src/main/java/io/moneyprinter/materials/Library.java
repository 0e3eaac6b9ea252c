package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.DeleteAsset;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.materials.archive.ArchiveImporter;
import io.moneyprinter.materials.archive.ArchiveLimits;
import io.moneyprinter.materials.asset.AssetFiles;
import io.moneyprinter.materials.asset.AssetSearch;
import io.moneyprinter.materials.asset.AssetStore;
import io.moneyprinter.materials.asset.CollectionDesk;
import io.moneyprinter.materials.asset.NamedAssets;
import io.moneyprinter.materials.asset.SearchWords;
import io.moneyprinter.materials.asset.UseCatchUp;
import io.moneyprinter.materials.asset.UseNotes;
import io.moneyprinter.materials.asset.UseStore;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.materials.library.LibraryShelf;
import io.moneyprinter.materials.library.LibrarySource;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.upload.UploadDesk;
import io.moneyprinter.materials.upload.UploadFinisher;
import io.moneyprinter.materials.upload.UploadKeeper;
import io.moneyprinter.materials.upload.UploadLimits;
import io.moneyprinter.materials.upload.UploadStore;
import io.moneyprinter.materials.upload.UploadTrial;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;

/** Wires the tenants' own libraries together. */
final class Library {
  private static final long ROUND_MILLIS = 10_000;

  /** When completed videos are looked through that nobody here heard of: soon after the start. */
  private static final long FIRST_LOOK_MILLIS = 2_000;

  private static final long LOOK_MILLIS = 300_000;

  private final LibraryConfig config;
  private final ServiceScope scope;
  private final Appearances appearances;
  private final AssetStore assets;
  private final AssetFiles files;
  private final NamedAssets named;
  private final AssetSearch search;
  private final CollectionDesk collections;
  private final UseStore uses;
  private final UseNotes useNotes;
  private final UseCatchUp missed;
  private final LibraryShelf shelf;
  private final UploadDesk desk;
  private final UploadFinisher finisher;
  private final UploadTrial trial;
  private final UploadKeeper keeper;

  Library(
      MaterialsConfig materials,
      ServiceScope scope,
      Database database,
      TextAnalysis analysis,
      Appearances appearances) {
    this.appearances = appearances;
    SearchWords words = new SearchWords(analysis, scope.node().pools());
    this.config = materials.library();
    this.scope = scope;
    Node node = scope.node();
    long file = materials.maxFileSize().bytes();
    UploadLimits limits =
        new UploadLimits(
            file, config.tenantSize().bytes(), config.openUploads(), config.uploadLife());
    this.assets = new AssetStore(database, words);
    this.files = new AssetFiles(scope.bus(), database);
    this.named = new NamedAssets(database);
    this.search = new AssetSearch(database, words);
    this.collections = new CollectionDesk(database);
    this.uses = new UseStore(database, assets);
    this.useNotes = new UseNotes(node, uses);
    this.missed = new UseCatchUp(node, database, useNotes);
    this.shelf = new LibraryShelf(collections, search, materials.maxFiles());
    UploadStore uploads = new UploadStore(database, limits);
    this.desk = new UploadDesk(node, uploads, limits, assets, collections);
    FileInspector inspector = new FileInspector(node, appearances);
    ArchiveImporter archives =
        new ArchiveImporter(
            node,
            inspector,
            new ArchiveLimits(
                config.archiveEntries(),
                materials.maxFiles(),
                config.archiveSize().bytes(),
                file,
                config.archiveRatio()));
    this.finisher = new UploadFinisher(node, uploads, desk, assets, inspector, archives);
    this.trial = new UploadTrial(node, uploads, desk, finisher, inspector, archives);
    this.keeper = new UploadKeeper(node, uploads, finisher, config.uploadLife());
  }

  /** The library as a source of pictures and clips. */
  LibrarySource source() {
    return new LibrarySource(search, assets, appearances);
  }

  /** Its collections, for briefs that name one. */
  LibraryShelf shelf() {
    return shelf;
  }

  private static String tenant() {
    return CallContext.currentOrSystem().tenant();
  }

  void serve() {
    scope.serve(
        LibraryMessages.OPEN_UPLOAD, q -> desk.open(tenant(), q.length(), q.details(), q.home()));
    scope.serve(LibraryMessages.GET_UPLOAD, q -> desk.get(tenant(), q.id()));
    scope.serve(LibraryMessages.DROP_UPLOAD, q -> desk.drop(tenant(), q.id()));
    scope.serve(LibraryMessages.FINISH_UPLOAD, q -> finisher.finish(tenant(), q));
    scope.serve(LibraryMessages.CHECK_UPLOAD, q -> trial.check(tenant(), q));
    scope.serve(LibraryMessages.GET_ASSET, q -> assets.get(tenant(), q.id()));
    scope.serve(LibraryMessages.SEARCH_ASSETS, q -> search.search(tenant(), q));
    scope.serve(LibraryMessages.EDIT_ASSET, q -> assets.edit(tenant(), q));
    scope.serve(LibraryMessages.DELETE_ASSET, this::delete);
    scope.serve(StorageMessages.NAMED_BY_LIBRARIES, named::find);
    scope.serve(LibraryMessages.LIST_USES, q -> uses.list(tenant(), q.asset()));
    scope.serve(LibraryMessages.LIST_COLLECTIONS, q -> collections.list(tenant()));
    scope.serve(LibraryMessages.CREATE_COLLECTION, q -> collections.create(tenant(), q.name()));
    scope.serve(LibraryMessages.DROP_COLLECTION, q -> collections.drop(tenant(), q.id()));
    scope.serve(LibraryMessages.COLLECT_ASSET, q -> collections.collect(tenant(), q));
    scope.listen(OrchestrationMessages.JOB_EVENTS, useNotes::hear);
    goRound();
  }

  private Future<Asset> delete(DeleteAsset wish) {
    String tenant = tenant();
    Future<?> free =
        wish.restore() ? Future.succeededFuture() : files.demandFree(tenant, wish.id());
    return free.compose(may -> assets.delete(tenant, wish.id(), wish.restore()));
  }

  private void goRound() {
    long timer =
        scope
            .vertx()
            .setPeriodic(
                ROUND_MILLIS,
                time ->
                    keeper
                        .round()
                        .compose(round -> files.purge(config.deletedLife()))
                        .compose(purged -> appearances.forgetOld()));
    long missing = scope.vertx().setPeriodic(FIRST_LOOK_MILLIS, LOOK_MILLIS, time -> missed.run());
    scope.onClose(
        () -> {
          scope.vertx().cancelTimer(timer);
          scope.vertx().cancelTimer(missing);
          return Future.succeededFuture();
        });
  }
}
