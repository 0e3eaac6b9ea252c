package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.captions.SubtitleFiles;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Joins segments, sound and caption tracks without decoding a picture. */
final class SegmentJoiner {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;

  SegmentJoiner(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
  }

  /**
   * Writes the joined file.
   *
   * @param segments in the order in which they show
   */
  Future<Void> join(
      AssembleVideo request, List<RenderedSegment> segments, Path target, TaskContext task) {
    List<Blob> inputs = new ArrayList<>(List.of(request.audio().audio()));
    segments.forEach(segment -> inputs.add(segment.video()));
    return blobs
        .local(inputs)
        .compose(here -> pools.run(Pool.MEDIA, () -> data.scratch("join")))
        .compose(
            folder ->
                join(request, segments, folder, target, task)
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))))
        .mapEmpty();
  }

  private Future<?> join(
      AssembleVideo request,
      List<RenderedSegment> segments,
      Path folder,
      Path target,
      TaskContext task) {
    int fps = request.rendition().timeline().canvas().fps();
    Future<Path> list = pools.run(Pool.MEDIA, () -> list(segments, fps, folder));
    Future<CaptionTracks> tracks =
        pools.run(Pool.MEDIA, () -> CaptionTracks.write(captions(request), "/subtitles", folder));
    Future<StreamCheck.Measure> sound =
        new StreamCheck(ffmpeg).measure(blobs.path(request.audio().audio()), task);
    return Future.all(list, tracks, sound)
        .compose(
            all -> {
              String codec = sound.result().audioCodec();
              List<String> line =
                  line(request, segments, list.result(), tracks.result(), codec, target);
              int frames = request.rendition().timeline().frames();
              return ffmpeg.run(
                  FfmpegCommand.convert("join the segments", LIMIT, line)
                      .telling(done -> task.progress(0.5 * done / frames)),
                  task);
            });
  }

  private List<String> line(
      AssembleVideo request,
      List<RenderedSegment> segments,
      Path list,
      CaptionTracks tracks,
      String sound,
      Path target) {
    VideoContainer container = VideoContainer.of(request.output().container());
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe"));
    line.addAll(List.of("-i", list.toString()));
    line.addAll(MediaInput.open(blobs.path(request.audio().audio())));
    line.addAll(tracks.inputs());
    line.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-c:v", "copy"));
    line.addAll(container.sound(sound));
    line.addAll(tracks.outputs(2, 0, container));
    line.addAll(tag(request, segments));
    line.addAll(
        List.of(
            "-video_track_timescale", "" + request.rendition().timeline().canvas().fps() * 512));
    line.addAll(List.of("-map_metadata", "-1", "-metadata", "title=" + request.title()));
    line.addAll(container.target(target.toString()));
    return line;
  }

  /**
   * Where one encoder made everything, one set of parameters in the head is right for all of it,
   * which some players insist on. Else each key frame carries its own, and the mark says so.
   */
  private static List<String> tag(AssembleVideo request, List<RenderedSegment> segments) {
    long encoders =
        segments.stream().map(RenderedSegment::encoder).filter(Objects::nonNull).distinct().count();
    if (VideoContainer.of(request.output().container()) == VideoContainer.WEBM) {
      return List.of();
    }
    VideoCodec codec = request.output().encoding().codec();
    return switch (codec) {
      case H264 -> encoders > 1 ? List.of("-tag:v", "avc3") : List.of();
      case HEVC -> List.of("-tag:v", encoders > 1 ? "hev1" : "hvc1");
      default -> List.of();
    };
  }

  /**
   * Says how long each segment is by its frames: what containers note is rounded to milliseconds,
   * which would add up from join to join.
   */
  private Path list(List<RenderedSegment> segments, int fps, Path folder) throws IOException {
    StringBuilder text = new StringBuilder("ffconcat version 1.0\n");
    for (RenderedSegment segment : segments) {
      text.append("file '")
          .append(MediaInput.name(blobs.path(segment.video())).replace("'", "'\\''"))
          .append("'\nduration ")
          .append(String.format(Locale.ROOT, "%.6f", segment.frames() / (double) fps))
          .append('\n');
    }
    return Files.writeString(folder.resolve("segments.ffconcat"), text);
  }

  private static List<SubtitleTrack> captions(AssembleVideo request) {
    if (request.output().container() == OutputBrief.Container.GIF) {
      return List.of();
    }
    List<SubtitleTrack> all = new ArrayList<>();
    if (request.output().captionTracks()) {
      Timeline timeline = request.rendition().timeline();
      String text = SubtitleFiles.vtt(timeline.captions(), timeline.canvas().fps());
      if (text.contains("-->")) {
        all.add(new SubtitleTrack(language(request), text, false));
      }
    }
    request.subtitles().stream().filter(track -> !track.burned()).forEach(all::add);
    return all;
  }

  private static String language(AssembleVideo request) {
    return Stream.of(request.rendition().language(), request.language())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(CaptionTracks.UNKNOWN);
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
