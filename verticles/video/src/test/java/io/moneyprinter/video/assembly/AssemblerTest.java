package io.moneyprinter.video.assembly;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.audio.AudioMixer;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssemblerTest {
  private static final List<String> TEXTS =
      List.of("First words here.", "Second words are here.", "And then the last.");

  @RegisterExtension final TestNode test = TestNode.plain();

  private Node node;
  private Studio studio;
  private PlanVideo request;
  private RenderPlan plan;
  private List<RenderedSegment> segments;
  private MixedAudio audio;

  @BeforeEach
  void render() {
    node = test.node();
    studio = new Studio(node);
    Picture footage = new Picture.Footage(RealFfmpeg.clip(node, 320, 180, 25, 120), 320, 180, 4.8);
    request =
        Briefs.request(
            TEXTS,
            List.of(Briefs.drawn(8), footage, Briefs.drawn(180)),
            TransitionStyle.FADE,
            Sounds.tone(node, 2, 5, 330, 0.2),
            (scene, seconds) -> Sounds.speech(node, seconds));
    plan = studio.plan(request);
    segments = studio.renderAll(plan);
    audio =
        answer(
            new AudioMixer(studio.ffmpeg(), node.blobs(), node.pools(), node.data())
                .mix(new MixAudio(plan.timeline().audio(), null), new Studio.Task()),
            60);
  }

  @Test
  void joinedSegmentsHaveEveryFrameAtItsTimeAndNothingIsDecodedForIt() throws IOException {
    Rendition made = answer(assemble(segments), 60);

    List<Double> times = times(made.video());
    assertThat(times).hasSize(plan.timeline().frames());
    List<Double> sorted = times.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(sorted.get(i)).isCloseTo(i / 30.0, within(0.0005));
    }
    assertThat(studio.frames(made.video(), 270, 480)).hasSize(plan.timeline().frames());
    assertThat(made.seconds()).isEqualTo(plan.timeline().frames() / 30.0);
    assertThat(made.loudness()).isCloseTo(-14, within(1.0));
    byte[] head = Files.readAllBytes(node.blobs().path(made.video()));
    assertThat(new String(head, 0, 200, java.nio.charset.StandardCharsets.ISO_8859_1))
        .as("fast start: the index stands in front")
        .contains("moov");
    assertThat(Files.readString(node.blobs().path(made.srt()))).contains("First words");
    assertThat(Files.readString(node.blobs().path(made.vtt()))).startsWith("WEBVTT");
    assertThat(Files.readString(node.blobs().path(made.ass()))).startsWith("[Script Info]");
  }

  @Test
  void aDarkFirstSceneIsNoPoster() throws IOException {
    Rendition made = answer(assemble(segments), 60);

    var poster = ImageIO.read(node.blobs().path(made.poster()).toFile());

    assertThat(poster.getWidth()).isEqualTo(270);
    assertThat(poster.getRGB(20, 20) & 255).isGreaterThan(8 + 10);
  }

  @Test
  void theGateNamesWhatIsWrong() {
    List<RenderedSegment> wrong = new ArrayList<>(segments);
    wrong.set(
        2, new RenderedSegment(segments.get(2).key(), 2, segments.get(0).video(), 1, false, 0));
    assertThat(failure(assemble(wrong))).hasMessageContaining("frames instead of");

    audio = new MixedAudio(audio.audio(), audio.seconds(), -20, audio.truePeak());
    assertThat(failure(assemble(segments))).hasMessageContaining("LUFS");

    assertThat(failure(assemble(segments.subList(0, 2)))).hasMessageContaining("segments");
  }

  @Test
  void aPublicationNamesItsFilesAndTheManifestSaysWhereAllCameFrom() throws IOException {
    Rendition made = answer(assemble(segments), 60);
    Publication publication = publish(made);

    assertThat(publication.files().stream().map(Publication.File::name))
        .containsExactly(
            "video.mp4",
            "poster.jpg",
            "captions.srt",
            "captions.vtt",
            "captions.ass",
            "manifest.json",
            "receipt.json",
            "licenses.json",
            "credits.txt");
    Path file = node.blobs().path(publication.file(Publication.MANIFEST).orElseThrow());
    JsonNode manifest = new ObjectMapper().readTree(file.toFile());
    assertThat(manifest.get("seed").asLong()).isEqualTo(7);
    assertThat(manifest.get("encoder").asText()).contains("libx264").contains("build");
    assertThat(manifest.get("scenes")).hasSize(3);
    assertThat(manifest.at("/scenes/1/picture/kind").asText()).isEqualTo("footage");
    assertThat(manifest.at("/scenes/1/picture/provenance/licence").asText()).isEqualTo("CC0-1.0");
    assertThat(manifest.at("/segments/0/reused").asBoolean()).isFalse();
    assertThat(manifest.at("/metadata/order").asText()).isEqualTo("17");
    try (Stream<Path> left = Files.list(node.data().root().resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whoseWorkIsShownAndForHowLongStandsBesideTheVideo() throws IOException {
    List<SceneMaterial> scenes = new ArrayList<>(request.materials().scenes());
    Picture clip = scenes.get(1).picture();
    Provenance ada =
        new Provenance(
            "pexels", "77", "Ada", "Pexels License", "https://p/77", "Sea", "https://p/ada", null);
    scenes.set(1, new SceneMaterial(1, clip, 0.8, List.of(), ada));
    request =
        new PlanVideo(
            request.brief(),
            request.script(),
            request.speech(),
            new ChosenMaterials(scenes, List.of("coverr was left out: it sleeps")),
            request.music());

    Publication publication = publish(answer(assemble(segments), 60));

    String credits =
        Files.readString(node.blobs().path(publication.file(Publication.CREDITS).orElseThrow()));
    assertThat(credits)
        .contains("\"Sea\" by Ada (https://p/ada), Pexels (https://p/77), Pexels License\n")
        .contains("cut to length");
    JsonNode licences =
        new ObjectMapper()
            .readTree(
                node.blobs().path(publication.file(Publication.LICENCES).orElseThrow()).toFile());
    JsonNode asset = licences.at("/assets/1");
    assertThat(asset.at("/provenance/author").asText()).isEqualTo("Ada");
    assertThat(asset.get("sha256").asText()).isEqualTo(((Picture.Footage) clip).blob().key());
    assertThat(asset.get("seconds").asDouble())
        .isCloseTo(plan.timeline().clips().get(1).frames() / 30.0, within(1.0));
    assertThat(asset.at("/uses/0/scene").asInt()).isEqualTo(1);
    assertThat(licences.at("/assets/0/kind").asText()).isEqualTo("generated");
    assertThat(publication.warnings()).contains("Materials: coverr was left out: it sleeps");
  }

  @Test
  void aRenditionFromBeforeThereWereStyledCaptionsIsPublishedWithoutThem() throws IOException {
    JsonNode stored = RecordJson.wire().valueToTree(answer(assemble(segments), 60));
    ((ObjectNode) stored).remove("ass");

    assertThat(publish(RecordJson.wire().treeToValue(stored, Rendition.class)).files())
        .extracting(Publication.File::name)
        .containsExactly(
            "video.mp4",
            "poster.jpg",
            "captions.srt",
            "captions.vtt",
            "manifest.json",
            "receipt.json",
            "licenses.json",
            "credits.txt");
  }

  private Publication publish(Rendition made) {
    return answer(
        new Publisher(node.blobs(), node.pools(), "moneyprinter test", RealFfmpeg.program())
            .publish(
                new PublishVideo(
                    request.brief(),
                    request.script(),
                    request.speech(),
                    request.materials(),
                    request.music(),
                    plan,
                    segments,
                    audio,
                    List.of(made)),
                new Studio.Task()));
  }

  private io.vertx.core.Future<Rendition> assemble(List<RenderedSegment> parts) {
    return new Assembler(
            studio.ffmpeg(), node.blobs(), node.pools(), node.data(), ShippedFonts.book())
        .assemble(
            new AssembleVideo("Test", plan.renditions().get(0), parts, audio, null, null),
            new Studio.Task());
  }

  private List<Double> times(Blob video) {
    String text =
        answer(
                studio
                    .ffmpeg()
                    .run(
                        FfmpegCommand.look(
                            "list times",
                            List.of(
                                "-v",
                                "error",
                                "-select_streams",
                                "v:0",
                                "-show_entries",
                                "packet=pts_time",
                                "-of",
                                "csv=p=0",
                                node.blobs().path(video).toString()))))
            .text();
    return text.lines().map(line -> Double.valueOf(line.replace(",", ""))).toList();
  }
}
