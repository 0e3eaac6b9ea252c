package io.moneyprinter.materials;

import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.materials.folder.Intake;
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
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the materials service does about music, put together. */
final class MusicDepartment {
  private final MusicConfig config;
  private final Database database;
  private final KnownCollections collections;

  MusicDepartment(MusicConfig config, Database database, KnownCollections collections) {
    this.config = config;
    this.database = database;
    this.collections = collections;
  }

  void serve(ServiceScope scope) {
    Node node = scope.node();
    SoundFiles files = new SoundFiles(node, config.maxLength());
    MusicStore store = new MusicStore(database);
    OwnMusic own = new OwnMusic(store);
    MusicLibrary library = new MusicLibrary(shelves(scope, own, files));
    MusicComposer composer = new MusicComposer(node.pools(), node.blobs());
    MusicDirector director = new MusicDirector(library, composer::compose, collections::find);
    MusicIntake intake = new MusicIntake(files, store, config.maxPieces());
    scope.work(MaterialsMessages.COMPOSE_MUSIC, director::choose);
    scope.serve(MaterialsMessages.LIST_MUSIC, library::list);
    scope.serve(MaterialsMessages.GET_MUSIC, library::get);
    scope.serve(MaterialsMessages.HEAR_MUSIC, library::hear);
    scope.serve(MaterialsMessages.ADD_MUSIC, intake::add);
    scope.serve(MaterialsMessages.DROP_MUSIC, request -> own.drop(request.id()));
  }

  private List<MusicShelf> shelves(ServiceScope scope, OwnMusic own, SoundFiles files) {
    Node node = scope.node();
    OutsideShelves outside = new OutsideShelves(node, config, files);
    scope.onClose(
        () -> {
          outside.close();
          return Future.succeededFuture();
        });
    Path folder = config.folder().map(Path::of).orElse(node.data().root().resolve("music"));
    List<MusicShelf> shelves = new ArrayList<>();
    shelves.add(new HouseMusic(node.pools(), node.blobs()));
    shelves.add(own);
    shelves.add(
        new FolderMusic(
            folder,
            config.maxFileSize(),
            node.pools(),
            new Intake(node),
            files,
            new FolderMeasures(database)));
    shelves.addAll(outside.shelves());
    return shelves;
  }
}
