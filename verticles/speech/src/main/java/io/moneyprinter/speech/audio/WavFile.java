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

  /** Reads a file of that form; {@link IOException} for any other. */
  public static Sound read(Path path) throws IOException {
    ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int rate = 0;
    wav.position(Math.min(wav.limit(), 12));
    while (wav.remaining() >= 8) {
      int name = wav.getInt();
      int length = Math.min(wav.getInt() & Integer.MAX_VALUE, wav.remaining());
      if (name == chunk("fmt ") && length >= 16) {
        int at = wav.position();
        boolean known =
            wav.getShort(at) == PCM
                && wav.getShort(at + 2) == MONO
                && wav.getShort(at + 14) == 8 * BYTES_A_SAMPLE;
        rate = known ? wav.getInt(at + 4) : 0;
      } else if (name == chunk("data") && rate > 0) {
        var samples = new byte[length];
        wav.get(samples);
        return Sound.ofPcm16(samples, rate);
      }
      wav.position(Math.min(wav.limit(), wav.position() + length + length % 2));
    }
    throw new IOException(path + " is no WAVE file of 16 bit and one channel");
  }

  private static int chunk(String name) {
    return ByteBuffer.wrap(ascii(name)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
