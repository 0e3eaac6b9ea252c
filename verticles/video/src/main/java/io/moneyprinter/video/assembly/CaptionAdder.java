package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.AddCaptions;
import io.moneyprinter.codecs.video.CaptionedVideo;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Adds caption tracks to a finished video; picture and sound are copied as they are. */
public final class CaptionAdder {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;

  public CaptionAdder(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
  }

  /** Fails with {@code INVALID} where the file holds no tracks, or a caption cannot be read. */
  public Future<CaptionedVideo> add(AddCaptions request, TaskContext task) {
    VideoContainer container = VideoContainer.ofMediaType(request.video().mediaType()).orElse(null);
    if (container == null) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/video",
              "is "
                  + request.video().mediaType()
                  + ", which holds no caption tracks: give an MP4, MOV or WebM file"));
    }
    if (request.tracks().isEmpty()) {
      return Future.failedFuture(ServiceFailure.invalid("/tracks", "must hold at least one track"));
    }
    StagedFile target = blobs.stage(container.suffix());
    Path source = blobs.path(request.video());
    StreamCheck check = new StreamCheck(ffmpeg);
    return blobs
        .local(request.video())
        .compose(here -> check.measure(source, task))
        .compose(before -> write(request, container, source, before, target.path(), task))
        .compose(written -> check.measure(target.path(), task))
        .compose(
            after ->
                blobs
                    .commit(target, container.mediaType(), "video", StorageClass.RESULTS)
                    .map(blob -> new CaptionedVideo(blob, after.captionLanguages())))
        .recover(DiskTrouble::<CaptionedVideo>named)
        .onFailure(cause -> blobs.discard(target));
  }

  private Future<Void> write(
      AddCaptions request,
      VideoContainer container,
      Path source,
      StreamCheck.Measure before,
      Path target,
      TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> data.scratch("captions"))
        .compose(
            folder ->
                pools
                    .run(Pool.MEDIA, () -> CaptionTracks.write(request.tracks(), "/tracks", folder))
                    .compose(
                        tracks ->
                            ffmpeg.run(
                                FfmpegCommand.convert(
                                    "add the caption tracks",
                                    LIMIT,
                                    line(container, source, before, tracks, target)),
                                task))
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))))
        .mapEmpty();
  }

  private static List<String> line(
      VideoContainer container,
      Path source,
      StreamCheck.Measure before,
      CaptionTracks tracks,
      Path target) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.open(source));
    line.addAll(tracks.inputs());
    line.addAll(List.of("-map", "0:v", "-map", "0:a?", "-map", "0:s?"));
    line.addAll(List.of("-c:v", "copy", "-c:a", "copy"));
    int there = before.captionLanguages().size();
    for (int i = 0; i < there; i++) {
      line.addAll(List.of("-c:s:" + i, "copy"));
    }
    line.addAll(tracks.outputs(1, there, container));
    line.addAll(container.target(target.toString()));
    return line;
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
