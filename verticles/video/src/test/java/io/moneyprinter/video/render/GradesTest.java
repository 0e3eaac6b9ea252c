package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Grade.Filter;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Studio;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradesTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private Scenes scenes;
  private Studio studio;

  @BeforeEach
  void open() {
    scenes = new Scenes(test.node());
    studio = new Studio(test.node(), new DrawnClips(test.node().blobs(), ShippedFonts.book()));
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void aFilterIsTheSameForFootageStillsAndOverlays(Filter filter) {
    Grade grade = new Grade(null, null, null, null, filter, null, null);
    Picture.Still still = scenes.still(144, 256, "jpg", Scenes::quarters);
    byte[] plain = shown(still, null);

    byte[] drawn = shown(still, grade);
    byte[] decoded = shown(footage(), grade);
    byte[] over = shown(overlaid(footage(), grade));

    assertThat(Scenes.difference(drawn, plain)).isGreaterThan(3);
    assertThat(Scenes.difference(decoded, drawn)).isLessThan(3);
    assertThat(Scenes.difference(over, drawn)).isLessThan(3);
  }

  @Test
  void brightnessContrastSaturationAndTemperatureDoWhatTheySay() {
    Picture picture = footage();
    assertColor(graded(picture, 0.1, null, null, null), 0.75, 0.25, 0x3A, 0xDA, 0x3A);
    assertColor(graded(picture, null, 0.5, null, null), 0.75, 0.25, 0x50, 0xA0, 0x50);
    int luma = (int) Math.round(0.2126 * 0x20 + 0.7152 * 0xC0 + 0.0722 * 0x20);
    assertColor(graded(picture, null, null, 0.0, null), 0.75, 0.25, luma, luma, luma);
    int[] warm = Scenes.at(graded(picture, null, null, null, 0.6), 0.75, 0.75);
    int[] cool = Scenes.at(graded(picture, null, null, null, -0.6), 0.75, 0.75);
    assertThat(warm[0] - warm[2]).isGreaterThan(30);
    assertThat(cool[2] - cool[0]).isGreaterThan(30);
  }

  @Test
  void aTableSwapsColours() {
    // Red and blue change places: exact in a table of two entries along a side.
    String swap =
        "TITLE \"swap\"\n# a comment\nLUT_3D_SIZE 2\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 1 1 1\n"
            + IntStream.range(0, 8)
                .mapToObj(i -> (i >> 2) + " " + (i >> 1 & 1) + " " + (i & 1))
                .collect(Collectors.joining("\n"));

    byte[] frame = shown(footage(), lut(swap));

    assertColor(frame, 0.25, 0.25, 0x20, 0x20, 0xC0);
    assertColor(frame, 0.25, 0.75, 0xC0, 0x20, 0x20);
  }

  @Test
  void aTableForEachChannelInverts() {
    byte[] frame = shown(footage(), lut("LUT_1D_SIZE 3\n1 1 1\n0.5 0.5 0.5\n0 0 0\n"));

    assertColor(frame, 0.25, 0.25, 0x3F, 0xDF, 0xDF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a table",
        "LUT_3D_SIZE 2\n0 0 0\n",
        "LUT_3D_SIZE 500\n",
        "LUT_3D_SIZE -4\n",
        "LUT_3D_SIZE 2\n0 0 nan\n",
        "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n2 2 2\n",
        "LUT_1D_SIZE 2\nfile /etc/passwd\n",
        "DOMAIN_MIN 1 1 1\nDOMAIN_MAX 0 0 0\nLUT_1D_SIZE 2\n0 0 0\n1 1 1\n"
      })
  void whatIsNoTableIsRefused(String text) {
    assertThatThrownBy(() -> shown(footage(), lut(text)))
        .hasMessageContaining("colour table")
        .hasMessageContaining(".cube");
  }

  private Grade lut(String text) {
    Blob blob =
        RealFfmpeg.stored(
            test.node(), text.getBytes(StandardCharsets.UTF_8), ".cube", "application/x-cube");
    return new Grade(null, null, null, null, null, blob, null);
  }

  private byte[] graded(
      Picture picture, Double brightness, Double contrast, Double saturation, Double warmth) {
    return shown(picture, new Grade(brightness, contrast, saturation, warmth, null, null, null));
  }

  private Picture footage() {
    return new Picture.Footage(
        scenes.clip(144, 256, "12", 6, Scenes::quarters, Scenes.h264()), 144, 256, 0.5);
  }

  private static Segment overlaid(Picture picture, Grade grade) {
    Overlay overlay =
        new Overlay(
            0,
            3,
            picture,
            0,
            null,
            null,
            grade,
            1,
            null,
            null,
            List.of(new Keyframe(0, 0.5, 0.5, null, null, null)));
    Picture ground =
        new Picture.Generated(
            Picture.Generated.Style.AURORA, 1, List.of("#101020", "#406080", "#A0C0E0"), null);
    return Scenes.segment(List.of(Scenes.clip(ground, 3)), List.of(overlay));
  }

  private byte[] shown(Picture picture, Grade grade) {
    return shown(Scenes.segment(List.of(Scenes.clip(picture, 3, null, null, grade)), List.of()));
  }

  private byte[] shown(Segment segment) {
    return studio
        .colors(studio.show(segment), Scenes.CANVAS.width(), Scenes.CANVAS.height())
        .get(1);
  }

  private static void assertColor(byte[] frame, double x, double y, int... wanted) {
    int[] found = Scenes.at(frame, x, y);
    for (int i = 0; i < 3; i++) {
      assertThat(found[i]).as("channel %d", i).isCloseTo(wanted[i], within(7));
    }
  }
}
