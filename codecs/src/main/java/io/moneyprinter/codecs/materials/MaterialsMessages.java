package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
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
    types.add(IMPORT_FOLDER, "materials.ImportFolder.v1");
    types.add(FIND_ITEMS, "materials.FindItems.v1");
  }
}
