package io.moneyprinter.materials;

import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.folder.FolderImporter;
import io.moneyprinter.materials.folder.Intake;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.materials.music.HouseMusic;
import io.moneyprinter.materials.music.MusicComposer;
import io.moneyprinter.materials.music.library.FolderMeasures;
import io.moneyprinter.materials.music.library.FolderMusic;
import io.moneyprinter.materials.music.library.MusicConfig;
import io.moneyprinter.materials.music.library.MusicDirector;
import io.moneyprinter.materials.music.library.MusicIntake;
import io.moneyprinter.materials.music.library.MusicLibrary;
import io.moneyprinter.materials.music.library.MusicShelf;
import io.moneyprinter.materials.music.library.MusicStore;
import io.moneyprinter.materials.music.library.OutsideShelves;
import io.moneyprinter.materials.music.library.OwnMusic;
import io.moneyprinter.materials.music.library.SoundFiles;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The materials service: pictures from the user's folder or drawn, and music. */
public final class MaterialsVerticle extends ServiceVerticle {
  private final MaterialsConfig config;

  public MaterialsVerticle(MaterialsConfig config, Node node) {
    super("materials", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return scope.database().onSuccess(database -> serve(scope, database));
  }

  private void serve(ServiceScope scope, Database database) {
    Node node = scope.node();
    CollectionStore store = new CollectionStore(database);
    FolderImporter importer =
        new FolderImporter(new Intake(node), store, config.maxFiles(), config.maxFileSize());
    KnownCollections collections = new KnownCollections(store);
    SceneMaterials scenes =
        new SceneMaterials(collections, new MaterialChooser(config.threshold()), node.pools());
    scope.serve(MaterialsMessages.IMPORT_FOLDER, importer::importFolder);
    scope.serve(MaterialsMessages.FIND_ITEMS, collections::find);
    scope.work(MaterialsMessages.CHOOSE, (request, context) -> scenes.choose(request));
    serveMusic(scope, database, collections);
  }

  private void serveMusic(ServiceScope scope, Database database, KnownCollections collections) {
    Node node = scope.node();
    MusicConfig music = config.music();
    SoundFiles files = new SoundFiles(node, music.maxLength());
    MusicStore store = new MusicStore(database);
    OwnMusic own = new OwnMusic(store);
    OutsideShelves outside = new OutsideShelves(node, music, files);
    scope.onClose(
        () -> {
          outside.close();
          return Future.succeededFuture();
        });
    Path folder = music.folder().map(Path::of).orElse(node.data().root().resolve("music"));
    List<MusicShelf> shelves = new ArrayList<>();
    shelves.add(new HouseMusic(node.pools(), node.blobs()));
    shelves.add(own);
    shelves.add(
        new FolderMusic(
            folder,
            music.maxFileSize(),
            node.pools(),
            new Intake(node),
            files,
            new FolderMeasures(database)));
    shelves.addAll(outside.shelves());
    MusicLibrary library = new MusicLibrary(shelves);
    MusicComposer composer = new MusicComposer(node.pools(), node.blobs());
    MusicDirector director = new MusicDirector(library, composer::compose, collections::find);
    scope.work(MaterialsMessages.COMPOSE_MUSIC, director::choose);
    scope.serve(MaterialsMessages.LIST_MUSIC, library::list);
    scope.serve(MaterialsMessages.GET_MUSIC, library::get);
    scope.serve(MaterialsMessages.HEAR_MUSIC, library::hear);
    scope.serve(MaterialsMessages.ADD_MUSIC, new MusicIntake(files, store, music.maxPieces())::add);
    scope.serve(MaterialsMessages.DROP_MUSIC, request -> own.drop(request.id()));
  }
}
