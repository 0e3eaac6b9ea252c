package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long a file plays that does not say it, such as what a browser records, by going
 * through all of it without decoding.
 */
final class LengthMeasure {
  private static final String TIME = "out_time_us=";

  private final Ffmpeg ffmpeg;
  private final MediaLimits limits;

  LengthMeasure(Ffmpeg ffmpeg, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  /**
   * Seconds that the picture or the sound plays, at most a little more than are allowed.
   *
   * @return {@code INVALID} when there is nothing to measure
   */
  Future<Double> of(Path file, boolean sound) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.suspect(file, limits));
    line.addAll(List.of("-map", sound ? "0:a:0" : "0:V:0", "-c", "copy"));
    line.addAll(List.of("-t", Long.toString(limits.length().toSeconds() + 60)));
    line.addAll(List.of("-progress", "pipe:1", "-f", "null", "-"));
    return ffmpeg
        .run(
            FfmpegCommand.convert("measure the file", MediaProbe.CLOCK, line)
                .untrusting(MediaProbe.CLOCK))
        .map(output -> seconds(output.text()));
  }

  private static double seconds(String progress) {
    return progress
        .lines()
        .filter(line -> line.startsWith(TIME) && !line.endsWith("N/A"))
        .mapToDouble(line -> Long.parseLong(line.substring(TIME.length()).strip()) / 1e6)
        .filter(seconds -> seconds > 0)
        .max()
        .orElseThrow(
            () ->
                ServiceFailure.invalid(
                    "/blob",
                    "The file does not say how long it plays, and it cannot be measured: save it"
                        + " again with another program"));
  }
}
