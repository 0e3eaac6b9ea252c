package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.safety.MediaLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Footage of every form fills the canvas, in its own colours and at its own pace. */
class PictureFormsTest {
  private static final int FRAMES = 12;
  private static final int[] RED = {0xC0, 0x20, 0x20};
  private static final int[] GREEN = {0x20, 0xC0, 0x20};
  private static final int[] BLUE = {0x20, 0x20, 0xC0};
  private static final int[] WHITE = {0xE0, 0xE0, 0xE0};

  @RegisterExtension final TestNode test = TestNode.plain();

  private Scenes scenes;

  @BeforeEach
  void open() {
    scenes = new Scenes(test.node());
  }

  @ParameterizedTest
  @CsvSource({
    // What the camera says how to turn it, against the clock, and where the stored quarters go.
    "90, GREEN, WHITE, RED, BLUE",
    "180, WHITE, BLUE, GREEN, RED",
    "270, BLUE, RED, WHITE, GREEN"
  })
  void aPhoneHeldAnyWayIsShownUpright(
      int turn, String topLeft, String topRight, String bottomLeft, String bottomRight) {
    Blob flat = clip(160, 90, "12", Scenes.h264());
    Blob turned = copied(flat, List.of("-display_rotation", "" + turn));

    List<byte[]> frames = shown(turned);

    assertQuarters(
        frames.get(3), color(topLeft), color(topRight), color(bottomLeft), color(bottomRight), 12);
  }

  @ParameterizedTest
  @CsvSource({"641, 359", "359, 641", "127, 333"})
  void oddSizesFillTheCanvas(int width, int height) {
    List<String> lossless =
        List.of(
            "-vf",
            "scale=out_color_matrix=bt709:out_range=tv",
            "-c:v",
            "ffv1",
            "-pix_fmt",
            "yuv444p",
            "-colorspace",
            "bt709",
            "-color_range",
            "tv");
    Blob odd =
        scenes.clip(
            width, height, "12", FRAMES, Scenes::quarters, lossless, ".mkv", "video/x-matroska");

    assertQuarters(shown(odd).get(2), RED, GREEN, BLUE, WHITE, 8);
  }

  @ParameterizedTest
  @CsvSource({"libx264, yuv422p10le", "prores_ks, yuv422p10le"})
  void tenBitsOfFourTwoTwoKeepTheirColours(String codec, String form) {
    List<String> options =
        new ArrayList<>(List.of("-vf", "scale=out_color_matrix=bt709:out_range=tv"));
    options.addAll(List.of("-c:v", codec, "-pix_fmt", form, "-colorspace", "bt709"));
    options.addAll(List.of("-color_primaries", "bt709", "-color_trc", "bt709"));

    assertQuarters(
        shown(
                scenes.clip(
                    160, 90, "12", FRAMES, Scenes::quarters, options, ".mov", "video/quicktime"))
            .get(2),
        RED,
        GREEN,
        BLUE,
        WHITE,
        10);
  }

  @ParameterizedTest
  @CsvSource({"bt601, smpte170m", "bt601, bt470bg", "bt2020, bt2020nc"})
  void otherMatricesAreConverted(String made, String tagged) {
    List<String> options =
        List.of(
            "-vf",
            "scale=out_color_matrix=" + made + ":out_range=tv,setparams=colorspace=" + tagged,
            "-c:v",
            "libx264",
            "-qp",
            "6",
            "-pix_fmt",
            "yuv420p",
            "-colorspace",
            tagged,
            "-color_range",
            "tv");

    assertQuarters(shown(clip(160, 90, "12", options)).get(2), RED, GREEN, BLUE, WHITE, 10);
  }

  @ParameterizedTest
  @CsvSource({"smpte2084, 148, 0.5807", "arib-std-b67, 191, 0.75"})
  void brightnessBeyondTheOrdinaryIsToneMapped(String curve, int code, double signal) {
    // Reference white, 203 candela a square metre, in both curves (ITU-R BT.2408); then brighter.
    Scenes.Paint white =
        (frame, x, y) -> 0xFF000000 | (int) Math.round((x < 0.5 ? signal : 0.9) * 255) * 0x010101;
    List<String> options =
        List.of(
            "-vf",
            "scale=out_color_matrix=bt2020:out_range=tv",
            "-c:v",
            "libx265",
            "-qp",
            "6",
            "-pix_fmt",
            "yuv420p10le",
            "-color_primaries",
            "bt2020",
            "-color_trc",
            curve,
            "-colorspace",
            "bt2020nc",
            "-color_range",
            "tv",
            "-x265-params",
            "log-level=none:colorprim=bt2020:transfer=" + curve + ":colormatrix=bt2020nc");
    Blob bright = scenes.clip(160, 90, "12", FRAMES, white, options);
    MediaInfo info = probed(bright);
    assertThat(info.hdr()).isTrue();

    byte[] frame = shown(bright).get(2);

    int reference = Scenes.at(frame, 0.25, 0.5)[1];
    int brighter = Scenes.at(frame, 0.75, 0.5)[1];
    assertThat(reference).isBetween(200, 225);
    assertThat(brighter).isBetween(reference + 15, 255);
  }

