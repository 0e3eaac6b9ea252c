package io.moneyprinter.speech.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.speech.align.HeardWord;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ServiceMessageTest {
  private static final String HEADERS =
      "X-RequestId:1f\r\nContent-Type:audio/mpeg\r\nX-StreamId:2a\r\nPath:audio\r\n";

  @Test
  void aFrameIsReadByteForByte() {
    // Two bytes of length, the header lines with their ends, then sound.
    byte[] frame =
        HexFormat.of()
            .parseHex(
                "000e"
                    + "506174683a617564696f0d0a0d0a" // "Path:audio\r\n\r\n"
                    + "fff364c4");

    ServiceMessage message = ServiceMessage.ofBinary(Buffer.buffer(frame));

    assertThat(message.path()).isEqualTo("audio");
    assertThat(message.body().getBytes()).containsExactly(0xff, 0xf3, 0x64, 0xc4);
  }

  @Test
  void theLengthCountsTheHeadersAlone() {
    Buffer frame =
        Buffer.buffer()
            .appendUnsignedShort(HEADERS.length())
            .appendString(HEADERS)
            .appendBytes(new byte[] {1, 2, 3});

    ServiceMessage message = ServiceMessage.ofBinary(frame);

    assertThat(message.headers()).containsEntry("content-type", "audio/mpeg");
    assertThat(message.body().getBytes()).containsExactly(1, 2, 3);
    assertThat(ServiceMessage.ofBinary(Buffer.buffer().appendUnsignedShort(0)).path()).isEmpty();
  }

  @Test
  void framesThatEndEarlyAreRefused() {
    assertThatThrownBy(() -> ServiceMessage.ofBinary(Buffer.buffer(new byte[] {0})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ServiceMessage.ofBinary(Buffer.buffer(new byte[] {0, 9, 'P'})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ServiceMessage.ofText("Path:turn.start"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordBoundariesAreInUnitsOf100Nanoseconds() {
    ServiceMessage message =
        ServiceMessage.ofText(
            "X-RequestId:1f\r\nContent-Type:application/json; charset=utf-8\r\n"
                + "Path:audio.metadata\r\n\r\n"
                + "{\"Metadata\":[{\"Type\":\"WordBoundary\",\"Data\":{\"Offset\":1000000,"
                + "\"Duration\":3375000,\"text\":{\"Text\":\"AT&amp;T\",\"Length\":8,"
                + "\"BoundaryType\":\"WordBoundary\"}}},"
                + "{\"Type\":\"SessionEnd\",\"Data\":{\"Offset\":9000000}}]}");

    assertThat(message.path()).isEqualTo("audio.metadata");
    assertThat(WordBoundaries.read(message.text()))
        .containsExactly(new HeardWord("AT&T", 0.1, 0.4375));
    assertThatThrownBy(() -> WordBoundaries.read("<html>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
