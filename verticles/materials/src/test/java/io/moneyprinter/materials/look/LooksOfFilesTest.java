package io.moneyprinter.materials.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.Appearance.Swatch;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.MeasureAppearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.TestMaterials;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the looks of the user's own files do to the choice among them. */
class LooksOfFilesTest {
  private static final TestNode NODE = TestNode.withDatabases();
  private static final AtomicInteger LOOKED = new AtomicInteger();
  private static volatile boolean blind;

  @RegisterExtension
  static final BeforeAllCallback DEPLOYED =
      context -> {
        NODE.open(TestEngines.of(context));
        deploy();
      };

  @TempDir Path folder;

  private static void deploy() {
    VideoMessages.PROBE.serve(NODE.vertx().eventBus(), LooksOfFilesTest::probe);
    VideoMessages.MEASURE_APPEARANCE.serve(NODE.vertx().eventBus(), LooksOfFilesTest::look);
    TestMaterials.deploy(NODE, TestMaterials.offline(20));
  }

  @AfterAll
  static void close() {
    NODE.close();
  }

  @BeforeEach
  void begin() {
    blind = false;
    LOOKED.set(0);
  }

  private static Future<MediaInfo> probe(ProbeMedia asked) {
    return Future.succeededFuture(
        asked.blob().mediaType().startsWith("video/")
            ? new MediaInfo(MediaInfo.Kind.VIDEO, 720, 1280, 9, 30, "h264", false)
            : new MediaInfo(MediaInfo.Kind.STILL, 90, 160, 0, 0, "png", false));
  }

  /** Stands in for the video service: stills are of one colour, clips say how much moves. */
  private static Future<Appearance> look(MeasureAppearance wish) {
    if (blind) {
      return Future.failedFuture(ServiceFailure.unavailable("No video service"));
    }
    LOOKED.incrementAndGet();
    try {
      Path file = NODE.node().blobs().path(wish.blob());
      if (wish.kind() == MediaInfo.Kind.VIDEO) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        double motion = Double.parseDouble(text.substring(text.indexOf('=') + 1));
        return Future.succeededFuture(
            new Appearance(hash((int) (motion * 1e6)), List.of(new Swatch("#808080", 1)), motion));
      }
      int color = ImageIO.read(file.toFile()).getRGB(0, 0) & 0xffffff;
      return Future.succeededFuture(
          new Appearance(hash(color), List.of(new Swatch("#%06x".formatted(color), 1)), null));
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  private static String hash(int seed) {
    long bits = (seed + 1) * 0x9E3779B97F4A7C15L;
    return HexFormat.of().toHexDigits(bits ^ bits >>> 29);
  }

  @Test
  void theSamePictureUnderAnotherNameIsNotShownTwice() throws IOException {
    picture("sea.png", new Color(0x1040A0));
    picture("sea copy.png", new Color(0x1040A0));
    picture("other/sea.png", new Color(0x30A0C0));
    String id = importFolder();

    ChosenMaterials chosen =
        choose("Twice", id, scene(0, "The sea.", "sea"), scene(1, "The sea again.", "sea"));

    assertThat(chosen.scenes())
        .extracting(material -> material.provenance().id())
        .contains("other/sea.png")
        .doesNotHaveDuplicates()
        .hasSize(2);
    int looked = LOOKED.get();
    assertThat(looked).isEqualTo(3);
    importFolder();
    choose("Thrice", id, scene(0, "The sea.", "sea"));
    assertThat(LOOKED).as("each file is decoded once").hasValue(looked);
  }

  @Test
  void ofEqualsTheOneIsShownWhoseColoursGoOnFromTheScenesBeside() throws IOException {
    picture("forest.png", new Color(0x205020));
    picture("meadow a.png", new Color(0xC02060));
    picture("meadow b.png", new Color(0x306030));
    String id = importFolder();

    SceneMaterial meadow =
        choose("Green", id, scene(0, "A forest.", "forest"), scene(1, "A meadow.", "meadow"))
            .scenes()
            .get(1);

    assertThat(meadow.provenance().id()).isEqualTo("meadow b.png");
    assertThat(meadow.reasons())
        .anySatisfy(
            reason ->
                assertThat(reason).matches("its colours are \\d\\d % like those of the scenes.*"));
    List<RankedCandidate> kept = candidates();
    assertThat(kept)
        .extracting(RankedCandidate::key)
        .containsExactly("folder:meadow b.png", "folder:meadow a.png");
    assertThat(kept.get(0).score()).isEqualTo(meadow.score()).isGreaterThan(kept.get(1).score());
    assertThat(kept.get(1).reasons().toString()).contains("its colours are 0 %");
    assertThat(kept.get(0).candidate().appearance().colors())
        .containsExactly(new Swatch("#306030", 1));
  }

  @Test
  void ofEqualsTheClipIsShownThatMoves() throws IOException {
    clip("river a.mp4", 0.0004);
    clip("river b.mp4", 0.03);
    clip("river c.mp4", 0.4);
    String id = importFolder();

    SceneMaterial river = choose("Moving", id, scene(0, "A river.", "river")).scenes().get(0);

    assertThat(river.provenance().id()).isEqualTo("river b.mp4");
    assertThat(river.reasons()).anySatisfy(reason -> assertThat(reason).startsWith("moves (3.0 %"));
    assertThat(candidates().stream().map(one -> one.reasons().toString()))
        .anySatisfy(reasons -> assertThat(reasons).contains("hardly moves"))
        .anySatisfy(reasons -> assertThat(reasons).contains("is restless (40 %"));
  }

  @Test
  void whatNobodyCouldLookAtIsChosenByTheRest() throws IOException {
    blind = true;
    picture("lamp.png", new Color(0xA0A010));
    clip("lamp.mp4", 0.0001);
    String id = importFolder();

    SceneMaterial lamp = choose("Blind", id, scene(0, "A lamp.", "lamp")).scenes().get(0);

    assertThat(lamp.provenance().id()).isEqualTo("lamp.mp4");
    assertThat(lamp.reasons()).noneMatch(reason -> reason.contains("moves"));
    blind = false;
    choose("Seeing", id, scene(0, "A lamp.", "lamp"));
    assertThat(LOOKED).as("looked at as soon as somebody can").hasValue(2);
  }

  private final CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);

