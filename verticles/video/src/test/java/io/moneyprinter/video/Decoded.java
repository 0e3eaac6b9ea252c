package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The samples of a sound at 48 kHz, −1 to 1, for tests to look at. */
public record Decoded(float[] left, float[] right) {
  private static final int RATE = Sounds.RATE;

  public static Decoded of(Node node, Blob sound) {
    return of(node, node.blobs().path(sound));
  }

  /** Decodes the first sound of a file. */
  public static Decoded of(Node node, Path file) {
    Path folder = node.data().scratch("decoded");
    Path raw = folder.resolve("raw");
    List<String> line =
        List.of(
            "-v",
            "error",
            "-i",
            file.toString(),
            "-map",
            "0:a:0",
            "-ac",
            "2",
            "-ar",
            "" + RATE,
            "-f",
            "f32le",
            raw.toString());
    answer(
        RealFfmpeg.on(node).run(FfmpegCommand.convert("decode", Duration.ofSeconds(60), line)), 60);
    try {
      return of(Files.readAllBytes(raw));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataFolder.delete(folder);
    }
  }

  /** Of 32-bit floats, left and right by turns. */
  public static Decoded of(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] left = new float[bytes.length / 8];
    float[] right = new float[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = all.getFloat();
      right[i] = all.getFloat();
    }
    return new Decoded(left, right);
  }

  public double seconds() {
    return left.length / (double) RATE;
  }

  /** Index of the first sample, from a time on, that is louder than {@code floor}. */
  public int firstSound(double from, double floor) {
    int at = (int) (from * RATE);
    while (at < left.length && Math.abs(left[at]) <= floor) {
      at++;
    }
    return at;
  }

  /** Mean power between two times, dB; a full-scale square wave has 0. */
  public double power(double from, double to) {
    double sum = 1e-20;
    int start = (int) (from * RATE);
    int end = Math.min((int) (to * RATE), left.length);
    for (int i = start; i < end; i++) {
      sum += 0.5 * (left[i] * left[i] + right[i] * right[i]);
    }
    return 10 * Math.log10(sum / (end - start));
  }

  /** Amplitude of one frequency on the left between two times, dB (a single bin of a DFT). */
  public double tone(double hertz, double from, double to) {
    double re = 0;
    double im = 0;
    int start = (int) (from * RATE);
    int end = (int) (to * RATE);
    for (int i = start; i < end; i++) {
      re += left[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
      im += left[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
    }
    return 20 * Math.log10(1e-10 + 2 * Math.hypot(re, im) / (end - start));
  }
}
