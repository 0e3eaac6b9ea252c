package io.moneyprinter.speech.remote;

import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.WavFile;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Sound as providers would send it. */
public final class ToneFiles {
  private ToneFiles() {}

  /** MP3, 24 kHz mono, 1.8 s: three tones of 0.3 s at 0.2, 0.6 and 1.0 s. */
  public static Buffer mp3() {
    try (InputStream in = ToneFiles.class.getResourceAsStream("three-tones.mp3")) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same three tones in other words: 24 kHz, 1.5 s. */
  public static Sound sound() {
    Sound tone = Probe.sine(300, 1.5, 24_000);
    float[] samples = tone.samples();
    Arrays.fill(samples, 0, 4800, 0);
    Arrays.fill(samples, 12_000, 14_400, 0);
    Arrays.fill(samples, 21_600, 24_000, 0);
    Arrays.fill(samples, 31_200, 36_000, 0);
    return tone;
  }

  public static Buffer wav() {
    try {
      Path file = Files.createTempFile("tones", ".wav");
      try {
        WavFile.write(sound(), file);
        return Buffer.buffer(Files.readAllBytes(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The samples alone: 24 kHz, 16 bit little-endian. */
  public static Buffer pcm() {
    Buffer wav = wav();
    return wav.slice(44, wav.length());
  }
}
