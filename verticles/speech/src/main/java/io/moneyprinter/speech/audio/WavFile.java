package io.moneyprinter.speech.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The RIFF WAVE form of a sound: PCM, 16 bit, mono. */
public final class WavFile {
  private static final int HEADER_BYTES = 44;
  private static final short PCM = 1;
  private static final short MONO = 1;
  private static final short BYTES_A_SAMPLE = 2;

  private WavFile() {}

  /** Writes the sound over whatever is at the path. Amplitudes beyond full scale are held there. */
  public static void write(Sound sound, Path path) throws IOException {
    int bytes = sound.samples().length * BYTES_A_SAMPLE;
    ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + bytes).put(ascii("WAVE"));
    wav.put(ascii("fmt ")).putInt(16).putShort(PCM).putShort(MONO).putInt(sound.rate());
    wav.putInt(sound.rate() * BYTES_A_SAMPLE).putShort(BYTES_A_SAMPLE);
    wav.putShort((short) (8 * BYTES_A_SAMPLE)).put(ascii("data")).putInt(bytes);
    for (float sample : sound.samples()) {
      wav.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
    }
    Files.write(path, wav.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
