package io.moneyprinter.video.assembly;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AddCaptions;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionedVideo;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.OutputBrief.Container;
import io.moneyprinter.codecs.video.OutputBrief.Quality;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.PreviewVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.FlatArtist;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.audio.AudioMixer;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every codec and container through the whole chain: segments, join, and every frame decoded. */
class EncodingTest {
  private static final Canvas CANVAS = new Canvas(128, 224, 15);

  @RegisterExtension final TestNode test = TestNode.plain();

  private Node node;
  private Studio studio;
  private RenderPlan plan;
  private MixedAudio audio;

  @BeforeEach
  void open() {
    node = test.node();
    studio = new Studio(node);
    plan("One two.", "Three four.");
  }

  private void plan(String... texts) {
    PlanVideo request =
        Briefs.request(
            CANVAS,
            List.of(texts),
            List.of(Briefs.drawn(60), Briefs.drawn(200)),
            TransitionStyle.FADE,
            null,
            (scene, seconds) -> Sounds.speech(node, seconds));
    plan = studio.plan(request);
    audio =
        answer(
            new AudioMixer(studio.ffmpeg(), node.blobs(), node.pools(), node.data())
                .mix(new MixAudio(plan.timeline().audio(), null), new Studio.Task()),
            60);
  }

  @ParameterizedTest
  @CsvSource({
    "MP4, H264, DRAFT, h264, aac, video/mp4",
    "MP4, H264, HIGH, h264, aac, video/mp4",
    "MP4, HEVC, STANDARD, hevc, aac, video/mp4",
    "MP4, AV1, DRAFT, av1, aac, video/mp4",
    "WEBM, AV1, STANDARD, av1, opus, video/webm",
    "WEBM, VP9, STANDARD, vp9, opus, video/webm",
    "MOV, PRORES, STANDARD, prores, aac, video/quicktime",
    "MP4, LOSSLESS, STANDARD, h264, aac, video/mp4",
  })
  void segmentsOfEveryCodecAreJoinedByCopyingAndKeepEveryFrame(
      Container container,
      VideoCodec codec,
      Quality quality,
      String video,
      String sound,
      String type) {
    OutputBrief output = new OutputBrief(container, codec, quality, null, null, null);
    RenderPlan own = studio.encoded(plan, output.encoding());
    List<RenderedSegment> segments = studio.renderAll(own);

    Rendition made = assemble(own, segments, output, List.of());

    assertThat(made.video().mediaType()).isEqualTo(type);
    JsonNode streams = streams(made.video());
    JsonNode picture = streams.get(0);
    assertThat(picture.get("codec_name").asText()).isEqualTo(video);
    assertThat(picture.get("color_space").asText()).isEqualTo("bt709");
    assertThat(picture.get("color_transfer").asText()).isEqualTo("bt709");
    assertThat(picture.get("color_primaries").asText()).isEqualTo("bt709");
    if (codec == VideoCodec.PRORES) {
      assertThat(picture.get("pix_fmt").asText()).isEqualTo("yuv422p10le");
    } else {
      assertThat(picture.get("color_range").asText()).isEqualTo("tv");
      assertThat(picture.get("pix_fmt").asText()).isEqualTo("yuv420p");
    }
    assertThat(streams.get(1).get("codec_name").asText()).isEqualTo(sound);
    requireSame(made.video(), segments, container == Container.WEBM ? 0.0006 : 0.00002);
  }

  @ParameterizedTest
  @CsvSource({"H264, avc3, a-card-that-died", "HEVC, hev1, libx265"})
  void softwareTakesOverWhereHardwareFailsAndBothStillJoin(
      VideoCodec codec, String mark, String card) {
    Encoding encoding = new Encoding(codec, Quality.STANDARD);
    EncoderCatalogue catalogue = new EncoderCatalogue("veryslow", 30);
    String name = catalogue.candidates(codec, List.of()).get(0);
    VideoEncoder software = catalogue.named(name);
    VideoEncoder broken =
        // One does not even begin, the other stops half-way without a word.
        new VideoEncoder(
            card, codec, true, List.of(), software.pixels(), List.of("-frames:v", "5"));
    Studio failing =
        new Studio(
            node,
            new FlatArtist(),
            Studio.software(
                Map.of(
                    codec, new EncoderChoice.Offer(q -> broken, q -> catalogue.named(name, q)))));
    RenderPlan mixed = failing.encoded(plan, encoding);

    RenderedSegment taken = answer(failing.render(mixed.segments().get(1), new Studio.Task()), 60);

    assertThat(taken.encoder()).isEqualTo(software.name());
    assertThat(taken.note()).startsWith(card + " failed: ");
    assertThat(taken.node()).isEqualTo("studio");
    assertThat(taken.key()).isEqualTo(mixed.segments().get(1).key());
    assertThat(answer(node.blobs().recall(taken.key())))
        .as("what software made is not found as the card's work")
        .isEmpty();

    // As a card would have made the other one: the same codec with other parameters.
    RenderedSegment carded = studio.renderAll(studio.encoded(plan, encoding)).get(0);
    RenderedSegment first =
        new RenderedSegment(
            mixed.segments().get(0).key(),
            0,
            carded.video(),
            carded.frames(),
            false,
            1,
            "a-card-that-died",
            "studio",
            null,
            null);
    Rendition made =
        assemble(
            mixed,
            List.of(first, taken),
            new OutputBrief(null, codec, null, null, null, null),
            List.of());

    assertThat(streams(made.video()).get(0).get("codec_tag_string").asText()).isEqualTo(mark);
    requireSame(made.video(), List.of(first, taken), 0.00002);
  }

