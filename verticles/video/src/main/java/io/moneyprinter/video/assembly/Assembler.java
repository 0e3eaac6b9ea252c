package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.QualityReport;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.captions.SubtitleFiles;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.quality.QualityController;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins segments and sound without decoding either, and lets nothing pass that is not right. */
public final class Assembler {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;
  private final QualityController gate;
  private final PosterPicker poster;
  private final TextFiles texts;

  public Assembler(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
    this.gate = new QualityController(ffmpeg, pools, data);
    this.poster = new PosterPicker(ffmpeg, blobs, pools);
    this.texts = new TextFiles(blobs, pools);
  }

  /** The finished video with poster and subtitles. */
  public Future<Rendition> assemble(AssembleVideo request, TaskContext task) {
    Timeline timeline = request.rendition().timeline();
    if (request.segments().size() != timeline.clips().size()) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/segments",
              "The timeline has %d segments, but %d are here: render the others first"
                  .formatted(timeline.clips().size(), request.segments().size())));
    }
    StagedFile target = blobs.stage(".mp4");
    return join(request, target.path(), task)
        .compose(joined -> gate.check(target.path(), request, task))
        .compose(
            quality ->
                poster
                    .pick(target.path(), timeline, task)
                    .compose(picture -> store(request, target, picture, quality)))
        .recover(DiskTrouble::<Rendition>named)
        .onFailure(cause -> blobs.discard(target));
  }

  private Future<?> join(AssembleVideo request, Path target, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> list(request.segments()))
        .compose(
            list ->
                ffmpeg
                    .run(command(request, list, target, task), task)
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(list.getParent()))));
  }

  private FfmpegCommand command(AssembleVideo request, Path list, Path target, TaskContext task) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe"));
    line.addAll(List.of("-i", list.toString()));
    line.addAll(MediaInput.open(blobs.path(request.audio().audio())));
    line.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-c", "copy"));
    line.addAll(
        List.of(
            "-video_track_timescale", "" + request.rendition().timeline().canvas().fps() * 512));
    line.addAll(List.of("-map_metadata", "-1", "-metadata", "title=" + request.title()));
    line.addAll(List.of("-fflags", "+bitexact", "-movflags", "+faststart"));
    line.addAll(List.of("-f", "mp4", target.toString()));
    int frames = request.rendition().timeline().frames();
    return FfmpegCommand.convert("join the segments", LIMIT, line)
        .telling(done -> task.progress(0.5 * done / frames));
  }

  private Path list(List<RenderedSegment> segments) throws IOException {
    StringBuilder text = new StringBuilder("ffconcat version 1.0\n");
    segments.stream()
        .sorted(Comparator.comparingInt(RenderedSegment::index))
        .forEach(
            segment ->
                text.append("file '")
                    .append(MediaInput.name(blobs.path(segment.video())).replace("'", "'\\''"))
                    .append("'\n"));
    return Files.writeString(data.scratch("join").resolve("segments.ffconcat"), text);
  }

  private Future<Rendition> store(
      AssembleVideo request, StagedFile video, Blob picture, QualityReport quality) {
    Timeline timeline = request.rendition().timeline();
    int fps = timeline.canvas().fps();
    Future<Blob> srt =
        texts.store(SubtitleFiles.srt(timeline.captions(), fps), ".srt", "application/x-subrip");
    Future<Blob> vtt = texts.store(SubtitleFiles.vtt(timeline.captions(), fps), ".vtt", "text/vtt");
    Future<Blob> ass = texts.store(SubtitleFiles.ass(timeline), ".ass", "text/x-ssa");
    return Future.all(blobs.commit(video, "video/mp4", "video"), srt, vtt, ass)
        .map(
            all ->
                new Rendition(
                    all.resultAt(0),
                    picture,
                    all.resultAt(1),
                    all.resultAt(2),
                    all.resultAt(3),
                    timeline.canvas(),
                    timeline.frames(),
                    timeline.canvas().secondsOf(timeline.frames()),
                    request.audio().loudness(),
                    request.rendition().name(),
                    List.of(),
                    quality));
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
