package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures a file that we made ourselves. */
public final class StreamCheck {
  private final Ffmpeg ffmpeg;

  public StreamCheck(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * What a file was counted to hold.
   *
   * @param frames pictures
   * @param videoSeconds length of the picture, 0 without
   * @param audioSeconds length of the sound, 0 without
   * @param audioCodec as FFmpeg calls it; {@code null} without
   * @param captionLanguages of the caption tracks, as the file notes them
   */
  public record Measure(
      long frames,
      double videoSeconds,
      double audioSeconds,
      String audioCodec,
      List<String> captionLanguages) {}

  /** Counts every frame and reads the lengths of the streams. */
  public Future<Measure> measure(Path file, TaskContext task) {
    List<String> line = new ArrayList<>(ProbeReport.OPTIONS);
    line.add("-count_packets");
    line.addAll(MediaInput.open(file));
    return ffmpeg
        .run(FfmpegCommand.look("count the frames", line), task)
        .map(output -> ProbeReport.read(output.text()))
        .map(
            report ->
                new Measure(
                    report.picture().map(s -> Long.parseLong(s.packets())).orElse(0L),
                    report.picture().map(ProbeReport.Stream::seconds).orElse(0.0),
                    report.sound().map(ProbeReport.Stream::seconds).orElse(0.0),
                    report.sound().map(ProbeReport.Stream::codec).orElse(null),
                    report.languages()));
  }
}
