package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
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
  private static final double DRIFT_SECONDS = 0.05;

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;

  SoundFile(Ffmpeg ffmpeg, Blobs blobs) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
  }

  /** Fails with {@code INTERNAL} when the sound is not as long as the timeline. */
  Future<Blob> make(AssembleVideo request, TaskContext task) {
    Path source = blobs.path(request.audio().audio());
    StagedFile target = blobs.stage(".m4a");
    StreamCheck check = new StreamCheck(ffmpeg);
    return check
        .measure(source, task)
        .compose(
            found ->
                ffmpeg.run(
                    FfmpegCommand.convert(
                        "write the sound", LIMIT, line(request, source, found, target.path())),
                    task))
        .compose(written -> check.measure(target.path(), task))
        .compose(found -> requireLength(request.rendition().timeline(), found))
        .compose(good -> blobs.commit(target, "audio/mp4", "video"))
        .onFailure(cause -> blobs.discard(target));
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

  private static Future<Void> requireLength(Timeline timeline, StreamCheck.Measure found) {
    double wanted = timeline.canvas().secondsOf(timeline.frames());
    return Math.abs(found.audioSeconds() - wanted) <= DRIFT_SECONDS
        ? Future.succeededFuture()
        : Future.failedFuture(
            new ServiceFailure(
                FailureCode.INTERNAL,
                "The sound lasts %.3f s instead of %.3f s"
                    .formatted(found.audioSeconds(), wanted)));
  }
}
