package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.frames.FrameSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
  private static final Canvas CANVAS = new Canvas(144, 256, 30);
  private static final int LEAD = 15;
  private static final int FRAMES = 27;

  /** What the encoder may change in the mean of all pixels. */
  private static final double CODING = 2.5;

  @RegisterExtension final TestNode test = TestNode.plain();

  private Studio studio;

  @BeforeEach
  void open() {
    studio = new Studio(test.node(), TransitionsTest::bar);
  }

  @ParameterizedTest
  @EnumSource(
      value = TransitionStyle.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CUT", "SHUFFLE"})
  void onlyTheOverlapIsTouchedAndItGoesFromTheOldPictureToTheNew(TransitionStyle style) {
    Picture old = Briefs.drawn(40);
    Picture next = Briefs.drawn(190);
    List<byte[]> left = alone(old, FRAMES + LEAD);
    List<byte[]> entered = alone(next, FRAMES);

    List<byte[]> joined = joined(old, next, style, FRAMES);

    assertThat(joined).hasSize(FRAMES);
    assertThat(difference(joined.get(0), left.get(FRAMES))).isLessThan(CODING);
    byte[] middle = joined.get(LEAD / 2);
    assertThat(difference(middle, left.get(FRAMES + LEAD / 2))).isGreaterThan(15);
    assertThat(difference(middle, entered.get(LEAD / 2))).isGreaterThan(15);
    byte[] last = joined.get(LEAD - 1);
    assertThat(difference(last, entered.get(LEAD - 1)))
        .isLessThan(difference(last, left.get(FRAMES + LEAD - 1)) / 3);
    for (int frame = LEAD; frame < FRAMES; frame++) {
      assertThat(difference(joined.get(frame), entered.get(frame)))
          .as("frame %d", frame)
          .isLessThan(CODING);
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

  @Test
  void aClipThatIsAllTransitionIsStillAsLong() {
    assertThat(joined(Briefs.drawn(40), Briefs.drawn(190), TransitionStyle.WIPE_DOWN, LEAD))
        .hasSize(LEAD);
  }

  private List<byte[]> joined(Picture old, Picture next, TransitionStyle style, int frames) {
    Timeline timeline =
        timeline(
            new Clip(0, 0, FRAMES, 0, LEAD, old, 0, null, null, null),
            new Clip(1, FRAMES, frames, LEAD, 0, next, 0, null, null, style));
    return frames(timeline, 1);
  }

  private List<byte[]> alone(Picture picture, int frames) {
    return frames(timeline(new Clip(0, 0, frames, 0, 0, picture, 0, null, null, null)), 0);
  }

  private List<byte[]> frames(Timeline timeline, int segment) {
    return studio.frames(
        studio.renderAll(studio.plan(timeline)).get(segment).video(),
        CANVAS.width(),
        CANVAS.height());
  }

  private static Timeline timeline(Clip... clips) {
    int frames = 0;
    for (Clip clip : clips) {
      frames += clip.frames();
    }
    return new Timeline(
        CANVAS,
        frames,
        List.of(clips),
        CaptionStyle.DEFAULT,
        List.of(),
        new AudioMix(List.of(), null, 0, CANVAS.secondsOf(frames), -14),
        7);
  }

  /** A bright bar that moves on with every frame, so that a frame out of its place is seen. */
  private static FrameSource bar(Clip clip, Canvas canvas) {
    int grey = (int) ((Picture.Generated) clip.picture()).seed();
    return new FrameSource() {
      @Override
      public int width() {
        return canvas.width();
      }

      @Override
      public int height() {
        return canvas.height();
      }

      @Override
      public void draw(int frame, int[] pixels) {
        int bar = frame % 18 * 8;
        for (int i = 0; i < pixels.length; i++) {
          int x = i % canvas.width();
          pixels[i] = (x >= bar && x < bar + 16 ? 250 : grey) * 0x010101;
        }
      }
    };
  }

  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return (double) sum / one.length;
  }
}