  @ParameterizedTest
  @CsvSource({
    "qtrle, argb, .mov, video/quicktime",
    "prores_ks, yuva444p10le, .mov, video/quicktime",
    "libvpx-vp9, yuva420p, .webm, video/webm"
  })
  void whatIsTransparentIsBlack(String codec, String form, String suffix, String type) {
    Scenes.Paint half = (frame, x, y) -> x < 0.5 ? 0xFFE0E0E0 : 0x00E0E0E0;
    List<String> options = List.of("-c:v", codec, "-pix_fmt", form, "-color_range", "tv");
    Blob clear = scenes.clip(96, 160, "12", FRAMES, half, options, suffix, type);
    assertThat(probed(clear).alpha()).isTrue();

    byte[] frame = shown(clear).get(2);

    assertThat(Scenes.at(frame, 0.25, 0.5)[0]).isCloseTo(0xE0, within(10));
    assertThat(Scenes.at(frame, 0.75, 0.5)[0]).isLessThan(8);
  }

  @ParameterizedTest
  @CsvSource({"1", "6"})
  void soundOfAnyNumberOfChannelsChangesNothing(int channels) {
    Blob silent = clip(160, 90, "12", Scenes.h264());
    List<String> line =
        List.of(
            "-loglevel",
            "error",
            "-i",
            test.node().blobs().path(silent).toString(),
            "-f",
            "s16le",
            "-ar",
            "48000",
            "-ac",
            "" + channels,
            "-i",
            "pipe:0",
            "-c:v",
            "copy",
            "-c:a",
            "aac");
    Blob loud =
        RealFfmpeg.made(
            test.node(), line, out -> out.write(new byte[96_000 * channels]), ".mp4", "video/mp4");
    assertThat(probed(loud).audio()).isTrue();

    assertQuarters(shown(loud).get(2), RED, GREEN, BLUE, WHITE, 10);
  }

