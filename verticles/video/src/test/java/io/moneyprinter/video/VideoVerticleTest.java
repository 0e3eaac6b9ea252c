package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionPreview;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.quality.SoundLimits;
import io.moneyprinter.video.safety.MediaLimits;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VideoVerticleTest {
  static final VideoConfig CONFIG =
      new VideoConfig(
          Optional.empty(),
          List.of("libx264"),
          "superfast",
          21,
          2,
          1,
          Optional.empty(),
          MediaLimits.usual(),
          SoundLimits.usual());

  @RegisterExtension final TestNode test = TestNode.plain();

  private Node node;

  @BeforeEach
  void deploy() {
    node = test.node();
    answer(node.vertx().deployVerticle(new VideoVerticle(CONFIG, node)));
  }

  @Test
  void aRequestBecomesAVideoAndAnEditRendersOnlyWhatItTouches() throws IOException {
    // Too long to be made in one piece.
    String more = " and so many more words follow that it takes a while.";
    List<String> texts =
        List.of("First words are here" + more, "A still moves" + more, "Then the end" + more);
    Production.Result first = Production.of(node.vertx().eventBus(), request(texts));

    Blob video = first.publication().file("video.mp4").orElseThrow();
    MediaInfo info =
        answer(VideoMessages.PROBE.ask(node.vertx().eventBus(), new ProbeMedia(video)));
    assertThat(info.width()).isEqualTo(270);
    assertThat(info.audio()).isTrue();
    assertThat(info.seconds()).isCloseTo(first.publication().seconds(), within(0.001));

    List<String> edited = new ArrayList<>(texts);
    edited.set(2, "Then the very end" + more);
    Production.Result second = Production.of(node.vertx().eventBus(), request(edited));

    assertThat(second.segments().stream().map(RenderedSegment::reused))
        .containsExactly(true, true, false);
    try (Stream<Path> left = Files.list(node.data().root().resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
    try (Stream<Path> left = Files.list(node.data().staging())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aCaptionIsShownBeforeAVideoIsMade() throws IOException {
    CaptionPreview preview =
        answer(
            VideoMessages.PREVIEW_CAPTIONS.ask(
                node.vertx().eventBus(),
                new PreviewCaptions(
                    CaptionStyle.ofPreset("boxed"),
                    "Hello there",
                    new Canvas(270, 480, 30),
                    "en")));

    assertThat(preview.image().mediaType()).isEqualTo("image/png");
    BufferedImage picture = ImageIO.read(node.blobs().path(preview.image()).toFile());
    assertThat(picture.getWidth()).isEqualTo(270);
    assertThat(preview.description()).contains("boxed").contains("\"there\" is spoken");
    assertThat(
            failure(
                    VideoMessages.PREVIEW_CAPTIONS.ask(
                        node.vertx().eventBus(),
                        new PreviewCaptions(CaptionStyle.ofPreset("none"), null, null, null)))
                .code())
        .isEqualTo(FailureCode.INVALID);
    try (Stream<Path> left = Files.list(node.data().staging())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void itIsHealthyWhenFfmpegRuns() {
    assertThat(answer(node.health().report("video")).toString())
        .contains("healthy")
        .contains("ffmpeg");
  }

  @Test
  void badMediaIsRefusedOverTheBus() {
    Blob text = RealFfmpeg.stored(node, "no film".getBytes(), ".mp4", "video/mp4");

    assertThat(
            failure(VideoMessages.PROBE.ask(node.vertx().eventBus(), new ProbeMedia(text))).code())
        .isEqualTo(FailureCode.INVALID);
  }

  @Test
  void aTinyFileThatClaimsToBeAHugePictureIsRefusedWithTheSettingThatBoundsIt() {
    byte[] bitmap = new byte[64];
    java.nio.ByteBuffer head =
        java.nio.ByteBuffer.wrap(bitmap).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    head.put(0, "BM".getBytes()).putInt(10, 54).putInt(14, 40).putInt(18, 60_000);
    head.putInt(22, 60_000);
    Blob huge = RealFfmpeg.stored(node, bitmap, ".bmp", "image/bmp");

    assertThat(failure(VideoMessages.PROBE.ask(node.vertx().eventBus(), new ProbeMedia(huge))))
        .hasMessageContaining("60000 x 60000")
        .hasMessageContaining("video.limits.side");
  }

  private PlanVideo request(List<String> texts) throws IOException {
    Picture still = new Picture.Still(photo(), 480, 360);
    Picture footage = new Picture.Footage(RealFfmpeg.clip(node, 320, 180, 25, 120), 320, 180, 4.8);
    return Briefs.request(
        texts,
        List.of(Briefs.drawn(3), still, footage),
        TransitionStyle.FADE,
        Sounds.tone(node, 2, 5, 330, 0.2),
        (scene, seconds) -> Sounds.speech(node, seconds));
  }

  private Blob photo() throws IOException {
    BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 480, 360, Color.BLUE));
    graphics.fillRect(0, 0, 480, 360);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return RealFfmpeg.stored(node, out.toByteArray(), ".png", "image/png");
  }
}