  private String importFolder() {
    Collection collection =
        Answers.answer(
            MaterialsMessages.IMPORT_FOLDER.ask(
                NODE.vertx().eventBus(), new ImportFolder(folder.toString())));
    return collection.id();
  }

  private ChosenMaterials choose(String title, String collection, Scene... scenes) {
    return Answers.answer(
        MaterialsMessages.CHOOSE.ask(
            NODE.vertx().eventBus(),
            new ChooseMaterials(
                new Script(title, "en", List.of(scenes), "user", 0),
                new MaterialsBrief(collection),
                Canvas.PORTRAIT,
                42),
            caller));
  }

  /** Those of the last scene. */
  private List<RankedCandidate> candidates() {
    var scenes =
        Answers.answer(
                MaterialsMessages.CANDIDATES.ask(
                    NODE.vertx().eventBus(), new ListCandidates(caller.correlationId()), caller))
            .scenes();
    return scenes.get(scenes.size() - 1).candidates();
  }

  private static Scene scene(int index, String narration, String... terms) {
    return new Scene(index, narration, List.of(terms), null);
  }

  private void picture(String name, Color color) throws IOException {
    BufferedImage image = new BufferedImage(90, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, 90, 160);
    graphics.dispose();
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    if (name.contains("copy")) { // other bytes, the same picture
      Files.write(file, new byte[1], StandardOpenOption.APPEND);
    }
  }

  private void clip(String name, double motion) throws IOException {
    String bytes = "\0\0\0\u0018ftypisom\0\0\2\0 motion=" + motion;
    Files.write(folder.resolve(name), bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
