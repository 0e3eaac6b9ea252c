package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.frames.FrameSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionsTest {
  private static final Canvas CANVAS = new Canvas(144, 256, 30);
  private static final int LEAD = 15;
  private static final int FRAMES = 27;

  private static final Set<TransitionStyle> STYLES =
      EnumSet.complementOf(EnumSet.of(TransitionStyle.CUT, TransitionStyle.SHUFFLE));

  private static final Picture OLD = Briefs.drawn(40);
  private static final Picture NEXT = Briefs.drawn(190);

  /** What the encoder may change in the mean of all pixels. */
  private static final double CODING = 2.5;

  @RegisterExtension final TestNode test = TestNode.plain();

  private Studio studio;

  @BeforeEach
  void open() {
    studio = new Studio(test.node(), TransitionsTest::bar);
  }

  @Test
  void onlyTheOverlapIsTouchedAndItGoesFromTheOldPictureToTheNew() {
    List<byte[]> left = alone(OLD, FRAMES + LEAD);
    List<byte[]> entered = alone(NEXT, FRAMES);
    for (TransitionStyle style : STYLES) {
      List<byte[]> joined = joined(OLD, NEXT, style, FRAMES);

      assertThat(joined).as("%s", style).hasSize(FRAMES);
      assertThat(difference(joined.get(0), left.get(FRAMES)))
          .as("%s at its first frame", style)
          .isLessThan(CODING);
      byte[] middle = joined.get(LEAD / 2);
      assertThat(difference(middle, left.get(FRAMES + LEAD / 2))).as("%s", style).isGreaterThan(15);
      assertThat(difference(middle, entered.get(LEAD / 2))).as("%s", style).isGreaterThan(15);
      byte[] last = joined.get(LEAD - 1);
      assertThat(difference(last, entered.get(LEAD - 1)))
          .as("%s at its last frame", style)
          .isLessThan(difference(last, left.get(FRAMES + LEAD - 1)) / 3);
      for (int frame = LEAD; frame < FRAMES; frame++) {
        assertThat(difference(joined.get(frame), entered.get(frame)))
            .as("%s at frame %d", style, frame)
            .isLessThan(CODING);
      }
    }
  }

  @Test
  void footageOfOtherRatesIsJoinedInWholeFrames() {
    Picture old = new Picture.Footage(RealFfmpeg.clip(test.node(), 320, 180, 25, 75), 320, 180, 3);
    Picture next = new Picture.Footage(RealFfmpeg.clip(test.node(), 180, 320, 24, 24), 180, 320, 1);
    List<byte[]> entered = alone(next, 40);

    List<byte[]> joined = joined(old, next, TransitionStyle.SLIDE_UP, 40);

    assertThat(joined).hasSize(40);
    for (int frame = LEAD; frame < 40; frame++) {
      assertThat(difference(joined.get(frame), entered.get(frame))).isLessThan(CODING);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aVeryShortBlendIsAsLongAsAnyInEveryStyle(int lead) {
    assertThat(lengths(lead, lead + 2)).allMatch(length -> length == lead + 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void aClipThatIsAllTransitionIsStillAsLongInEveryStyle(int lead) {
    assertThat(lengths(lead, lead)).allMatch(length -> length == lead);
  }

  @Test
  void twoSecondsOfTransitionAreAsGoodAsHalfOne() {
    int lead = 2 * CANVAS.fps();
    for (TransitionStyle style :
        List.of(
            TransitionStyle.FADE_BLACK,
            TransitionStyle.RADIAL,
            TransitionStyle.SMOOTH_UP,
            TransitionStyle.ZOOM_OUT,
            TransitionStyle.BLUR)) {
      List<byte[]> joined =
          segment(
              timeline(
                  new Clip(0, 0, 2, 0, lead, OLD, 0, null, null, null),
                  new Clip(1, 2, lead + 3, lead, 0, NEXT, 0, null, null, style)),
              1);

      assertThat(joined).hasSize(lead + 3);
      // Nothing jumps, at the seams of the blend neither: the bar alone makes up to 47.
      for (int frame = 1; frame < joined.size(); frame++) {
        assertThat(difference(joined.get(frame - 1), joined.get(frame)))
            .as("%s at frame %d", style, frame)
            .isLessThan(60);
      }
    }
  }

  @Test
  void aCanvasOfHalvesThatAreOddIsMaskedToItsEdges() {
    Canvas odd = new Canvas(130, 134, 24);
    for (TransitionStyle style :
        List.of(
            TransitionStyle.WIPE_RIGHT,
            TransitionStyle.RECT_OPEN,
            TransitionStyle.DISSOLVE,
            TransitionStyle.PIXELIZE)) {
      Timeline timeline =
          timeline(
              odd,
              new Clip(0, 0, 2, 0, 6, OLD, 0, null, null, null),
              new Clip(1, 2, 6, 6, 0, NEXT, 0, null, null, style));

      assertThat(segment(timeline, 1)).as("%s", style).hasSize(6);
    }
  }

  /** The lengths of clips that follow one another, one for every style. */
  private List<Integer> lengths(int lead, int frames) {
    List<Clip> clips = new ArrayList<>();
    int start = 0;
    for (TransitionStyle style : STYLES) {
      boolean first = clips.isEmpty();
      int tail = clips.size() == STYLES.size() - 1 ? 0 : lead;
      Picture picture = Briefs.drawn(40 + 5 * clips.size());
      clips.add(
          new Clip(
              clips.size(),
              start,
              frames,
              first ? 0 : lead,
              tail,
              picture,
              0,
              null,
              null,
              first ? null : style));
      start += frames;
    }
    return studio.renderAll(studio.plan(timeline(clips.toArray(Clip[]::new)))).stream()
        .map(RenderedSegment::frames)
        .toList();
  }

  private List<byte[]> joined(Picture old, Picture next, TransitionStyle style, int frames) {
    Timeline timeline =
        timeline(
            new Clip(0, 0, FRAMES, 0, LEAD, old, 0, null, null, null),
            new Clip(1, FRAMES, frames, LEAD, 0, next, 0, null, null, style));
    return segment(timeline, 1);
  }

  private List<byte[]> alone(Picture picture, int frames) {
    return segment(timeline(new Clip(0, 0, frames, 0, 0, picture, 0, null, null, null)), 0);
  }

  private List<byte[]> segment(Timeline timeline, int index) {
    return studio.frames(
        studio.renderAll(studio.plan(timeline)).get(index).video(),
        timeline.canvas().width(),
        timeline.canvas().height());
  }

  private static Timeline timeline(Clip... clips) {
    return timeline(CANVAS, clips);
  }

  private static Timeline timeline(Canvas canvas, Clip... clips) {
    int frames = 0;
    for (Clip clip : clips) {
      frames += clip.frames();
    }
    return new Timeline(
        canvas,
        frames,
        List.of(clips),
        CaptionStyle.DEFAULT,
        List.of(),
        new AudioMix(List.of(), null, 0, canvas.secondsOf(frames), -14),
        7);
  }

  /** A bright bar that moves on with every frame, so that a frame out of its place is seen. */
  private static FrameSource bar(Clip clip, Canvas canvas) {
    return Scenes.bar(clip, canvas, frame -> frame % 18 * 8);
  }

  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return (double) sum / one.length;
  }
}
