package io.moneyprinter.launcher.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.TimelineRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefFileTest {
  @TempDir private Path folder;

  @Test
  void yamlIsReadWithItsFolderApart() throws IOException {
    BriefFile.Content content =
        read(
            "a.yaml",
            """
            title: Tea
            scenes:
              - narration: Tea is a leaf.
                terms: [tea, leaf]
            captions: {mode: boxed}
            materials: {folder: media}
            """);

    assertThat(content.brief().title()).isEqualTo("Tea");
    assertThat(content.brief().captions().mode()).isEqualTo(CaptionStyle.Mode.BOXED);
    assertThat(content.folder()).contains(folder.resolve("media"));
    assertThat(content.brief().materials().collection()).isNull();
  }

  @Test
  void aCanvasMayBeNamed() throws IOException {
    assertThat(read("a.yaml", "script: Tea.\ncanvas: \"16:9@25\"\n").brief().canvas())
        .isEqualTo(new Canvas(1920, 1080, 25));
    assertThat(read("b.yaml", "script: Tea.\ncanvas: portrait\n").brief().canvas())
        .isEqualTo(Canvas.PORTRAIT);
    assertThat(
            catchThrowableOfType(
                ServiceFailure.class, () -> read("c.yaml", "script: Tea.\ncanvas: tall\n")))
        .hasMessageContainingAll("line 2", "no canvas 'tall'", "16:9");
  }

  @Test
  void theExampleOfATimelineHasNoFault() {
    BriefFile.Content example = BriefFile.read(Path.of("../conf/examples/timeline.yaml"));

    assertThat(TimelineRules.violations(example.brief().timeline())).isEmpty();
  }

  @Test
  void jsonIsRead() throws IOException {
    assertThat(read("a.json", "{\"script\": \"Tea is a leaf.\"}").brief().script())
        .isEqualTo("Tea is a leaf.");
  }

  @Test
  void plainTextHasItsTitleOnTheFirstLine() throws IOException {
    BriefFile.Content content = read("a.txt", "# All about tea\n\nTea is a leaf.\nIt is green.\n");

    assertThat(content.brief().title()).isEqualTo("All about tea");
    assertThat(content.brief().script()).isEqualTo("Tea is a leaf.\nIt is green.");
  }

  @Test
  void plainTextWithoutATitleIsAllScript() throws IOException {
    assertThat(read("a.txt", "Tea is a leaf.").brief().script()).isEqualTo("Tea is a leaf.");
  }

  @Test
  void aWordThatIsNoneOfThoseKnownIsToldWithThem() {
    assertThat(refused("a.yaml", "script: Tea.\nmusic: {mood: happy}\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("'music.mood': 'happy' is not one of")
        .hasMessageContaining("calm")
        .hasMessageNotContainingAny("MusicBrief", "Enum");
  }

  @Test
  void aYamlErrorIsNamedWithLineAndColumn() {
    assertThat(refused("a.yaml", "title: Tea\nscenes:\n  - narration: [oops\n"))
        .hasMessageContaining("a.yaml line ")
        .hasMessageContaining(" column ");
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndWhatIsKnown() {
    assertThat(refused("a.yaml", "script: Tea.\nmusik: calm\n"))
        .hasMessageContaining("a.yaml line 2")
        .hasMessageContaining("'musik'")
        .hasMessageContaining("music");
    assertThat(refused("b.yaml", "scenes:\n  - narration: Tea.\n    term: [a]\n"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("scenes[0].term")
        .hasMessageContaining("terms");
  }

  @Test
  void aValueOutsideItsChoicesIsNamedWithTheChoices() {
    assertThat(refused("a.yaml", "script: Tea.\nmusic: {mood: sad}\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("music.mood")
        .hasMessageContaining("calm");
    assertThat(refused("b.yaml", "script: Tea.\ncanvas: {width: 1081, height: 1920, fps: 30}\n"))
        .hasMessageContaining("1081");
  }

  @Test
  void emptyMissingFolderAndBinaryFilesAreRefusedWithWhatToDo() throws IOException {
    assertThat(refused("a.yaml", " \n")).hasMessageContaining("is empty");
    assertThat(refused("b.yaml", "# only a comment\n")).hasMessageContaining("holds nothing");
    Path binary = folder.resolve("c.txt");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80});
    assertThat(failure(binary)).hasMessageContaining("UTF-8");
    assertThat(failure(folder.resolve("none.yaml")).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(folder).code()).isEqualTo(FailureCode.NOT_FOUND);
    Path large = folder.resolve("d.txt");
    Files.writeString(large, "word ".repeat(300_000), StandardCharsets.UTF_8);
    assertThat(failure(large)).hasMessageContaining("larger than");
  }

  @Test
  void everyExampleIsGood() throws IOException {
    Path examples = Path.of("..", "conf", "examples");
    try (Stream<Path> files = Files.list(examples)) {
      assertThat(files.filter(Files::isRegularFile).filter(f -> !f.endsWith("README.md")))
          .hasSizeGreaterThanOrEqualTo(3)
          .allSatisfy(file -> assertThat(BriefFile.read(file).brief()).isNotNull());
    }
  }

  private BriefFile.Content read(String name, String text) throws IOException {
    return BriefFile.read(Files.writeString(folder.resolve(name), text));
  }

  private ServiceFailure refused(String name, String text) {
    return catchThrowableOfType(ServiceFailure.class, () -> read(name, text));
  }

  private static ServiceFailure failure(Path file) {
    return catchThrowableOfType(ServiceFailure.class, () -> BriefFile.read(file));
  }
}
