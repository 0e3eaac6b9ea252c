package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.FfmpegOutput;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How near an encoded segment is to what was composed: structural similarity of the luma (Wang,
 * Bovik, Sheikh, Simoncelli, 2004), mean of all frames. libx264 measures it while it encodes, at no
 * cost that could be measured; for other encoders one segment in eight is composed a second time
 * and compared.
 */
final class FidelityCheck {
  private static final Duration LIMIT = Duration.ofMinutes(25);
  private static final Pattern LUMA = Pattern.compile("SSIM (?:Mean )?Y:\\s*([0-9.]+)");

  /** Of the sixteen first digits that a key may have, those that make a sample. */
  private static final String SAMPLED = "08";

  private final Ffmpeg ffmpeg;

  FidelityCheck(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Measures, or finds measured.
   *
   * @param encoded what the encoding run printed
   * @param comparison composes the segment again and compares it; made only when it is needed
   * @return {@code null} inside for a segment that is not in the sample
   */
  Future<Double> of(
      Segment segment,
      VideoEncoder encoder,
      FfmpegOutput encoded,
      Supplier<FfmpegCommand> comparison,
      TaskContext task) {
    if (encoder.tellsFidelity()) {
      return Future.succeededFuture(read(encoded.log()));
    }
    return SAMPLED.indexOf(segment.key().charAt(0)) < 0
        ? Future.succeededFuture()
        : ffmpeg.run(comparison.get(), task).map(output -> read(output.log()));
  }

  static FfmpegCommand command(Segment segment, List<String> arguments, Path encoded) {
    return FfmpegCommand.convert(
        "compare segment %d (%s) with its composition"
            .formatted(segment.index(), encoded.getFileName()),
        LIMIT,
        arguments);
  }

  private static Double read(String log) {
    Matcher found = LUMA.matcher(log);
    return found.find() ? Double.valueOf(found.group(1)) : null;
  }
}
