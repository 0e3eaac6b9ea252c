package io.moneyprinter.video.ffmpeg;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.safety.MediaLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MediaProbeTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void aClipIsMeasured() {
    MediaInfo info = probe(RealFfmpeg.clip(test.node(), 320, 180, 25, 75));

    assertThat(info.kind()).isEqualTo(MediaInfo.Kind.VIDEO);
    assertThat(info.width()).isEqualTo(320);
    assertThat(info.height()).isEqualTo(180);
    assertThat(info.seconds()).isCloseTo(3.0, within(0.01));
    assertThat(info.fps()).isEqualTo(25);
    assertThat(info.codec()).isEqualTo("h264");
    assertThat(info.audio()).isFalse();
  }

  @Test
  void aClipFilmedUprightIsMeasuredAsItIsShown() throws IOException {
    Blob flat = RealFfmpeg.clip(test.node(), 320, 180, 25, 25);
    Blob turned =
        RealFfmpeg.made(
            test.node(),
            java.util.List.of(
                "-display_rotation",
                "90",
                "-i",
                test.node().blobs().path(flat).toString(),
                "-c",
                "copy"),
            program -> {},
            ".mp4",
            "video/mp4");

    MediaInfo info = probe(turned);

    assertThat(info.width()).isEqualTo(180);
    assertThat(info.height()).isEqualTo(320);
  }

  @Test
  void aStillIsAStillWhateverItsFormat() throws IOException {
    for (String format : new String[] {"png", "jpg", "bmp", "gif"}) {
      MediaInfo info = probe(picture(format));

      assertThat(info.kind()).as(format).isEqualTo(MediaInfo.Kind.STILL);
      assertThat(info.width()).isEqualTo(64);
      assertThat(info.seconds()).isZero();
    }
  }

  @Test
  void aSoundIsASound() {
    MediaInfo info = probe(Sounds.tone(test.node(), 2, 2.5, 440, 0.5));

    assertThat(info.kind()).isEqualTo(MediaInfo.Kind.AUDIO);
    assertThat(info.seconds()).isCloseTo(2.5, within(0.001));
    assertThat(info.audio()).isTrue();
  }

  @Test
  void anEmptyFileIsRefused() {
    ServiceFailure failure = refusal(stored(new byte[0]));

    assertThat(failure).hasMessageContaining("empty").hasMessageContaining("0 bytes");
  }

  @Test
  void aTextThatIsNamedAClipIsRefused() {
    byte[] text = "#EXTM3U\nthis is not a film\n".repeat(50).getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(stored(text))).hasMessageContaining("not a picture, clip or sound");
  }

  @Test
  void aPlayListThatNamesOtherFilesIsRefused() {
    byte[] list =
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(stored(list))).hasMessageContaining("not a picture, clip or sound");
  }

  @Test
  void aClipWithoutItsEndIsRefused() throws IOException {
    Blob whole = RealFfmpeg.clip(test.node(), 320, 180, 25, 200, "-movflags", "+faststart");
    byte[] bytes = Files.readAllBytes(test.node().blobs().path(whole));

    assertThat(refusal(stored(Arrays.copyOf(bytes, bytes.length * 6 / 10))))
        .hasMessageContaining("cut off");
    assertThat(refusal(stored(Arrays.copyOf(bytes, 500)))).isNotNull();
  }

  private MediaInfo probe(Blob blob) {
    return answer(
        new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), MediaLimits.usual())
            .probe(blob, test.node().blobs().path(blob)));
  }

  private ServiceFailure refusal(Blob blob) {
    ServiceFailure failure =
        failure(
            new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), MediaLimits.usual())
                .probe(blob, test.node().blobs().path(blob)));
    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    return failure;
  }

  private Blob stored(byte[] bytes) {
    return RealFfmpeg.stored(test.node(), bytes, ".mp4", "video/mp4");
  }

  private Blob picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return RealFfmpeg.stored(test.node(), out.toByteArray(), "." + format, "image/" + format);
  }
}
