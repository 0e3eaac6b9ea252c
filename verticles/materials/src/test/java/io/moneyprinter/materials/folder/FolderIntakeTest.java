package io.moneyprinter.materials.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.ProbeStaged;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is used for one video after the other. */
class FolderIntakeTest {
  private static final TestNode NODE = TestNode.withDatabases();
  private static final AtomicInteger PROBED = new AtomicInteger();

  @RegisterExtension
  static final BeforeAllCallback DEPLOYED =
      context -> {
        NODE.open(TestEngines.of(context));
        deploy();
      };

  @TempDir Path folder;

  private static void deploy() {
    VideoMessages.PROBE_STAGED.serve(NODE.vertx().eventBus(), FolderIntakeTest::probe);
    TestMaterials.deploy(NODE, TestMaterials.offline(20));
  }

  @AfterAll
  static void close() {
    NODE.close();
  }

  @BeforeEach
  void begin() {
    PROBED.set(0);
  }

  /** Stands in for the video service: decodes what is not in the store yet. */
  private static Future<MediaInfo> probe(ProbeStaged asked) {
    PROBED.incrementAndGet();
    try {
      Path file = NODE.node().data().staging().resolve(asked.stagedName());
      BufferedImage image = ImageIO.read(file.toFile());
      return image == null
          ? Future.failedFuture(ServiceFailure.invalid("/file", "It cannot be decoded"))
          : Future.succeededFuture(
              new MediaInfo(
                  MediaInfo.Kind.STILL, image.getWidth(), image.getHeight(), 0, 0, "png", false));
    } catch (IOException e) {
      return Future.failedFuture(ServiceFailure.invalid("/file", "It is damaged"));
    }
  }

  @Test
  void whatHasNotChangedIsNeitherReadNorIndexedAgain() throws IOException {
    picture("sea.png", Color.BLUE);
    picture("forest.png", Color.GREEN);
    picture("desert.png", Color.YELLOW);
    choose("One", importFolder(), "sea");
    assertThat(PROBED).hasValue(3);
    double written = counted("written");
    double kept = counted("kept");

    assertThat(choose("Two", importFolder(), "forest")).isEqualTo("forest.png");

    assertThat(PROBED).hasValue(3);
    assertThat(counted("written")).isEqualTo(written);
    assertThat(counted("kept")).isEqualTo(kept + 3);
  }

  @Test
  void whatComesGoesOrIsRenamedIsFoundAsItIsNow() throws IOException {
    picture("sea.png", Color.CYAN);
    picture("forest.png", Color.PINK);
    picture("stone.png", Color.GRAY);
    choose("One", importFolder(), "sea");
    double written = counted("written");
    double removed = counted("removed");
    Files.delete(folder.resolve("sea.png"));
    Files.move(folder.resolve("forest.png"), folder.resolve("violin.png"));
    picture("goat.png", Color.WHITE);

    String id = importFolder();

    assertThat(choose("Two", id, "sea")).isEqualTo("drawn");
    assertThat(counted("written")).as("only what is new").isEqualTo(written + 2);
    assertThat(counted("removed")).isEqualTo(removed + 2);
    assertThat(choose("Three", id, "forest")).isEqualTo("drawn");
    assertThat(choose("Four", id, "violin")).isEqualTo("violin.png");
    assertThat(choose("Five", id, "goat")).isEqualTo("goat.png");
    assertThat(choose("Six", id, "stone")).isEqualTo("stone.png");
    picture("goat.png", Color.BLACK);
    assertThat(choose("Seven", importFolder(), "goat")).isEqualTo("goat.png");
  }

  @Test
  void whatMayNotBeKeptIsNamedWithItsReasonBeforeAnyOfItIsStored() throws IOException {
    picture("good.png", Color.RED);
    picture("page.png", Color.ORANGE);
    Files.writeString(
        folder.resolve("page.png"), "<script>alert(1)</script>", StandardOpenOption.APPEND);
    picture("broken.png", Color.MAGENTA);
    byte[] half = Arrays.copyOf(Files.readAllBytes(folder.resolve("broken.png")), 60);
    Files.write(folder.resolve("broken.png"), half);

    ServiceFailure failure =
        Answers.failure(
            MaterialsMessages.IMPORT_FOLDER.ask(
                NODE.vertx().eventBus(), new ImportFolder(folder.toString())));

    assertThat(failure.violations())
        .extracting(Violation::message)
        .hasSize(2)
        .anySatisfy(told -> assertThat(told).startsWith("page.png").contains("script"))
        .anySatisfy(told -> assertThat(told).startsWith("broken.png").contains("It is damaged"));
    for (String refused : List.of("page.png", "broken.png")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(refused));
      assertThat(NODE.node().blobs().path(new Blob(sha256(bytes), bytes.length, "image/png")))
          .doesNotExist();
    }
    try (Stream<Path> left = Files.list(NODE.node().data().staging())) {
      assertThat(left).isEmpty();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double counted(String outcome) {
    return NODE.node()
        .meters()
        .find("materials.index.entries")
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private final CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);

  private String importFolder() {
    Collection collection =
        Answers.answer(
            MaterialsMessages.IMPORT_FOLDER.ask(
                NODE.vertx().eventBus(), new ImportFolder(folder.toString())));
    return collection.id();
  }

  /** The file that a scene about something shows. */
  private String choose(String title, String collection, String about) {
    Scene scene = new Scene(0, "A " + about + ".", List.of(about), null);
    SceneMaterial shown =
        Answers.answer(
                MaterialsMessages.CHOOSE.ask(
                    NODE.vertx().eventBus(),
                    new ChooseMaterials(
                        new Script(title, "en", List.of(scene), "user", 0),
                        new MaterialsBrief(collection),
                        Canvas.PORTRAIT,
                        42),
                    caller))
            .scenes()
            .get(0);
    return shown.picture() instanceof Picture.Generated ? "drawn" : shown.provenance().id();
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
  }
}
