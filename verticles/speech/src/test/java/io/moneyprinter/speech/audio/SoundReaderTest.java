package io.moneyprinter.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.speech.remote.ToneFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoundReaderTest {
  @Test
  void mp3IsReadWithItsSoundWhereItWas() {
    Sound sound = SoundReader.read(ToneFiles.mp3().getBytes());

    assertThat(sound.rate()).isEqualTo(24_000);
    assertThat(sound.seconds()).isBetween(1.75, 1.9);
    assertThat((double) Loudness.firstAudible(sound) / sound.rate()).isCloseTo(0.2, within(0.01));
    assertThat(Probe.level(sound, 0.22, 0.48)).isCloseTo(-9, within(0.5));
    assertThat(Probe.level(sound, 0.53, 0.57)).isLessThan(-40);
  }

  @Test
  void wavOfAStreamGoesToTheEndOfWhatThereIs() {
    byte[] wav = ToneFiles.wav().getBytes();
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

    assertThat(SoundReader.read(wav).samples()).hasSize(36_000);
    assertThat(SoundReader.read(Arrays.copyOf(wav, 44 + 2000)).samples()).hasSize(1000);
  }

  @Test
  void channelsAreMixedAndDepthsRead() {
    assertThat(SoundReader.read(wav(1, 2, 16, new byte[] {0, 64, 0, 0})).samples())
        .containsExactly(0.25f);
    assertThat(SoundReader.read(wav(1, 1, 24, new byte[] {0, 0, 64})).samples())
        .containsExactly(0.5f);
    assertThat(SoundReader.read(wav(1, 1, 8, new byte[] {0})).samples()).containsExactly(-1f);
    assertThat(SoundReader.read(wav(3, 1, 32, new byte[] {0, 0, 0, 63})).samples())
        .containsExactly(0.5f);
  }

  @Test
  void anythingElseIsRefused() {
    for (byte[] bytes :
        new byte[][] {
          {}, "<html>".getBytes(), "RIFF0000WAVE".getBytes(), wav(2, 1, 4, new byte[8])
        }) {
      assertThatThrownBy(() -> SoundReader.read(bytes))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] noise = new byte[4000];
    Arrays.fill(noise, (byte) 0xff);
    assertThatThrownBy(() -> SoundReader.read(noise)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] wav(int coding, int channels, int bits, byte[] data) {
    return ByteBuffer.allocate(44 + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes())
        .putInt(36 + data.length)
        .put("WAVEfmt ".getBytes())
        .putInt(16)
        .putShort((short) coding)
        .putShort((short) channels)
        .putInt(8000)
        .putInt(8000 * channels * bits / 8)
        .putShort((short) (channels * bits / 8))
        .putShort((short) bits)
        .put("data".getBytes())
        .putInt(data.length)
        .put(data)
        .array();
  }
}
