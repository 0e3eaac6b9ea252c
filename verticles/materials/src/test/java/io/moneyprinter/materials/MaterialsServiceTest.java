package io.moneyprinter.materials;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.FoundItems;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MaterialsServiceTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @TempDir Path folder;

  @BeforeEach
  void deploy() {
    VideoMessages.PROBE.serve(test.vertx().eventBus(), this::probe);
    TestMaterials.deploy(test, TestMaterials.offline(8));
  }

  /** Stands in for the video service: decodes stills for real, believes in clips by their size. */
  private Future<MediaInfo> probe(ProbeMedia asked) {
    try {
      Path file = test.node().blobs().path(asked.blob());
      if (asked.blob().mediaType().startsWith("video/")) {
        return Future.succeededFuture(
            new MediaInfo(MediaInfo.Kind.VIDEO, 720, 1280, 4.5, 30, "h264", true, true, false));
      }
      if (asked.blob().mediaType().startsWith("audio/")) {
        return Future.succeededFuture(
            new MediaInfo(MediaInfo.Kind.AUDIO, 0, 0, 2.5, 0, "sound", true));
      }
      BufferedImage image = ImageIO.read(file.toFile());
      return image == null
          ? Future.failedFuture(ServiceFailure.invalid("/blob", "It cannot be decoded"))
          : Future.succeededFuture(
              new MediaInfo(
                  MediaInfo.Kind.STILL, image.getWidth(), image.getHeight(), 0, 0, "x", false));
    } catch (IOException e) {
      return Future.failedFuture(ServiceFailure.invalid("/blob", "It is damaged"));
    }
  }

  @Test
  void aFolderBecomesACollectionWithTagsFromNamesAndSideFiles() throws IOException {
    picture("coffee-cup_02.jpg", "jpg", 30, 40);
    picture("OceanWaves.png", "png", 50, 20);
    Files.createDirectories(folder.resolve("city"));
    clip("city/IMG_night.mp4");
    Files.writeString(folder.resolve("tags.yaml"), "OceanWaves.png: [Surf, blue water]\n");
    Files.writeString(folder.resolve("coffee-cup_02.txt"), "espresso, saucer");
    Files.writeString(folder.resolve("readme.md"), "passed over");
    Files.writeString(folder.resolve(".hidden.jpg"), "passed over too");

    Collection collection = Answers.answer(importFolder());

    assertThat(collection.items())
        .extracting(Collection.Item::name)
        .containsExactly("OceanWaves.png", "city/IMG_night.mp4", "coffee-cup_02.jpg");
    assertThat(collection.items().get(0).tags())
        .containsExactly("surf", "blue water", "ocean", "waves");
    assertThat(collection.items().get(1).tags()).containsExactly("night", "city");
    assertThat(collection.items().get(2).tags())
        .containsExactly("espresso", "saucer", "coffee", "cup");
    assertThat(collection.items().get(2).picture())
        .isInstanceOfSatisfying(
            Picture.Still.class,
            still -> {
              assertThat(still.width()).isEqualTo(30);
              assertThat(still.blob().mediaType()).isEqualTo("image/jpeg");
              assertThat(test.node().blobs().path(still.blob()))
                  .hasSameBinaryContentAs(folder.resolve("coffee-cup_02.jpg"));
            });
    assertThat(collection.items().get(1).picture())
        .isInstanceOfSatisfying(
            Picture.Footage.class,
            footage -> {
              assertThat(footage.audio()).isTrue();
              assertThat(footage.hdr()).isTrue();
              assertThat(footage.alpha()).isFalse();
            });
  }

  @Test
  void soundsAndColourTablesComeIntoTheCollectionAndAreFoundByName() throws IOException {
    picture("sea.png", "png", 20, 20);
    sound("bell.wav", "RIFF....WAVEfmt ");
    sound("sea wind.mp3", "ID3.........");
    sound("bare.mp3", "\u00ff\u00fb\u0090\u0064....");
    sound("door.m4a", "\0\0\0\u0018ftypM4A \0\0\0\0");
    sound("rain.ogg", "OggS........");
    sound("bird.flac", "fLaC........");
    sound("warm.cube", "TITLE \"warm\"\nLUT_1D_SIZE 2\n0 0 0\n1 1 1\n");
    String id = Answers.answer(importFolder()).id();

    List<Collection.Item> found =
        Answers.answer(find(id, "warm.cube", "sea.png", "bell.wav", "sea wind.mp3")).items();

    assertThat(found)
        .extracting(Collection.Item::name)
        .containsExactly("warm.cube", "sea.png", "bell.wav", "sea wind.mp3");
    assertThat(found.get(0).other().mediaType()).isEqualTo("application/x-cube");
    assertThat(found.get(0).seconds()).isNull();
    assertThat(found.get(1).picture()).isInstanceOf(Picture.Still.class);
    assertThat(found.get(2).other().mediaType()).isEqualTo("audio/wav");
    assertThat(found.get(2).seconds()).isEqualTo(2.5);
    assertThat(Answers.answer(find(id, "bare.mp3", "door.m4a", "rain.ogg", "bird.flac")).items())
        .extracting(item -> item.other().mediaType())
        .containsExactly("audio/mpeg", "audio/mp4", "audio/ogg", "audio/flac");
    // No scene is shown a sound, whatever its name.
    assertThat(
            Answers.answer(choose(id, scene(0, "The wind.", "wind"), scene(1, "The sea.", "sea")))
                .scenes())
        .extracting(material -> material.picture().getClass().getSimpleName())
        .containsExactly("Generated", "Still");
  }

  @Test
  void aNameThatIsNotThereIsSaidWithThoseThatAre() throws IOException {
    picture("sea.png", "png", 20, 20);
    String id = Answers.answer(importFolder()).id();

    ServiceFailure failure = Answers.failure(find(id, "sea.png", "lake.png", "bell.wav"));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("lake.png", "bell.wav", "It holds sea.png");
    assertThat(failure.violations())
        .extracting(violation -> violation.pointer())
        .containsExactly("/names/1", "/names/2");
    assertThat(Answers.failure(find("no-such", "sea.png")).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void anUnchangedFolderGivesTheSameIdAndAChangedOneAnother() throws IOException {
    picture("sea.png", "png", 20, 20);

    String first = Answers.answer(importFolder()).id();
    String again = Answers.answer(importFolder()).id();
    picture("sky.png", "png", 21, 20);
    String changed = Answers.answer(importFolder()).id();

    assertThat(again).isEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
  }

  @Test
  void everyBadFileIsNamedWithWhatToDo() throws IOException {
    picture("good.png", "png", 20, 20);
    Files.createFile(folder.resolve("empty.jpg"));
    Files.writeString(folder.resolve("words.mp4"), "this is no clip, whatever its name says");
    byte[] cut = Files.readAllBytes(folder.resolve("good.png"));
    Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(cut, 40));
    Files.createSymbolicLink(folder.resolve("link.png"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(folder.resolve("lost.png"), folder.resolve("gone.png"));
    Files.write(folder.resolve("huge.png"), java.util.Arrays.copyOf(cut, 2_000_000));
    Files.writeString(folder.resolve("tags.yaml"), "a: [b\nc");

    ServiceFailure failure = Answers.failure(importFolder());

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.violations()).hasSize(7);
    assertThat(failure.getMessage())
        .contains("empty.jpg is empty (0 bytes)")
        .contains("words.mp4 is not what its name says")
        .contains("cut.png cannot be used")
        .contains("link.png is a link out of the folder")
        .contains("lost.png is a link that leads nowhere")
        .contains("huge.png is larger than 1MB")
        .contains("tags.yaml line");
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    for (int i = 0; i < 9; i++) {
      picture("p" + i + ".png", "png", 20, 20);
    }

    assertThat(Answers.failure(importFolder()).getMessage()).contains("materials.max-files");
  }

  @Test
  void aMissingFolderIsNotFound() {
    ServiceFailure failure = Answers.failure(importFolder(folder.resolve("nowhere")));

    assertThat(failure.code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure.getMessage()).contains("nowhere", "materials.folder");
  }

  @Test
  void aFolderWithoutPicturesIsRefused() {
    assertThat(Answers.failure(importFolder()).getMessage()).contains("holds no picture or clip");
  }

  @Test
  void aFolderThatMayNotBeReadSaysHowToAllowIt() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    closed.toFile().setReadable(false);
    if (Files.isReadable(closed)) { // root may read everything, so it is only told that it is empty
      assertThat(Answers.failure(importFolder(closed)).getMessage()).contains("holds no picture");
      return;
    }

    ServiceFailure failure = Answers.failure(importFolder(closed));

    assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(failure.getMessage()).contains("chmod");
    closed.toFile().setReadable(true);
  }

  @Test
  void scenesGetTheFilesThatShowThemAndDrawingsOtherwise() throws IOException {
    picture("coffee-cup.png", "png", 30, 40);
    picture("ocean-waves.png", "png", 50, 20);
    picture("city-night.png", "png", 50, 21);
    String id = Answers.answer(importFolder()).id();

    ChosenMaterials chosen =
        Answers.answer(
            choose(
                id,
                scene(0, "The city never sleeps.", "city lights"),
                scene(1, "Waves roll in from far out.", "ocean"),
                scene(2, "Then a cup of coffee.", "coffee cup"),
                scene(3, "Mathematics is a language.", "equation")));

    assertThat(chosen.scenes()).extracting(SceneMaterial::scene).containsExactly(0, 1, 2, 3);
    assertThat(chosen.scenes())
        .extracting(material -> material.provenance().id())
        .startsWith("city-night.png", "ocean-waves.png", "coffee-cup.png");
    SceneMaterial coffee = chosen.scenes().get(2);
    assertThat(coffee.score()).isGreaterThan(0.7);
    assertThat(coffee.reasons()).first().asString().contains("coffee", "cup");
    assertThat(chosen.scenes().get(3).picture()).isInstanceOf(Picture.Generated.class);
    assertThat(chosen.scenes().get(3).reasons()).contains("no file fits well enough");
  }

  @Test
  void noFileShowsTwiceInOneVideo() throws IOException {
    picture("coffee.png", "png", 30, 40);
    String id = Answers.answer(importFolder()).id();

    ChosenMaterials chosen =
        Answers.answer(
            choose(
                id,
                scene(0, "Some like it with milk.", "coffee", "milk"),
                scene(1, "Coffee.", "coffee")));

    assertThat(chosen.scenes().get(0).picture()).isInstanceOf(Picture.Generated.class);
    assertThat(chosen.scenes().get(1).picture()).isInstanceOf(Picture.Still.class);
  }

  @Test
  void whatWasLookedAtIsKeptWithScoresAndReasonsForItsTenantAlone() throws IOException {
    picture("coffee-cup.png", "png", 30, 40);
    picture("coffee-beans.png", "png", 50, 20);
    String id = Answers.answer(importFolder()).id();
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);

    choose(caller, new MaterialsBrief(id), "One", scene(0, "A cup of coffee.", "coffee cup"));
    List<SceneCandidates> scenes = candidates(caller, caller.correlationId());

    assertThat(scenes).hasSize(1);
    assertThat(scenes.get(0).candidates())
        .extracting(RankedCandidate::key)
        .containsExactly("folder:coffee-cup.png", "folder:coffee-beans.png");
    assertThat(scenes.get(0).candidates())
        .extracting(RankedCandidate::chosen)
        .containsExactly(true, false);
    RankedCandidate best = scenes.get(0).candidates().get(0);
    assertThat(best.reasons().get(0)).contains("coffee", "cup");
    assertThat(best.reasons()).contains("a still, which is panned over");
    assertThat(candidates(CallContext.system("other"), caller.correlationId())).isEmpty();
  }

  @Test
  void anyCandidateCanBePickedByHand() throws IOException {
    picture("coffee-cup.png", "png", 30, 40);
    picture("coffee-beans.png", "png", 50, 20);
    String id = Answers.answer(importFolder()).id();
    Scene[] scenes = {
      scene(0, "A cup of coffee.", "coffee cup"), scene(1, "Coffee beans.", "coffee beans")
    };
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);

    ChosenMaterials swapped =
        choose(caller, picking(id, Map.of("0", "folder:coffee-beans.png")), "One", scenes);
    ChosenMaterials drawn = choose(caller, picking(id, Map.of("1", "generated")), "One", scenes);
    ServiceFailure unknown =
        Answers.failure(
            MaterialsMessages.CHOOSE.ask(
                test.vertx().eventBus(),
                request(picking(id, Map.of("1", "pexels:1")), "One", scenes),
                caller));

    assertThat(swapped.scenes().get(0).provenance().id()).isEqualTo("coffee-beans.png");
    assertThat(swapped.scenes().get(0).reasons()).first().isEqualTo("picked by hand");
    assertThat(swapped.scenes().get(1).provenance().id()).isEqualTo("coffee-cup.png");
    assertThat(drawn.scenes().get(1).picture()).isInstanceOf(Picture.Generated.class);
    assertThat(drawn.scenes().get(1).reasons()).contains("picked by hand");
    assertThat(unknown.code()).isEqualTo(FailureCode.INVALID);
    assertThat(unknown.violations().get(0).pointer()).isEqualTo("/materials/picks/1");
    assertThat(unknown.getMessage()).contains("pexels:1", "/candidates");
  }

  @Test
  void aVeryLongSentenceGetsASecondClipThatNoOtherSceneNeeds() throws IOException {
    picture("coffee-cup.png", "png", 30, 40);
    picture("coffee-beans.png", "png", 50, 20);
    picture("goat.png", "png", 50, 21);
    String id = Answers.answer(importFolder()).id();
    String tale =
        "A herdsman saw that his goats danced all night after they had eaten the red fruit of a"
            + " certain bush, and so he brought its beans to the monks, who made coffee of them.";

    ChosenMaterials chosen =
        Answers.answer(choose(id, scene(0, tale, "coffee"), scene(1, "A goat.", "goat")));

    assertThat(chosen.scenes())
        .extracting(material -> material.provenance().id())
        .containsExactly("coffee-beans.png", "goat.png");
    assertThat(chosen.more())
        .extracting(material -> material.scene() + " " + material.provenance().id())
        .containsExactly("0 coffee-cup.png");
  }

  @Test
  void whatAnotherVideoShowedLatelyGivesWayToItsEqual() throws IOException {
    picture("coffee-a.png", "png", 30, 40);
    picture("coffee-b.png", "png", 30, 41);
    String id = Answers.answer(importFolder()).id();
    Scene scene = scene(0, "Coffee.", "coffee");

    MaterialsBrief brief = new MaterialsBrief(id);
    String first = shown(choose(CallContext.system("local"), brief, "One", scene));
    String again = shown(choose(CallContext.system("local"), brief, "One", scene));
    ChosenMaterials other = choose(CallContext.system("local"), brief, "Two", scene);

    assertThat(again).isEqualTo(first);
    assertThat(shown(other)).isNotEqualTo(first);
  }

  private static String shown(ChosenMaterials chosen) {
    return chosen.scenes().get(0).provenance().id();
  }

  private static MaterialsBrief picking(String collection, Map<String, String> picks) {
    return new MaterialsBrief(collection, List.of(), picks);
  }

  private static ChooseMaterials request(MaterialsBrief brief, String title, Scene... scenes) {
    Script script = new Script(title, "en", List.of(scenes), "user", 0);
    return new ChooseMaterials(script, brief, Canvas.PORTRAIT, 42);
  }

  private ChosenMaterials choose(
      CallContext caller, MaterialsBrief brief, String title, Scene... scenes) {
    return Answers.answer(
        MaterialsMessages.CHOOSE.ask(
            test.vertx().eventBus(), request(brief, title, scenes), caller));
  }

  private List<SceneCandidates> candidates(CallContext caller, String job) {
    return Answers.answer(
            MaterialsMessages.CANDIDATES.ask(
                test.vertx().eventBus(), new ListCandidates(job), caller))
        .scenes();
  }

  @Test
  void anUnknownCollectionIsNotFound() {
    ServiceFailure failure = Answers.failure(choose("no-such", scene(0, "Hello.", "hello")));

    assertThat(failure.code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure.getMessage()).contains("no-such", "Import its folder again");
  }

  @Test
  void oneTenantDoesNotSeeAnothersCollection() throws IOException {
    picture("coffee.png", "png", 30, 40);
    String id =
        Answers.answer(
                MaterialsMessages.IMPORT_FOLDER.ask(
                    test.vertx().eventBus(),
                    new ImportFolder(folder.toString()),
                    CallContext.system("other")))
            .id();

    assertThat(Answers.failure(choose(id, scene(0, "Hello.", "hello"))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void musicIsMadeOnceAndTakenFromTheStoreAfterwards() throws IOException {
    ComposeMusic request = new ComposeMusic(MusicBrief.Mood.CALM, 3, 1);

    var first =
        Answers.answer(MaterialsMessages.COMPOSE_MUSIC.ask(test.vertx().eventBus(), request));
    var again =
        Answers.answer(MaterialsMessages.COMPOSE_MUSIC.ask(test.vertx().eventBus(), request));

    assertThat(again).isEqualTo(first);
    assertThat(first.audio().size()).isEqualTo(44 + 3 * 48_000 * 4);
  }

  private Future<Collection> importFolder() {
    return importFolder(folder);
  }

  private Future<Collection> importFolder(Path from) {
    return MaterialsMessages.IMPORT_FOLDER.ask(
        test.vertx().eventBus(), new ImportFolder(from.toString()));
  }

  private Future<FoundItems> find(String collection, String... names) {
    return MaterialsMessages.FIND_ITEMS.ask(
        test.vertx().eventBus(), new FindItems(collection, List.of(names)));
  }

  private void sound(String name, String bytes) throws IOException {
    Files.write(folder.resolve(name), bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Future<ChosenMaterials> choose(String collection, Scene... scenes) {
    Script script = new Script("A video", "en", List.of(scenes), "user", 0);
    return MaterialsMessages.CHOOSE.ask(
        test.vertx().eventBus(),
        new ChooseMaterials(script, new MaterialsBrief(collection), Canvas.PORTRAIT, 42));
  }

  private static Scene scene(int index, String narration, String... terms) {
    return new Scene(index, narration, List.of(terms), null);
  }

  private void picture(String name, String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, width * 1000 + height);
    ImageIO.write(image, format, folder.resolve(name).toFile());
  }

  private void clip(String name) throws IOException {
    byte[] start = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};
    Files.write(folder.resolve(name), start);
  }
}
