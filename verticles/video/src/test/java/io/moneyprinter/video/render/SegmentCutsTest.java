package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.testsupport.TestNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a timeline is cut into segments, its frames are the same. */
class SegmentCutsTest {
  /** What the encoder may change in the mean of all pixels. */
  private static final double CODING = 2.5;

  @RegisterExtension final TestNode test = TestNode.plain();

  private Scenes scenes;

  @BeforeEach
  void open() {
    scenes = new Scenes(test.node());
  }

  @Test
  void aDrawnClipInTwoPartsIsTheClipInOne() {
    Clip clip =
        new Clip(0, 0, 48, 0, 0, Scenes.drawn(60), 0, null, "A title", null, null, null, null);

    assertSameInParts(clip, List.of(), 20);
  }

  @Test
  void footageInTwoPartsWithOverlaysIsTheClipInOne() {
    Picture growing = footage(320, 180, "30", 180);
    Clip clip =
        new Clip(
            0,
            0,
            40,
            0,
            0,
            growing,
            0.4,
            null,
            "A title",
            null,
            1.7,
            null,
            new Grade(null, 1.2, null, null, null, null, null));
    Overlay moving =
        new Overlay(
            6,
            28,
            footage(160, 160, "25", 60),
            0.2,
            null,
            null,
            null,
            0.4,
            null,
            0.5,
            List.of(
                new Keyframe(0, 0.2, 0.3, 0.5, 0.0, null),
                new Keyframe(20, 0.7, 0.6, 1.0, 1.0, null)));
    Overlay logo =
        new Overlay(
            15,
            20,
            scenes.still(40, 40, "png", Scenes::quarters),
            0,
            null,
            null,
            null,
            0.3,
            null,
            null,
            List.of(new Keyframe(0, 0.8, 0.9, null, 0.6, null)));

    assertSameInParts(clip, List.of(moving, logo), 17);
  }

  @Test
  void repeatedFootageInTwoPartsIsTheClipInOne() {
    Picture growing = footage(160, 90, "24", 30);

    assertSameInParts(new Clip(0, 0, 40, 0, 0, growing, 0.5, null, null, null), List.of(), 22);
  }

  @ParameterizedTest
  @EnumSource(
      value = TransitionStyle.class,
      names = {"FADE_WHITE", "DISSOLVE", "WIPE_UP", "SMOOTH_LEFT", "ZOOM_OUT", "PIXELIZE"})
  void twoBlendsOfOneKindDoNotMeetInOneGraph(TransitionStyle style) {
    List<Clip> clips =
        List.of(
            blending(Scenes.drawn(40), 10, 0, 5, null, null),
            blending(Scenes.drawn(120), 10, 5, 5, null, style),
            blending(Scenes.drawn(190), 10, 5, 0, null, style));

    assertSame(scenes.colors(Scenes.segment(clips, List.of())), apart(clips));
  }

  @Test
  void severalClipsInOneSegmentAreAsInTheirOwn() {
    Clip first = blending(Scenes.drawn(40), 20, 0, 6, null, null);
    Clip second = blending(footage(320, 180, "30", 120), 20, 6, 5, "Two", null);
    Clip third = blending(Scenes.drawn(200), 15, 5, 0, null, TransitionStyle.SLIDE_LEFT);
    Clip fourth = blending(Scenes.drawn(120), 12, 0, 0, "Four", null);
    List<Clip> clips = List.of(first, second, third, fourth);
    List<byte[]> together = scenes.colors(Scenes.segment(clips, List.of()));
    assertSame(together, apart(clips));
  }

  @Test
  void aSegmentMayEndInTheMiddleOfABlendAndAnotherBeginThere() {
    Clip before = blending(Scenes.drawn(40), 20, 0, 8, null, null);
    Clip after = blending(Scenes.drawn(160), 20, 8, 0, null, null);
    List<byte[]> whole = scenes.colors(entering(before, after, 0, 20));

    assertSame(scenes.colors(entering(before, after, 0, 5)), whole.subList(0, 5));
    assertSame(scenes.colors(entering(before, after, 5, 15)), whole.subList(5, 20));
  }

  private List<byte[]> apart(List<Clip> clips) {
    List<byte[]> apart = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      Clip previous = clips.get(i).lead() > 0 ? untitled(clips.get(i - 1)) : null;
      Segment own =
          Segment.of(Scenes.CANVAS, clips.get(i), previous, CaptionStyle.DEFAULT, List.of());
      apart.addAll(scenes.colors(own));
    }
    return apart;
  }

  private static Segment entering(Clip before, Clip after, int from, int frames) {
    Segment plain = Scenes.segment(List.of(after), List.of(), from, frames);
    return new Segment(
        "",
        0,
        plain.canvas(),
        plain.clips(),
        before,
        List.of(),
        plain.captionStyle(),
        List.of(),
        from,
        frames,
        plain.encoding());
  }

  private void assertSameInParts(Clip clip, List<Overlay> overlays, int cut) {
    int frames = clip.frames();
    List<byte[]> whole = scenes.colors(Scenes.segment(List.of(clip), overlays));

    List<byte[]> parts =
        new ArrayList<>(scenes.colors(Scenes.segment(List.of(clip), overlays, 0, cut)));
    List<Overlay> later =
        overlays.stream().map(overlay -> overlay.startingAt(overlay.start() - cut)).toList();
    parts.addAll(scenes.colors(Scenes.segment(List.of(clip), later, cut, frames - cut)));

    assertSame(parts, whole);
    assertThat(Scenes.difference(whole.get(0), whole.get(frames - 1))).isGreaterThan(CODING);
  }

  private static void assertSame(List<byte[]> frames, List<byte[]> wanted) {
    assertThat(frames).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(Scenes.difference(frames.get(i), wanted.get(i)))
          .as("frame %d", i)
          .isLessThan(CODING);
    }
  }

  private static Clip blending(
      Picture picture, int frames, int lead, int tail, String title, TransitionStyle style) {
    return new Clip(0, 0, frames, lead, tail, picture, 0, null, title, style);
  }

  private static Clip untitled(Clip clip) {
    return blending(clip.picture(), clip.frames(), 0, clip.tail(), null, null);
  }

  private Picture footage(int width, int height, String rate, int frames) {
    return new Picture.Footage(
        scenes.clip(width, height, rate, frames, Scenes::growing, Scenes.h264()),
        width,
        height,
        frames / Double.parseDouble(rate));
  }
}
