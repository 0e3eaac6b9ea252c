package io.moneyprinter.video.render;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SegmentRendererTest {
  private static final int WIDTH = Briefs.SMALL.width();
  private static final int HEIGHT = Briefs.SMALL.height();

  @RegisterExtension final TestNode test = TestNode.plain();

  private Studio studio;

  @BeforeEach
  void open() {
    studio = new Studio(test.node());
  }

  @Test
  void aDrawnSegmentBlendsFromTheOneBeforeAndShowsItsCaption() {
    RenderPlan plan =
        studio.plan(
            Briefs.request(
                List.of("First words here.", "Second words are here."),
                List.of(Briefs.drawn(40), Briefs.drawn(200))));

    RenderedSegment rendered = studio.renderAll(plan).get(1);
    List<byte[]> frames = studio.frames(rendered.video(), WIDTH, HEIGHT);

    int before = limited(40);
    int after = limited(200);
    assertThat(frames).hasSize(plan.segments().get(1).frames());
    assertThat(corner(frames.get(0))).isCloseTo(before, within(3));
    assertThat(corner(frames.get(7))).isCloseTo(before + (after - before) * 7 / 15, within(6));
    assertThat(corner(frames.get(15))).isCloseTo(after, within(3));
    assertThat(corner(frames.get(frames.size() - 1))).isCloseTo(after, within(3));
  }

  @Test
  void aCaptionComesOnExactlyItsFrame() {
    Segment segment =
        studio
            .plan(Briefs.request(List.of("Some words to read."), List.of(Briefs.drawn(128))))
            .segments()
            .get(0);

    RenderedSegment rendered = answer(studio.render(segment, new Studio.Task()), 60);
    List<byte[]> frames = studio.frames(rendered.video(), WIDTH, HEIGHT);

    int first = segment.captions().get(0).start();
    int last = segment.captions().get(segment.captions().size() - 1).end();
    assertThat(contrast(frames.get(first - 1))).isLessThan(40);
    assertThat(contrast(frames.get(first))).isGreaterThan(100);
    assertThat(contrast(frames.get(last - 1))).isGreaterThan(100);
    assertThat(contrast(frames.get(last))).isLessThan(40);
  }

  @Test
  void footageOfAnyRateAndShapeFillsTheCanvasInWholeFrames() {
    Picture wide =
        new Picture.Footage(RealFfmpeg.clip(test.node(), 320, 180, 25, 150), 320, 180, 6);
    Picture looped =
        new Picture.Footage(RealFfmpeg.clip(test.node(), 180, 320, 24, 24), 180, 320, 1);
    RenderPlan plan =
        studio.plan(
            Briefs.request(
                List.of("One two three.", "One two three four.", "The last one."),
                List.of(wide, looped, Briefs.drawn(90))));

    List<RenderedSegment> rendered = studio.renderAll(plan);

    for (int i = 0; i < rendered.size(); i++) {
      assertThat(studio.frames(rendered.get(i).video(), WIDTH, HEIGHT))
          .hasSize(plan.segments().get(i).frames());
    }
  }

  @Test
  void footageGoesOnInTheBlendWhereItsOwnSegmentEnded() {
    // The source grows brighter frame by frame, so equal brightness is the same moment.
    Picture growing =
        new Picture.Footage(RealFfmpeg.clip(test.node(), 320, 180, 30, 120), 320, 180, 4);
    RenderPlan plan =
        studio.plan(
            Briefs.request(
                List.of("One two three.", "Four five six."), List.of(growing, Briefs.drawn(90))));
    List<RenderedSegment> rendered = studio.renderAll(plan);

    List<byte[]> own = studio.frames(rendered.get(0).video(), WIDTH, HEIGHT);
    List<byte[]> blended = studio.frames(rendered.get(1).video(), WIDTH, HEIGHT);

    double step = (corner(own.get(own.size() - 1)) - corner(own.get(own.size() - 21))) / 20.0;
    assertThat((double) corner(blended.get(0)))
        .isCloseTo(corner(own.get(own.size() - 1)) + step, within(2.0));
  }

  @Test
  void anEqualSegmentIsFoundInsteadOfRendered() {
    RenderPlan plan =
        studio.plan(Briefs.request(List.of("Only one scene."), List.of(Briefs.drawn(90))));

    RenderedSegment first = studio.renderAll(plan).get(0);
    RenderedSegment second = studio.renderAll(plan).get(0);

    assertThat(first.reused()).isFalse();
    assertThat(first.seconds()).isPositive();
    assertThat(second.reused()).isTrue();
    assertThat(second.video()).isEqualTo(first.video());
  }

  @Test
  void aSegmentWhoseFileIsGoneIsRenderedAgain() throws IOException {
    RenderPlan plan =
        studio.plan(Briefs.request(List.of("Only one scene."), List.of(Briefs.drawn(90))));
    Blob lost = studio.renderAll(plan).get(0).video();
    Files.delete(test.node().blobs().path(lost));

    RenderedSegment again = studio.renderAll(plan).get(0);

    assertThat(again.reused()).isFalse();
    assertThat(test.node().blobs().path(again.video())).exists();
  }

  @Test
  void aPlanMadeForAnotherEncoderIsRefused() {
    Segment own =
        studio
            .plan(Briefs.request(List.of("Only one scene."), List.of(Briefs.drawn(90))))
            .segments()
            .get(0);
    Segment foreign = own.named("0".repeat(64), 0);

    assertThat(failure(studio.render(foreign, new Studio.Task())).code())
        .isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void cancelLeavesNothingBehind() throws IOException {
    String longText = "word ".repeat(120).strip();
    Segment segment =
        studio.plan(Briefs.request(List.of(longText), List.of(Briefs.drawn(90)))).segments().get(0);
    Studio.Task task = new Studio.Task();
    Future<RenderedSegment> render = studio.render(segment, task);
    Await.until("it is under way", Duration.ofSeconds(20), () -> task.progress() > 0);
    long before = System.nanoTime();

    task.cancel();

    assertThat(failure(render).code()).isEqualTo(FailureCode.CANCELLED);
    assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(2).toNanos());
    assertThat(studio.ffmpeg().processes()).isZero();
    assertThat(left("scratch")).isEmpty();
    assertThat(left("staging")).isEmpty();
  }

  private List<Path> left(String folder) throws IOException {
    try (Stream<Path> files = Files.list(test.node().data().root().resolve(folder))) {
      return files.toList();
    }
  }

  /** Full-range grey as limited-range luma. */
  private static int limited(int grey) {
    return 16 + grey * 219 / 255;
  }

  private static int corner(byte[] frame) {
    return frame[20 * WIDTH + 20] & 255;
  }

  /** Between the brightest and the darkest of a frame. */
  private static int contrast(byte[] frame) {
    int low = 255;
    int high = 0;
    for (byte b : frame) {
      low = Math.min(low, b & 255);
      high = Math.max(high, b & 255);
    }
    return high - low;
  }
}
