package io.moneyprinter.video;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.node.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToDoubleFunction;

/** Sounds for tests, as WAV, 16 bit, 48 kHz. */
public final class Sounds {
  public static final int RATE = 48_000;

  private Sounds() {}

  /** Something with the peaks and pauses of speech. */
  public static Blob speech(Node node, double seconds) {
    java.util.SplittableRandom noise = new java.util.SplittableRandom(3);
    return sound(
        node,
        1,
        seconds,
        i -> {
          double t = i / (double) RATE;
          double syllable = Math.max(0, Math.sin(2 * Math.PI * 2.6 * t));
          double voice = Math.sin(2 * Math.PI * 140 * t) + 0.5 * Math.sin(2 * Math.PI * 840 * t);
          return 0.25 * syllable * (voice + 0.3 * (noise.nextDouble() - 0.5));
        });
  }

  /** A steady tone. */
  public static Blob tone(Node node, int channels, double seconds, double hertz, double level) {
    return sound(node, channels, seconds, i -> level * Math.sin(2 * Math.PI * hertz * i / RATE));
  }

  /**
   * Any wave, the same on all channels.
   *
   * @param wave from −1 to 1, by sample
   */
  public static Blob sound(Node node, int channels, double seconds, IntToDoubleFunction wave) {
    int samples = (int) Math.round(seconds * RATE);
    int bytes = samples * channels * 2;
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
    out.putShort((short) 1).putShort((short) channels).putInt(RATE);
    out.putInt(RATE * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
    out.put("data".getBytes()).putInt(bytes);
    for (int i = 0; i < samples; i++) {
      short value = (short) Math.round(Math.max(-1, Math.min(1, wave.applyAsDouble(i))) * 32767);
      for (int c = 0; c < channels; c++) {
        out.putShort(value);
      }
    }
    return RealFfmpeg.stored(node, out.array(), ".wav", "audio/wav");
  }
}
