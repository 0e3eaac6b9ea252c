package io.moneyprinter.speech.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads RIFF WAVE: PCM of 8, 16, 24 or 32 bits and 32 bit float, any number of channels, which are
 * mixed. Services that stream do not know the length beforehand and write one that is too large:
 * the sound then goes to the end of what there is.
 */
final class WavReader {
  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FORMAT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int HEADER_BYTES = 12;
  private static final int CHUNK_BYTES = 8;
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;

  private final ByteBuffer file;
  private int coding;
  private int channels;
  private int rate;
  private int bits;

  private WavReader(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static boolean isWav(byte[] bytes) {
    ByteBuffer start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.length >= HEADER_BYTES && start.getInt(0) == RIFF && start.getInt(8) == WAVE;
  }

  /** {@code IllegalArgumentException} for what cannot be read. */
  static Sound read(byte[] bytes) {
    return new WavReader(bytes).read();
  }

  private Sound read() {
    int at = HEADER_BYTES;
    while (at + CHUNK_BYTES <= file.limit()) {
      int kind = file.getInt(at);
      long size = Integer.toUnsignedLong(file.getInt(at + 4));
      int body = at + CHUNK_BYTES;
      int end = (int) Math.min(file.limit(), body + size);
      if (kind == FORMAT && end - body >= 16) {
        format(body, end);
      } else if (kind == DATA) {
        return samples(body, end);
      }
      at = end + (end - body) % 2;
    }
    throw new IllegalArgumentException("A WAV file without sound in it");
  }

  private void format(int at, int end) {
    coding = Short.toUnsignedInt(file.getShort(at));
    channels = file.getShort(at + 2);
    rate = file.getInt(at + 4);
    bits = file.getShort(at + 14);
    if (coding == EXTENSIBLE && end - at >= 26) {
      coding = Short.toUnsignedInt(file.getShort(at + 24));
    }
    boolean known = coding == PCM && bits % 8 == 0 && bits <= 32 || coding == FLOAT && bits == 32;
    if (!known || channels < 1 || rate < 1 || bits < 8) {
      throw new IllegalArgumentException(
          "A WAV file of coding %d with %d bits, which is not read here".formatted(coding, bits));
    }
  }

  private Sound samples(int from, int to) {
    if (rate == 0) {
      throw new IllegalArgumentException("A WAV file that does not say how its sound is written");
    }
    int width = bits / 8;
    var samples = new float[(to - from) / (width * channels)];
    for (int i = 0; i < samples.length; i++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(from + (i * channels + channel) * width);
      }
      samples[i] = sum / channels;
    }
    return new Sound(samples, rate);
  }

  private float sample(int at) {
    if (coding == FLOAT) {
      return file.getFloat(at);
    }
    return switch (bits) {
      case 8 -> (Byte.toUnsignedInt(file.get(at)) - 128) / 128f;
      case 16 -> file.getShort(at) / 32768f;
      case 24 ->
          (Byte.toUnsignedInt(file.get(at))
                  | Byte.toUnsignedInt(file.get(at + 1)) << 8
                  | file.get(at + 2) << 16)
              / 8_388_608f;
      default -> file.getInt(at) / 2_147_483_648f;
    };
  }
}
