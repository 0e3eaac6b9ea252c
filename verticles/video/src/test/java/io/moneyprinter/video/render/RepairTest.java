package io.moneyprinter.video.render;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepairTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private Studio studio;

  @BeforeEach
  void open() {
    studio = new Studio(test.node());
  }

  @Test
  void aBackgroundStandsInForFootageThatEndsBeforeItsPlace() {
    RenderPlan plan = studio.plan(Briefs.request(List.of("One two three."), List.of(cutOff())));

    RenderedSegment rendered = studio.renderAll(plan).get(0);

    assertThat(rendered.note()).contains("cannot be decoded");
    assertThat(rendered.key()).isEqualTo(plan.segments().get(0).key());
    assertThat(studio.frames(rendered.video(), Briefs.SMALL.width(), Briefs.SMALL.height()))
        .hasSize(plan.segments().get(0).frames());
    assertThat(studio.renderAll(plan).get(0).note())
        .as("what stood in is never taken for what was planned")
        .contains("cannot be decoded");
  }

  @Test
  void whatNoOtherClipCanMendFailsWithTheReason() {
    Picture.Generated broken =
        new Picture.Generated(
            Picture.Generated.Style.AURORA, 1, List.of("#000000", "#111111", "#222222"), null);
    Studio clumsy =
        new Studio(
            test.node(),
            (clip, canvas) -> {
              throw new ServiceFailure(FailureCode.INTERNAL, "The artist has no paint");
            });
    Segment segment =
        clumsy.plan(Briefs.request(List.of("One two."), List.of(broken))).segments().get(0);

    assertThat(failure(clumsy.render(segment, new Studio.Task()))).hasMessageContaining("no paint");
  }

  @Test
  void theEncoderTellsHowNearItCame() {
    RenderPlan plan = studio.plan(Briefs.request(List.of("One two."), List.of(Briefs.drawn(90))));

    assertThat(studio.renderAll(plan).get(0).fidelity()).isBetween(0.95, 1.0);
  }

  @Test
  void aSampleOfWhatOtherEncodersMadeIsComparedWithItsComposition() {
    Encoding vp9 = new Encoding(VideoCodec.VP9, OutputBrief.Quality.DRAFT);
    Segment sampled =
        IntStream.range(1, 200)
            .mapToObj(color -> Briefs.request(List.of("One."), List.of(Briefs.drawn(color))))
            .map(request -> studio.encoded(studio.plan(request), vp9).segments().get(0))
            .filter(segment -> "08".indexOf(segment.key().charAt(0)) >= 0)
            .findFirst()
            .orElseThrow();

    RenderedSegment rendered = answer(studio.render(sampled, new Studio.Task()), 60);

    assertThat(rendered.fidelity()).isBetween(0.8, 1.0);
  }

  /** Says that it lasts a minute, and ends after a second. */
  private Picture cutOff() {
    return new Picture.Footage(RealFfmpeg.clip(test.node(), 320, 180, 24, 10), 320, 180, 60);
  }
}