  @Test
  void aGifMovesAndRepeatsForEver() throws IOException {
    OutputBrief output = new OutputBrief(Container.GIF, null, null, null, null, null);
    RenderPlan own = studio.encoded(plan, output.encoding());

    Rendition made = assemble(own, studio.renderAll(own), output, List.of());

    assertThat(made.video().mediaType()).isEqualTo("image/gif");
    byte[] bytes = Files.readAllBytes(node.blobs().path(made.video()));
    assertThat(new String(bytes, 0, 800, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("GIF89a")
        .contains("NETSCAPE2.0");
    JsonNode picture = streams(made.video()).get(0);
    assertThat(picture.get("width").asInt()).isEqualTo(128);
    assertThat(picture.get("nb_read_packets").asInt())
        .isBetween(plan.timeline().frames() - 2, plan.timeline().frames() + 1);
    assertThat(ImageIO.read(node.blobs().path(made.poster()).toFile()).getWidth()).isEqualTo(128);
  }

  @Test
  void theSoundAloneNeedsNoSegment() {
    OutputBrief output = new OutputBrief(Container.AUDIO, null, null, null, null, null);

    Rendition made = assemble(plan, List.of(), output, List.of());

    assertThat(made.video().mediaType()).isEqualTo("audio/mp4");
    assertThat(made.poster()).isNull();
    JsonNode streams = streams(made.video());
    assertThat(streams).hasSize(1);
    assertThat(streams.get(0).get("codec_name").asText()).isEqualTo("aac");
  }

  @ParameterizedTest
  @CsvSource({"MP4, H264, mov_text, deu", "MOV, PRORES, mov_text, ger", "WEBM, VP9, webvtt, deu"})
  void captionsBecomeTracksAndMoreAreAddedWithoutRendering(
      Container container, VideoCodec codec, String kind, String german) {
    OutputBrief output = new OutputBrief(container, codec, Quality.DRAFT, null, null, true);
    RenderPlan own = studio.encoded(plan, output.encoding());
    List<RenderedSegment> segments = studio.renderAll(own);
    String french = "1\n00:00:00,200 --> 00:00:00,900\nUn deux.\n\n";

    Rendition made =
        assemble(own, segments, output, List.of(new SubtitleTrack("fr", french, null)));

    assertThat(tracks(made.video(), kind)).containsExactly("eng", "fra");

    CaptionedVideo more =
        answer(
            new CaptionAdder(studio.ffmpeg(), node.blobs(), node.pools(), node.data())
                .add(
                    new AddCaptions(
                        made.video(),
                        List.of(
                            new SubtitleTrack(
                                "de", "WEBVTT\n\n00:00.200 --> 00:00.900\nEins zwei.\n", null))),
                    new Studio.Task()),
            60);

    assertThat(more.languages()).containsExactly("eng", "fra", german);
    assertThat(tracks(more.video(), kind)).containsExactly("eng", "fra", german);
    assertThat(more.video().mediaType()).isEqualTo(made.video().mediaType());
    requireSame(more.video(), segments, 0.0006);
  }

  @Test
  void thumbnailsAndTheirSheetShowTheirMoments() throws IOException {
    plan("One two.", "Three four five six seven eight nine.");
    OutputBrief output = new OutputBrief(null, null, Quality.DRAFT, null, true, null);
    RenderPlan own = studio.encoded(plan, output.encoding());

    Rendition made = assemble(own, studio.renderAll(own), output, List.of());

    assertThat(made.more().stream().map(Publication.File::name))
        .containsExactly(
            "thumbnail-1.jpg",
            "thumbnail-2.jpg",
            "thumbnail-3.jpg",
            "thumbnail-4.jpg",
            "thumbnail-5.jpg",
            "sprite.jpg",
            "thumbnails.vtt");
    BufferedImage first = image(made, 0);
    assertThat(first.getWidth()).isEqualTo(320);
    assertThat(first.getHeight()).isEqualTo(560);
    assertThat(first.getRGB(20, 20) & 255).isLessThan(image(made, 4).getRGB(20, 20) & 255);
    double seconds = made.seconds();
    int tiles = (int) Math.ceil(seconds / 2);
    BufferedImage sheet = image(made, 5);
    assertThat(sheet.getWidth()).isEqualTo(160 * tiles);
    assertThat(sheet.getHeight()).isEqualTo(280);
    assertThat(Files.readString(node.blobs().path(made.more().get(6).blob())))
        .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nsprite.jpg#xywh=0,0,160,280\n")
        .contains("#xywh=" + (tiles - 1) * 160 + ",0,160,280");
  }

  @Test
  void everyVideoHasAStripOfSmallPicturesAndOneThatIsLostIsDrawnAgain() throws IOException {
    plan("One two.", "Three four five six seven eight nine.");
    OutputBrief output = new OutputBrief(null, null, Quality.DRAFT, null, null, null);
    RenderPlan own = studio.encoded(plan, output.encoding());
    Rendition made = assemble(own, studio.renderAll(own), output, List.of());
    PreviewVideo wish = new PreviewVideo(made.video(), made.seconds());

    Blob ahead = answer(new PreviewStrip(null, node.blobs()).of(wish), 10); // nothing is drawn now
    BufferedImage strip = ImageIO.read(node.blobs().path(ahead).toFile());
    assertThat(strip.getHeight()).isEqualTo(320);
    int width = strip.getWidth() / PreviewVideo.PICTURES;
    assertThat(width).isBetween(180, 184); // of 9:16, in even pixels
    assertThat(strip.getRGB(width / 2, 20)).isNotEqualTo(strip.getRGB(width * 7 + width / 2, 20));

    Files.delete(node.blobs().path(ahead));
    assertThat(answer(new PreviewStrip(studio.ffmpeg(), node.blobs()).of(wish), 30))
        .isEqualTo(ahead);
  }

  private BufferedImage image(Rendition made, int index) throws IOException {
    return ImageIO.read(node.blobs().path(made.more().get(index).blob()).toFile());
  }

  private Rendition assemble(
      RenderPlan own,
      List<RenderedSegment> segments,
      OutputBrief output,
      List<SubtitleTrack> subtitles) {
    return answer(
        new Assembler(studio.ffmpeg(), node.blobs(), node.pools(), node.data(), ShippedFonts.book())
            .assemble(
                new AssembleVideo(
                    "Test", own.renditions().get(0), segments, audio, output, subtitles, "en"),
                new Studio.Task()),
        60);
  }

  /** The joined video decodes to exactly the frames of its segments, each at its time. */
  private void requireSame(Blob video, List<RenderedSegment> segments, double tolerance) {
    List<String> wanted = new ArrayList<>();
    segments.forEach(segment -> wanted.addAll(digests(segment.video())));
    assertThat(wanted).hasSize(plan.timeline().frames());
    assertThat(digests(video)).isEqualTo(wanted);
    List<Double> times = times(video);
    assertThat(times).hasSize(wanted.size());
    for (int i = 0; i < times.size(); i++) {
      assertThat(times.get(i)).isCloseTo(i / (double) CANVAS.fps(), within(tolerance));
    }
  }

  private List<String> digests(Blob video) {
    List<String> line =
        List.of(
            "-loglevel",
            "error",
            "-xerror",
            "-i",
            node.blobs().path(video).toString(),
            "-map",
            "0:v:0",
            "-fps_mode",
            "passthrough",
            "-f",
            "framemd5",
            "-");
    return answer(
            studio
                .ffmpeg()
                .run(
                    FfmpegCommand.convert(
                        "decode every frame", java.time.Duration.ofSeconds(30), line)),
            60)
        .text()
        .lines()
        .filter(text -> !text.startsWith("#"))
        .map(text -> text.substring(text.lastIndexOf(',') + 1).strip())
        .toList();
  }

  private List<Double> times(Blob video) {
    List<String> line =
        List.of(
            "-v",
            "error",
            "-select_streams",
            "v:0",
            "-show_entries",
            "packet=pts_time",
            "-of",
            "csv=p=0",
            node.blobs().path(video).toString());
    return answer(studio.ffmpeg().run(FfmpegCommand.look("list times", line)), 60)
        .text()
        .lines()
        .map(text -> Double.valueOf(text.replace(",", "")))
        .sorted()
        .toList();
  }

  private List<String> tracks(Blob video, String kind) {
    return StreamSupport.stream(streams(video).spliterator(), false)
        .filter(stream -> stream.get("codec_name").asText().equals(kind))
        .map(stream -> stream.at("/tags/language").asText())
        .toList();
  }

  private JsonNode streams(Blob video) {
    List<String> line =
        List.of(
            "-v",
            "error",
            "-count_packets",
            "-show_streams",
            "-of",
            "json",
            node.blobs().path(video).toString());
    try {
      return new ObjectMapper()
          .readTree(answer(studio.ffmpeg().run(FfmpegCommand.look("list streams", line))).text())
          .get("streams");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
