package io.moneyprinter.video.ffmpeg;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.CutFootage;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.safety.MediaLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FootageCutterTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void theBeginningOfAClipIsMadeAWholeFile() throws IOException {
    Blob clip = fastStart();
    byte[] bytes = Files.readAllBytes(test.node().blobs().path(clip));
    Blob head = stored(Arrays.copyOf(bytes, bytes.length / 2));

    Blob cut = answer(cutter().cut(new CutFootage(head, 1)), 60);

    MediaInfo info = answer(probe().probe(cut, test.node().blobs().path(cut)), 60);
    assertThat(info.kind()).isEqualTo(MediaInfo.Kind.VIDEO);
    assertThat(info.seconds()).isCloseTo(1, within(0.3));
    assertThat(info.width()).isEqualTo(160);
    assertThat(failure(probe().probe(head, test.node().blobs().path(head))).getMessage())
        .as("the head itself is no whole file")
        .contains("cut off");
  }

  @Test
  void whatIsNoBeginningOfAnMp4IsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(test.node().blobs().path(fastStart()));
    byte[] noIndex = Arrays.copyOf(bytes, 200);
    byte[] text = "#EXTM3U\nhttp://127.0.0.1/x.ts\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    for (byte[] bad : List.of(noIndex, text)) {
      assertThat(failure(cutter().cut(new CutFootage(stored(bad), 1))).code())
          .isEqualTo(FailureCode.INVALID);
    }
  }

  private Blob fastStart() {
    return RealFfmpeg.clip(test.node(), 160, 90, 25, 100, "-movflags", "+faststart");
  }

  private Blob stored(byte[] bytes) {
    return RealFfmpeg.stored(test.node(), bytes, ".mp4", "video/mp4");
  }

  private FootageCutter cutter() {
    return new FootageCutter(
        RealFfmpeg.on(test.node()), test.node().blobs(), test.node().pools(), MediaLimits.usual());
  }

  private MediaProbe probe() {
    return new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), MediaLimits.usual());
  }
}
