package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hands out the sound alone, as AAC in MP4 under the video's title. */
final class SoundFile {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;

  SoundFile(Ffmpeg ffmpeg, Blobs blobs) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
  }

  /** Writes the sound of a video to be. */
  Future<Void> write(AssembleVideo request, Path target, TaskContext task) {
    return blobs
        .local(request.audio().audio())
        .compose(
            source ->
                new StreamCheck(ffmpeg)
                    .measure(source, task)
                    .compose(
                        found ->
                            ffmpeg.run(
                                FfmpegCommand.convert(
                                    "write the sound", LIMIT, line(request, source, found, target)),
                                task)))
        .mapEmpty();
  }

  private static List<String> line(
      AssembleVideo request, Path source, StreamCheck.Measure found, Path target) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.open(source));
    line.addAll(List.of("-map", "0:a:0"));
    line.addAll(VideoContainer.MP4.sound(found.audioCodec()));
    line.addAll(List.of("-map_metadata", "-1", "-metadata", "title=" + request.title()));
    line.addAll(List.of("-movflags", "+faststart", "-fflags", "+bitexact"));
    line.addAll(List.of("-f", "ipod", target.toString()));
    return line;
  }
}
