package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.folder.FolderImporter;
import io.moneyprinter.materials.folder.FolderIntake;
import io.moneyprinter.materials.folder.FolderMemory;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.materials.library.CandidateStore;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.materials.look.Thumbnails;
import io.moneyprinter.materials.meaning.Embeddings;
import io.moneyprinter.materials.search.KeptIndexes;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.Thesaurus;
import io.moneyprinter.materials.source.PickedCandidates;
import io.moneyprinter.materials.source.SourceRegistry;
import io.moneyprinter.materials.source.SourcedScenes;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.flags.Flags;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import java.util.List;

/** The materials service: pictures from the user's folder, from sources or drawn, and music. */
public final class MaterialsVerticle extends ServiceVerticle {
  /** Some 20 MB of memory. */
  private static final int MOST_INDEXED = 20_000;

  private final MaterialsConfig config;

  public MaterialsVerticle(MaterialsConfig config, Node node) {
    super("materials", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Future<Database> database = scope.database();
    Future<TextAnalysis> analysis =
        scope.node().pools().run(Pool.MEDIA, () -> new TextAnalysis(Thesaurus.load()));
    return Future.join(database, analysis)
        .map(
            ready -> {
              serve(scope, database.result(), analysis.result());
              return null;
            });
  }

  private void serve(ServiceScope scope, Database database, TextAnalysis analysis) {
    Node node = scope.node();
    CollectionStore store = new CollectionStore(database);
    Appearances appearances = new Appearances(node, database);
    FolderImporter importer =
        new FolderImporter(
            new FolderIntake(
                node,
                new FileInspector(node, appearances),
                appearances,
                new FolderMemory(node.blobs(), database)),
            store,
            config.maxFiles(),
            config.maxFileSize());
    Library library = new Library(config, scope, database, analysis, appearances);
    KnownCollections collections = new KnownCollections(store, library.shelf());
    SourceRegistry sources = SourceRegistry.open(config.sources(), node, List.of(library.source()));
    closing(scope, sources::close);
    Embeddings embeddings = new Embeddings(node, config.embeddings(), database);
    closing(scope, embeddings::close);
    Thumbnails thumbnails =
        new Thumbnails(node, appearances, config.sources().hosts(), config.sources().agent());
    closing(scope, thumbnails::close);
    KeptIndexes indexes = new KeptIndexes(analysis, MOST_INDEXED, node.meters());
    closing(scope, indexes::close);
    CandidateStore candidates = new CandidateStore(database);
    ChoiceBasis basis = new ChoiceBasis(collections, candidates, library.source(), appearances);
    MaterialChooser chooser = new MaterialChooser(analysis, indexes, config.threshold());
    Flags flags = Flags.follow(scope);
    SourcedScenes sourced =
        new SourcedScenes(
            sources,
            node.pools(),
            new SourcedScenes.Limits(
                config.sources().timeout(), config.sources().total(), config.threshold()),
            () -> flags.on(Flag.STOCK_FOOTAGE, CallContext.currentOrSystem().tenant()));
    SceneMaterials scenes =
        new SceneMaterials(
            basis,
            analysis,
            chooser,
            sourced,
            new PickedCandidates(sources),
            candidates,
            embeddings,
            appearances,
            thumbnails,
            node.pools());
    SceneOffers offers =
        new SceneOffers(
            basis,
            analysis,
            chooser,
            sourced,
            candidates,
            embeddings,
            appearances,
            thumbnails,
            node.pools());
    scope.work(MaterialsMessages.SEARCH_SCENE, offers::search);
    scope.serve(
        MaterialsMessages.SHOW_CANDIDATE,
        new CandidatePictures(candidates, thumbnails, node.blobs(), scope.bus())::show);
    library.serve();
    scope.serve(MaterialsMessages.IMPORT_FOLDER, importer::importFolder);
    scope.serve(MaterialsMessages.FIND_ITEMS, collections::find);
    scope.serve(MaterialsMessages.SOURCES, asked -> sources.list());
    scope.serve(MaterialsMessages.CANDIDATES, scenes::candidates);
    scope.work(MaterialsMessages.CHOOSE, scenes::choose);
    new MusicDepartment(config.music(), database, collections).serve(scope);
    Takeaway.serve(scope, database);
    DepartureLog.follow(scope, database, new Farewell(database)::forget);
  }

  private static void closing(ServiceScope scope, Runnable close) {
    scope.onClose(
        () -> {
          close.run();
          return Future.succeededFuture();
        });
  }
}
