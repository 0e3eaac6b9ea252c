package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntToDoubleFunction;

/** Puts footage and synthetic sound into the store. Blocks. */
final class Intake implements BenchmarkVideo.Sounds {
  private static final int RATE = 48_000;

  private final Blobs blobs;
  private final Map<Double, Blob> voices = new HashMap<>();

  Intake(Blobs blobs) {
    this.blobs = blobs;
  }

  Blob footage(Path file) throws IOException {
    StagedFile staged = blobs.stage(".mp4");
    Files.copy(file, staged.path(), StandardCopyOption.REPLACE_EXISTING);
    return stored(staged, "video/mp4");
  }

  @Override
  public Blob voice(double seconds) {
    return voices.computeIfAbsent(seconds, this::speech);
  }

  /** Something with the peaks and pauses of speech. */
  private Blob speech(double seconds) {
    SplittableRandom noise = new SplittableRandom(3);
    return sound(
        1,
        seconds,
        i -> {
          double t = i / (double) RATE;
          double syllable = Math.max(0, Math.sin(2 * Math.PI * 3.2 * t));
          double tone = Math.sin(2 * Math.PI * 140 * t) + 0.5 * Math.sin(2 * Math.PI * 840 * t);
          return 0.25 * syllable * (tone + 0.3 * (noise.nextDouble() - 0.5));
        });
  }

  @Override
  public Blob music(double seconds) {
    return sound(
        2,
        seconds,
        i -> {
          double t = i / (double) RATE;
          double chord = 0;
          for (int note : new int[] {220, 277, 330}) {
            chord += Math.sin(2 * Math.PI * note * t);
          }
          return 0.12 * chord * (0.6 + 0.4 * Math.sin(2 * Math.PI * 0.5 * t));
        });
  }

  private Blob sound(int channels, double seconds, IntToDoubleFunction wave) {
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
    try {
      StagedFile staged = blobs.stage(".wav");
      Files.write(staged.path(), out.array());
      return stored(staged, "audio/wav");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Blob stored(StagedFile staged, String type) throws IOException {
    try {
      return blobs.commit(staged, type, "benchmark").await(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("The store did not take a file within a minute", e);
    }
  }
}
