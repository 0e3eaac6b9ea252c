package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Keyframe.Easing;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.testsupport.TestNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {
  private static final int FRAMES = 16;

  @RegisterExtension final TestNode test = TestNode.plain();

  private Scenes scenes;
  private Picture ground;

  @BeforeEach
  void open() {
    scenes = new Scenes(test.node());
    ground = scenes.plain(0xFF404040);
  }

  @Test
  void anOverlayShowsInItsFramesAtItsPlaceAndNowhereElse() {
    Overlay overlay = overlay(5, 6, footage(0xFFE0E0E0), 0.5, null, at(0.25, 0.5));

    List<byte[]> frames = shown(overlay);

    for (int frame = 0; frame < FRAMES; frame++) {
      int wanted = frame >= 5 && frame < 11 ? 0xE0 : 0x40;
      assertGrey(frames.get(frame), 0.25, 0.5, wanted);
      assertGrey(frames.get(frame), 0.75, 0.5, 0x40);
    }
  }

  @Test
  void aStillThatBeganBeforeTheSegmentIsThereFromItsFirstFrameOn() {
    Overlay overlay =
        overlay(
            -30, 36, scenes.still(40, 40, "jpg", (f, x, y) -> 0xE0E0E0), 0.4, null, at(0.5, 0.5));

    List<byte[]> frames = shown(overlay);

    assertGrey(frames.get(0), 0.5, 0.5, 0xE0);
    assertGrey(frames.get(5), 0.5, 0.5, 0xE0);
    assertGrey(frames.get(6), 0.5, 0.5, 0x40);
  }

  @Test
  void aDrawnOverlayMovesOnWithItsOwnFrames() {
    Overlay overlay = overlay(0, FRAMES, Scenes.drawn(120), 0.5, null, at(0.5, 0.5));

    List<byte[]> frames = shown(overlay);

    assertThat(Scenes.at(frames.get(0), 0.27, 0.5)[0]).isGreaterThan(200);
    assertThat(Scenes.at(frames.get(8), 0.27, 0.5)[0]).isLessThan(150);
  }

  @Test
  void theLaterOneLiesOnTop() {
    Overlay lower = overlay(0, FRAMES, footage(0xFFE0E0E0), 0.8, null, at(0.5, 0.5));
    Overlay upper = overlay(0, FRAMES, footage(0xFF909090), 0.3, null, at(0.5, 0.5));

    byte[] frame = shown(lower, upper).get(4);

    assertGrey(frame, 0.5, 0.5, 0x90);
    assertGrey(frame, 0.2, 0.5, 0xE0);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0x40", "0.0, 0xE0"})
  void cornersAreAsRoundAsAskedFor(double radius, String corner) {
    Overlay overlay =
        new Overlay(
            0,
            FRAMES,
            footage(0xFFE0E0E0),
            0,
            null,
            null,
            null,
            0.6,
            0.3375,
            radius,
            List.of(at(0.5, 0.5)));

    byte[] frame = shown(overlay).get(3);

    assertGrey(frame, 0.5, 0.5, 0xE0);
    assertGrey(frame, 0.22, 0.5, 0xE0);
    assertGrey(frame, 0.23, 0.35, Integer.decode(corner));
  }

  @Test
  void whatIsTransparentInALogoIsNotSeenAndRoundCornersAreCutFromTheRest() {
    Picture logo =
        scenes.still(60, 60, "png", (f, x, y) -> x < 0.5 ? 0xFFE0E0E0 : x < 0.75 ? 0x80E0E0E0 : 0);
    Overlay overlay =
        new Overlay(0, FRAMES, logo, 0, null, null, null, 0.6, null, 0.3, List.of(at(0.5, 0.5)));

    byte[] frame = shown(overlay).get(3);

    assertGrey(frame, 0.35, 0.5, 0xE0);
    assertGrey(frame, 0.57, 0.5, (0xE0 + 0x40) / 2);
    assertGrey(frame, 0.75, 0.5, 0x40);
    assertGrey(frame, 0.21, 0.34, 0x40);
  }

  @ParameterizedTest
  @CsvSource({"qtrle, argb, .mov, video/quicktime", "libvpx-vp9, yuva420p, .webm, video/webm"})
  void footageWithAlphaLetsTheGroundThrough(String codec, String form, String suffix, String type) {
    Scenes.Paint half = (frame, x, y) -> x < 0.5 ? 0xFFE0E0E0 : 0x00E0E0E0;
    Blob clip =
        scenes.clip(80, 80, "12", 18, half, List.of("-c:v", codec, "-pix_fmt", form), suffix, type);
    Picture clear = new Picture.Footage(clip, 80, 80, 1.5, false, false, true);

    List<byte[]> frames =
        shown(
            overlay(
                2,
                12,
                clear,
                0.6,
                null,
                new Keyframe(0, 0.5, 0.5, 1.0, 1.0, Easing.LINEAR),
                new Keyframe(10, 0.6, 0.5, 1.0, 1.0, Easing.LINEAR)));

    assertGrey(frames.get(2), 0.35, 0.5, 0xE0);
    assertGrey(frames.get(2), 0.65, 0.5, 0x40);
    assertGrey(frames.get(12), 0.45, 0.5, 0xE0);
    assertGrey(frames.get(12), 0.75, 0.5, 0x40);
  }

  @ParameterizedTest
  @EnumSource(Easing.class)
  void itMovesAsItsKeyframesSay(Easing easing) {
    Overlay overlay =
        overlay(
            2,
            14,
            scenes.still(40, 40, "jpg", (f, x, y) -> 0xE0E0E0),
            0.2,
            null,
            new Keyframe(1, 0.2, 0.3, null, null, easing),
            new Keyframe(11, 0.8, 0.7, null, null, null));

    List<byte[]> frames = shown(overlay);

    for (int own = 0; own < 14; own++) {
      double way = Math.max(0, Math.min(1, (own - 1) / 10.0));
      double share =
          switch (easing) {
            case LINEAR -> way;
            case SMOOTH -> way * way * (3 - 2 * way);
            case OUT -> 1 - Math.pow(1 - way, 3);
            case HOLD -> own >= 11 ? 1 : 0;
          };
      double[] centre = centre(frames.get(own + 2));
      assertThat(centre[0]).as("x at %d", own).isCloseTo((0.2 + 0.6 * share) * 144, within(0.5));
      assertThat(centre[1]).as("y at %d", own).isCloseTo((0.3 + 0.4 * share) * 256, within(0.5));
    }
  }

  @Test
  void itGrowsAndFadesAsItsKeyframesSay() {
    Overlay overlay =
        overlay(
            0,
            FRAMES,
            footage(0xFFE0E0E0),
            0.2,
            null,
            new Keyframe(0, 0.5, 0.5, 0.5, 0.0, Easing.LINEAR),
            new Keyframe(10, 0.5, 0.5, 2.0, 1.0, Easing.LINEAR));

    List<byte[]> frames = shown(overlay);

    assertGrey(frames.get(0), 0.5, 0.5, 0x40);
    assertGrey(frames.get(5), 0.5, 0.5, (0xE0 + 0x40) / 2);
    assertGrey(frames.get(10), 0.5, 0.5, 0xE0);
    assertThat(width(frames.get(5))).isCloseTo(0.25 * 144, within(2.0));
    assertThat(width(frames.get(14))).isCloseTo(0.4 * 144, within(2.0));
  }

  @Test
  void oneThatOutgrowsTheCanvasFillsIt() {
    Overlay overlay =
        overlay(
            0,
            FRAMES,
            footage(0xFFE0E0E0),
            0.5,
            null,
            new Keyframe(0, 0.5, 0.5, 1.0, 1.0, Easing.LINEAR),
            new Keyframe(10, 0.5, 0.5, 6.0, 1.0, Easing.LINEAR));

    List<byte[]> frames = shown(overlay);

    assertGrey(frames.get(0), 0.1, 0.1, 0x40);
    assertThat(width(frames.get(0))).isCloseTo(72, within(2.0));
    assertGrey(frames.get(15), 0.03, 0.03, 0xE0);
    assertGrey(frames.get(15), 0.97, 0.97, 0xE0);
  }

  @Test
  void oneThatLeavesTheCanvasIsCutAtItsEdge() {
    Overlay overlay = overlay(0, FRAMES, footage(0xFFE0E0E0), 0.4, null, at(1.0, 1.0));

    byte[] frame = shown(overlay).get(2);

    assertGrey(frame, 0.9, 0.95, 0xE0);
    assertGrey(frame, 0.5, 0.95, 0x40);
  }

  @Test
  void itHasColoursOfItsOwn() {
    Grade dark = new Grade(-0.3, null, null, null, null, null, null);
    Overlay overlay =
        new Overlay(
            0,
            FRAMES,
            footage(0xFFC0C0C0),
            0,
            null,
            null,
            dark,
            0.5,
            null,
            null,
            List.of(at(0.5, 0.5)));

    byte[] frame = shown(overlay).get(2);

    assertGrey(frame, 0.5, 0.5, 0xC0 - 77);
    assertGrey(frame, 0.1, 0.1, 0x40);
  }

  @ParameterizedTest
  @EnumSource(
      value = Grade.Filter.class,
      names = {"MONO", "VIGNETTE"})
  void aGradeLeavesWhatIsTransparentTransparent(Grade.Filter filter) {
    Picture logo = scenes.still(60, 60, "png", (f, x, y) -> x < 0.5 ? 0xFFC0C0C0 : 0x00C0C0C0);
    Grade grade = new Grade(null, null, null, null, filter, null, null);
    Overlay overlay =
        new Overlay(0, FRAMES, logo, 0, null, null, grade, 0.8, null, null, List.of(at(0.5, 0.5)));

    byte[] frame = shown(overlay).get(3);

    assertThat(Scenes.at(frame, 0.4, 0.5)[1]).isGreaterThan(0xA8);
    assertGrey(frame, 0.75, 0.5, 0x40);
  }

  private Picture footage(int color) {
    return scenes.plain(color);
  }

  private static Keyframe at(double x, double y) {
    return new Keyframe(0, x, y, null, null, null);
  }

  private static Overlay overlay(
      int start, int frames, Picture picture, double width, Double radius, Keyframe... path) {
    return new Overlay(
        start, frames, picture, 0, null, null, null, width, null, radius, List.of(path));
  }

  private List<byte[]> shown(Overlay... overlays) {
    return scenes.colors(Scenes.segment(List.of(Scenes.clip(ground, FRAMES)), List.of(overlays)));
  }

  private static void assertGrey(byte[] frame, double x, double y, int grey) {
    assertThat(Scenes.at(frame, x, y)[1]).as("at %s, %s", x, y).isCloseTo(grey, within(8));
  }

  /** Where the light is, pixels. */
  private static double[] centre(byte[] frame) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < frame.length; i += 3) {
      int pixel = i / 3;
      double light = Math.max(0, (frame[i] & 255) - 0x50);
      sum += light;
      x += light * (pixel % 144 + 0.5);
      y += light * (pixel / 144 + 0.5);
    }
    return new double[] {x / sum, y / sum};
  }

  /** Lit pixels of the middle row, the half-lit ones in part. */
  private static double width(byte[] frame) {
    double lit = 0;
    int middle = Scenes.at(frame, 0.5, 0.5)[0];
    for (int x = 0; x < 144; x++) {
      int value = frame[3 * (128 * 144 + x)] & 255;
      lit += Math.max(0, Math.min(1, (value - 0x40) / (double) Math.max(1, middle - 0x40)));
    }
    return lit;
  }
}
