package io.moneyprinter.video.audio;

import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures how loud a file is. */
final class LoudnessMeter {
  /**
   * The filter that measures what passes through. One channel counts as what it will be: the same
   * on both sides.
   */
  static final String FILTER = "ebur128=peak=true:framelog=quiet:dualmono=true";

  /** What makes FFmpeg say what the filter found, and nothing by the way. */
  static final List<String> SPEAKING = List.of("-loglevel", "info", "-nostats");

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;
  private final TaskContext task;

  LoudnessMeter(Ffmpeg ffmpeg, TaskContext task) {
    this.ffmpeg = ffmpeg;
    this.task = task;
  }

  /** A file in a container. */
  Future<Loudness> measure(Path file) {
    return measure(MediaInput.open(file));
  }

  /** Whatever the options open. */
  Future<Loudness> measure(List<String> input) {
    List<String> line = new ArrayList<>(SPEAKING);
    line.addAll(input);
    line.addAll(List.of("-map", "0:a:0", "-af", FILTER, "-f", "null", "-"));
    return ffmpeg
        .run(FfmpegCommand.convert("measure the sound", LIMIT, line), task)
        .map(output -> Loudness.read(output.log()));
  }
}
