package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.video.VoiceQuality;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures how good a narration is: clipping, silence, what lies between the words. */
final class VoiceAnalyzer {
  /** Samples of a step, 10 ms. */
  private static final int STEP = VoiceTrack.RATE / 100;

  private static final double SILENT = -50;

  /** Steps that noise between words lasts for: soft sounds of a voice are shorter. */
  private static final int BETWEEN_WORDS = 10;

  /** The quietest such stretches, as a share of all, are the noise. */
  private static final double QUIETEST = 0.02;

  /** Where the track itself was filled up, nothing was recorded. */
  private static final double NOTHING = -110;

  private VoiceAnalyzer() {}

  /** A narration's place in the track, seconds. */
  record Span(double start, double end) {}

  /** A track without known places. */
  static VoiceQuality analyze(Path file, Loudness found) throws IOException {
    return analyze(file, found, List.of());
  }

  /**
   * Reads a track as {@link VoiceTrack} writes it. Blocks.
   *
   * @param found its loudness
   * @param spans where narrations lie in it: there, what is not heard was recorded so
   */
  static VoiceQuality analyze(Path file, Loudness found, List<Span> spans) throws IOException {
    WavFile wav = WavFile.read(file);
    int steps = (int) (wav.bytes() / 2 / STEP);
    var levels = new double[steps];
    long clipped = 0;
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(2 * STEP).order(ByteOrder.LITTLE_ENDIAN);
      in.position(wav.start());
      for (int i = 0; i < steps; i++) {
        bytes.clear();
        while (bytes.hasRemaining() && in.read(bytes) > 0) {
          // Until the step is whole or the file ends.
        }
        bytes.flip();
        double power = 0;
        while (bytes.remaining() >= 2) {
          short sample = bytes.getShort();
          clipped += sample == Short.MAX_VALUE || sample == Short.MIN_VALUE ? 1 : 0;
          power += (double) sample * sample / (32768.0 * 32768.0);
        }
        levels[i] = 10 * Math.log10(power / STEP + 1e-12);
      }
    }
    double[] recorded = Arrays.stream(levels).filter(level -> level > NOTHING).toArray();
    long silent = Arrays.stream(recorded).filter(level -> level < SILENT).count();
    return new VoiceQuality(
        found.integrated(),
        found.truePeak(),
        (double) clipped / Math.max(1, recorded.length * (long) STEP),
        (double) silent / Math.max(1, recorded.length),
        noiseFloor(levels, within(spans, steps)));
  }

  /**
   * By the minimum of the level over a tenth of a second (after R. Martin's minimum statistics).
   */
  private static double noiseFloor(double[] levels, boolean[] told) {
    double[] stretches =
        IntStream.rangeClosed(0, levels.length - BETWEEN_WORDS)
            .filter(from -> recorded(levels, told, from))
            .mapToDouble(
                from ->
                    Arrays.stream(levels, from, from + BETWEEN_WORDS)
                        .map(level -> Math.pow(10, level / 10))
                        .average()
                        .orElseThrow())
            .sorted()
            .toArray();
    return stretches.length == 0
        ? NOTHING
        : 10 * Math.log10(stretches[(int) (stretches.length * QUIETEST)]);
  }

  private static boolean recorded(double[] levels, boolean[] told, int from) {
    return IntStream.range(from, from + BETWEEN_WORDS)
        .allMatch(step -> told[step] || levels[step] > NOTHING);
  }

  /** Whole steps only: at its ends a narration may have been cut into. */
  private static boolean[] within(List<Span> spans, int steps) {
    var told = new boolean[steps];
    for (Span span : spans) {
      int last = (int) Math.min(steps, Math.floor(span.end() * 100));
      for (int step = (int) Math.ceil(span.start() * 100); step < last; step++) {
        told[step] = true;
      }
    }
    return told;
  }
}
