package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.storage.Blob;
import java.time.Duration;

/** Everything the materials service answers. */
public final class MaterialsMessages {
  public static final Task<ChooseMaterials, ChosenMaterials> CHOOSE =
      new Task<>(
          "materials.choose",
          ChooseMaterials.class,
          ChosenMaterials.class,
          Duration.ofMinutes(5),
          ResourceClass.NETWORK);

  public static final Task<ComposeMusic, Music> COMPOSE_MUSIC =
      new Task<>(
          "materials.compose-music",
          ComposeMusic.class,
          Music.class,
          Duration.ofMinutes(5),
          ResourceClass.CPU);

  /** Probes every file, so a large folder takes a while. */
  public static final Endpoint<ImportFolder, Collection> IMPORT_FOLDER =
      new Endpoint<>(
          "materials.import-folder", ImportFolder.class, Collection.class, Duration.ofMinutes(10));

  /** Fails with {@code INVALID} that names every file which is not there, and those that are. */
  public static final Endpoint<FindItems, FoundItems> FIND_ITEMS =
      new Endpoint<>(
          "materials.find-items", FindItems.class, FoundItems.class, Duration.ofSeconds(10));

  /** What was looked at for the scenes of a video, kept for 90 days. */
  public static final Endpoint<ListCandidates, VideoCandidates> CANDIDATES =
      new Endpoint<>(
          "materials.candidates",
          ListCandidates.class,
          VideoCandidates.class,
          Duration.ofSeconds(10));

  /** Fails with {@code INVALID} for a collection that is not there. */
  public static final Task<SearchScene, FoundCandidates> SEARCH_SCENE =
      new Task<>(
          "materials.search-scene",
          SearchScene.class,
          FoundCandidates.class,
          Duration.ofMinutes(1),
          ResourceClass.NETWORK);

  /** {@code NOT_FOUND} for a candidate that was not looked at, or of which there is no still. */
  public static final Endpoint<ShowCandidate, Blob> SHOW_CANDIDATE =
      new Endpoint<>(
          "materials.show-candidate", ShowCandidate.class, Blob.class, Duration.ofMinutes(1));

  /** Of an outside source, at most what it shows on one page. */
  public static final Endpoint<ListMusic, MusicList> LIST_MUSIC =
      new Endpoint<>(
          "materials.list-music", ListMusic.class, MusicList.class, Duration.ofSeconds(40));

  public static final Endpoint<GetMusic, MusicPiece> GET_MUSIC =
      new Endpoint<>(
          "materials.get-music", GetMusic.class, MusicPiece.class, Duration.ofSeconds(40));

  /** Renders or downloads the piece when it is not there yet. */
  public static final Endpoint<HearMusic, Music> HEAR_MUSIC =
      new Endpoint<>("materials.hear-music", HearMusic.class, Music.class, Duration.ofMinutes(3));

  /** Fails with {@code INVALID} for what is not sound all through. */
  public static final Endpoint<AddMusic, MusicPiece> ADD_MUSIC =
      new Endpoint<>(
          "materials.add-music", AddMusic.class, MusicPiece.class, Duration.ofMinutes(4));

  public static final Endpoint<DropMusic, MusicPiece> DROP_MUSIC =
      new Endpoint<>(
          "materials.drop-music", DropMusic.class, MusicPiece.class, Duration.ofSeconds(10));

  public static final Endpoint<ListSources, SourceList> SOURCES =
      new Endpoint<>(
          "materials.list-sources", ListSources.class, SourceList.class, Duration.ofSeconds(5));

  private MaterialsMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("materials.ChosenMaterials.v1", ChosenMaterials.class);
    types.add("materials.Music.v1", Music.class);
    types.add("materials.Collection.v1", Collection.class);
    types.add(CHOOSE, "materials.ChooseMaterials.v1");
    types.add(COMPOSE_MUSIC, "materials.ComposeMusic.v1");
    types.add("materials.FoundItems.v1", FoundItems.class);
    types.add("materials.VideoCandidates.v1", VideoCandidates.class);
    types.add(CANDIDATES, "materials.ListCandidates.v1");
    types.add("materials.FoundCandidates.v1", FoundCandidates.class);
    types.add(SEARCH_SCENE, "materials.SearchScene.v1");
    types.add(SHOW_CANDIDATE, "materials.ShowCandidate.v1");
    types.add(IMPORT_FOLDER, "materials.ImportFolder.v1");
    types.add(FIND_ITEMS, "materials.FindItems.v1");
    types.add("materials.SourceList.v1", SourceList.class);
    types.add(SOURCES, "materials.ListSources.v1");
    types.add("materials.MusicPiece.v1", MusicPiece.class);
    types.add("materials.MusicList.v1", MusicList.class);
    types.add(LIST_MUSIC, "materials.ListMusic.v1");
    types.add(GET_MUSIC, "materials.GetMusic.v1");
    types.add(HEAR_MUSIC, "materials.HearMusic.v1");
    types.add(ADD_MUSIC, "materials.AddMusic.v1");
    types.add(DROP_MUSIC, "materials.DropMusic.v1");
  }
}