  @ParameterizedTest
  @CsvSource({"15", "120", "24000/1001"})
  void anyRateKeepsItsPace(String rate) {
    double fps = rate.contains("/") ? 24000 / 1001.0 : Double.parseDouble(rate);
    Scenes.Paint seconds =
        (frame, x, y) -> 0xFF000000 | (int) Math.min(250, 20 + 100 * frame / fps) * 0x010101;
    Blob clip = scenes.clip(96, 160, rate, (int) (fps * 2), seconds, Scenes.h264());

    List<byte[]> frames = scenes.colors(Scenes.clip(new Picture.Footage(clip, 96, 160, 2), 22));

    for (int frame = 1; frame < 22; frame += 5) {
      assertThat((double) Scenes.at(frames.get(frame), 0.5, 0.5)[0])
          .as("frame %d", frame)
          .isCloseTo(20 + 100 * frame / 12.0, within(9.0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mod(N,5)*0.4", "(1-mod(N,2))*0.8"})
  void aRateThatVariesKeepsItsPace(String late) {
    // Frames come late by a part of a frame that differs; the brightness says when they should.
    Scenes.Paint seconds = (frame, x, y) -> 0xFF000000 | Math.min(250, 20 + 4 * frame) * 0x010101;
    List<String> options = new ArrayList<>(Scenes.h264());
    options.set(1, options.get(1) + ",setpts='PTS+" + late + "/25/TB'");
    options.addAll(List.of("-fps_mode", "vfr", "-video_track_timescale", "90000"));
    Blob clip = scenes.clip(96, 160, "25", 50, seconds, options);

    List<byte[]> frames = scenes.colors(Scenes.clip(new Picture.Footage(clip, 96, 160, 2), 22));

    for (int frame = 1; frame < 22; frame += 5) {
      assertThat((double) Scenes.at(frames.get(frame), 0.5, 0.5)[0])
          .as("frame %d", frame)
          .isCloseTo(20 + 100 * frame / 12.0, within(10.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 1.5, 4})
  void footageRunsAtTheSpeedAskedFor(double speed) {
    Blob clip = scenes.clip(96, 160, "24", 55, Scenes::growing, Scenes.h264());

    List<byte[]> frames =
        scenes.colors(
            Scenes.clip(new Picture.Footage(clip, 96, 160, 55 / 24.0), 6, speed, null, null));

    // A moment may be off by half a frame of the canvas, which is one of 24 a second, times speed.
    for (int frame = 1; frame < 6; frame++) {
      assertThat((double) Scenes.at(frames.get(frame), 0.5, 0.5)[0])
          .as("frame %d", frame)
          .isCloseTo(20 + 4 * (frame * 2 * speed), within(4 * speed + 4));
    }
  }

  @Test
  void footageThatIsTooShortBeginsAgain() {
    // From half a second on there are 12 frames of 24 left: then its first ones follow.
    Blob clip = scenes.clip(96, 160, "24", 24, Scenes::growing, Scenes.h264());
    Clip shown =
        new Clip(0, 0, 15, 0, 0, new Picture.Footage(clip, 96, 160, 1), 0.5, null, null, null);

    List<byte[]> frames = scenes.colors(shown);

    for (int frame : new int[] {1, 4, 7, 9, 14}) {
      assertThat((double) Scenes.at(frames.get(frame), 0.5, 0.5)[0])
          .as("frame %d", frame)
          .isCloseTo(20 + 4 * ((12 + 2 * frame) % 24), within(7.0));
    }
  }

  @Test
  void pixelsThatAreNotSquareAreShownAsTheyShouldBe() {
    // 90 by 80 pixels of 1:2 are a picture of 9:16.
    Blob clip =
        clip(
            90,
            80,
            "12",
            Scenes.h264("-vf", "setsar=1/2,scale=out_color_matrix=bt709:out_range=tv"));
    assertThat(probed(clip).width()).isEqualTo(45);

    assertQuarters(shown(clip).get(2), RED, GREEN, BLUE, WHITE, 10);
  }

  @Test
  void linesOfTwoMomentsAreMadeOnePicture() {
    // A bar that has moved on in every other line: a comb, which must not be seen.
    Scenes.Paint comb =
        (frame, x, y) -> {
          int moment = 2 * frame + (int) (y * 160) % 2;
          return (int) (x * 10 + 50 - moment) % 4 < 2 ? 0xFF303030 : 0xFFD0D0D0;
        };
    List<String> options =
        new ArrayList<>(Scenes.h264("-flags", "+ildct+ilme", "-x264opts", "tff=1"));
    options.set(1, options.get(1) + ",setfield=tff");
    Blob clip = scenes.clip(96, 160, "12", FRAMES, comb, options);

    byte[] frame = shown(clip).get(4);

    double teeth = 0;
    for (int y = 100; y < 140; y++) {
      double line = (y + 0.5) / Scenes.CANVAS.height();
      double next = (y + 1.5) / Scenes.CANVAS.height();
      for (double x = 0.05; x < 1; x += 0.1) {
        teeth += Math.abs(Scenes.at(frame, x, line)[0] - Scenes.at(frame, x, next)[0]);
      }
    }
    assertThat(teeth / 400).isLessThan(15);
  }

  private Blob clip(int width, int height, String rate, List<String> options) {
    return scenes.clip(width, height, rate, FRAMES, Scenes::quarters, options);
  }

  private Blob copied(Blob clip, List<String> before) {
    List<String> line = new ArrayList<>(before);
    line.addAll(List.of("-i", test.node().blobs().path(clip).toString(), "-c", "copy"));
    return RealFfmpeg.made(test.node(), line, program -> {}, ".mp4", "video/mp4");
  }

  /** As an import would know the clip. */
  private Picture.Footage footage(Blob blob) {
    MediaInfo info = probed(blob);
    return new Picture.Footage(
        blob, info.width(), info.height(), info.seconds(), info.audio(), info.hdr(), info.alpha());
  }

  private MediaInfo probed(Blob blob) {
    MediaProbe probe =
        new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), MediaLimits.usual());
    return Answers.answer(probe.probe(blob, test.node().blobs().path(blob)), 30);
  }

  private List<byte[]> shown(Blob blob) {
    return scenes.colors(Scenes.clip(footage(blob), 8));
  }

  private static int[] color(String name) {
    return switch (name) {
      case "RED" -> RED;
      case "GREEN" -> GREEN;
      case "BLUE" -> BLUE;
      default -> WHITE;
    };
  }

  private static void assertQuarters(
      byte[] frame, int[] topLeft, int[] topRight, int[] bottomLeft, int[] bottomRight, int by) {
    assertColor(frame, 0.25, 0.25, topLeft, by);
    assertColor(frame, 0.75, 0.25, topRight, by);
    assertColor(frame, 0.25, 0.75, bottomLeft, by);
    assertColor(frame, 0.75, 0.75, bottomRight, by);
  }

  private static void assertColor(byte[] frame, double x, double y, int[] wanted, int by) {
    int[] found = Scenes.at(frame, x, y);
    for (int i = 0; i < 3; i++) {
      assertThat(found[i]).as("channel %d at %s, %s", i, x, y).isCloseTo(wanted[i], within(by));
    }
  }
}
