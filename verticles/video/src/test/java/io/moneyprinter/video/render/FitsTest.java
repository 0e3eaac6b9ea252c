package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Studio;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitsTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private Scenes scenes;

  @BeforeEach
  void open() {
    scenes = new Scenes(test.node());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void coverKeepsWhatIsInFocus(boolean still) {
    byte[] left = shown(still, new Fit(Fit.Mode.COVER, 0.0, null, null));
    byte[] right = shown(still, new Fit(Fit.Mode.COVER, 1.0, null, null));

    assertNear(left, 0.5, 0.25, 0xC02020);
    assertNear(left, 0.5, 0.75, 0x2020C0);
    assertNear(right, 0.5, 0.25, 0x20C020);
    assertNear(right, 0.5, 0.75, 0xE0E0E0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void containShowsTheWholePictureBetweenBars(boolean still) {
    byte[] frame = shown(still, new Fit(Fit.Mode.CONTAIN, null, null, "#804010"));

    assertNear(frame, 0.5, 0.1, 0x804010);
    assertNear(frame, 0.5, 0.9, 0x804010);
    assertNear(frame, 0.25, 0.45, 0xC02020);
    assertNear(frame, 0.75, 0.45, 0x20C020);
    assertNear(frame, 0.25, 0.55, 0x2020C0);
    assertNear(frame, 0.75, 0.55, 0xE0E0E0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void blurShowsTheWholePictureOverADarkSoftCopy(boolean still) {
    byte[] frame = shown(still, new Fit(Fit.Mode.BLUR, null, null, null));

    assertNear(frame, 0.25, 0.45, 0xC02020);
    assertNear(frame, 0.75, 0.55, 0xE0E0E0);
    int[] white = Scenes.at(frame, 0.9, 0.9);
    assertThat(white[0]).isBetween(110, 190);
    // Far beyond a pixel the colours of left and right have run into one another.
    int[] middle = Scenes.at(frame, 0.5, 0.1);
    assertThat(middle[0]).isBetween(40, 130);
    assertThat(middle[1]).isBetween(40, 130);
  }

  @Test
  void aMoveOverAWholePictureStaysWithinIt() {
    Picture.Still still = scenes.still(320, 180, "jpg", Scenes::quarters);
    Studio studio =
        new Studio(test.node(), new DrawnClips(test.node().blobs(), ShippedFonts.book()));
    Clip clip =
        new Clip(
            0,
            0,
            10,
            0,
            0,
            still,
            0,
            new Motion(1, 0, 0, 2, 1, 1),
            null,
            null,
            null,
            new Fit(Fit.Mode.CONTAIN, null, null, "#804010"),
            null);

    List<byte[]> frames =
        studio.colors(
            studio.show(Scenes.segment(List.of(clip), List.of())),
            Scenes.CANVAS.width(),
            Scenes.CANVAS.height());

    for (byte[] frame : frames) {
      assertNear(frame, 0.5, 0.1, 0x804010);
      assertNear(frame, 0.9, 0.57, 0xE0E0E0);
    }
    assertThat(Scenes.difference(frames.get(0), frames.get(9))).isGreaterThan(1);
  }

  private byte[] shown(boolean still, Fit fit) {
    if (!still) {
      Picture footage =
          new Picture.Footage(
              scenes.clip(320, 180, "12", 12, Scenes::quarters, Scenes.h264()), 320, 180, 1);
      return scenes.colors(Scenes.clip(footage, 6, null, fit, null)).get(3);
    }
    Studio studio =
        new Studio(test.node(), new DrawnClips(test.node().blobs(), ShippedFonts.book()));
    Picture picture = scenes.still(320, 180, "jpg", Scenes::quarters);
    return studio
        .colors(
            studio.show(
                Scenes.segment(List.of(Scenes.clip(picture, 4, null, fit, null)), List.of())),
            Scenes.CANVAS.width(),
            Scenes.CANVAS.height())
        .get(2);
  }

  private static void assertNear(byte[] frame, double x, double y, int rgb) {
    int[] found = Scenes.at(frame, x, y);
    for (int i = 0; i < 3; i++) {
      assertThat(found[i])
          .as("channel %d at %s, %s", i, x, y)
          .isCloseTo(rgb >> 16 - 8 * i & 255, within(12));
    }
  }
}
