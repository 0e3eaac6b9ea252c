package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.QualityReport;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.captions.SafeAreaCheck;
import io.moneyprinter.video.captions.SubtitleFiles;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.quality.QualityController;
import io.moneyprinter.video.quality.SoundLimits;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the finished file out of segments and sound, and lets nothing pass that is not right. */
public final class Assembler {
  private final Blobs blobs;
  private final SegmentJoiner joiner;
  private final SoundFile sound;
  private final GifWriter gif;
  private final QualityController gate;
  private final PosterPicker poster;
  private final ThumbnailSheet thumbnails;
  private final PreviewStrip previews;
  private final TextFiles texts;

  /** With the usual limits of the sound. */
  public Assembler(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data, FontBook fonts) {
    this(ffmpeg, blobs, pools, data, fonts, SoundLimits.usual());
  }

  /**
   * @param limits from where on the sound is doubtful
   */
  public Assembler(
      Ffmpeg ffmpeg,
      Blobs blobs,
      WorkerPools pools,
      DataFolder data,
      FontBook fonts,
      SoundLimits limits) {
    this.blobs = blobs;
    this.joiner = new SegmentJoiner(ffmpeg, blobs, pools, data);
    this.sound = new SoundFile(ffmpeg, blobs);
    this.gif = new GifWriter(ffmpeg, pools, data);
    this.gate = new QualityController(ffmpeg, pools, data, new SafeAreaCheck(fonts), limits);
    this.poster = new PosterPicker(ffmpeg, blobs, pools);
    this.previews = new PreviewStrip(ffmpeg, blobs);
    this.thumbnails = new ThumbnailSheet(ffmpeg, blobs, pools, data);
    this.texts = new TextFiles(blobs, pools);
  }

  /** The finished file with poster, subtitles and what else is wanted. */
  public Future<Rendition> assemble(AssembleVideo request, TaskContext task) {
    if (request.output().container() == OutputBrief.Container.AUDIO) {
      return soundAlone(request, task);
    }
    Map<String, RenderedSegment> known =
        request.segments().stream()
            .collect(Collectors.toMap(RenderedSegment::key, Function.identity(), (a, b) -> a));
    List<String> wanted = request.rendition().keys();
    long here = wanted.stream().filter(known::containsKey).count();
    if (here < wanted.size()) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/segments",
              "The video has %d segments, but %d of them are here: render the others first"
                  .formatted(wanted.size(), here)));
    }
    return film(request, wanted.stream().map(known::get).toList(), task);
  }

  private Future<Rendition> soundAlone(AssembleVideo request, TaskContext task) {
    StagedFile file = blobs.stage(".m4a");
    return sound
        .write(request, file.path(), task)
        .compose(written -> gate.check(file.path(), request, task))
        .compose(
            quality ->
                blobs
                    .commit(file, "audio/mp4", "video", StorageClass.RESULTS)
                    .compose(blob -> rendition(request, blob, null, List.of(), quality)))
        .recover(DiskTrouble::<Rendition>named)
        .onFailure(cause -> blobs.discard(file));
  }

  private Future<Rendition> film(
      AssembleVideo request, List<RenderedSegment> segments, TaskContext task) {
    StagedFile joined = blobs.stage(VideoContainer.of(request.output().container()).suffix());
    return joiner
        .join(request, segments, joined.path(), task)
        .compose(done -> gate.check(joined.path(), request, task))
        .compose(quality -> publish(request, joined, quality, task))
        .recover(DiskTrouble::<Rendition>named)
        .onFailure(cause -> blobs.discard(joined));
  }

  private Future<Rendition> publish(
      AssembleVideo request, StagedFile joined, QualityReport quality, TaskContext task) {
    Path file = joined.path();
    Future<Blob> picture = poster.pick(file, request.rendition().timeline(), task);
    Future<Optional<StagedFile>> strip = previews.ahead(file, seconds(request), task);
    return Future.join(picture, strip)
        .compose(drawn -> thumbnails(request, file, task))
        .compose(
            more ->
                finish(request, joined, task)
                    .compose(video -> keep(strip.result(), video))
                    .compose(video -> rendition(request, video, picture.result(), more, quality)))
        .onFailure(
            cause -> Optional.ofNullable(strip.result()).flatMap(s -> s).ifPresent(blobs::discard));
  }

  /** Where the preview cannot be kept, it is drawn again when somebody asks for it. */
  private Future<Blob> keep(Optional<StagedFile> strip, Blob video) {
    return strip.isEmpty()
        ? Future.succeededFuture(video)
        : previews.keep(strip.get(), video).map(video).otherwise(video);
  }

  private static double seconds(AssembleVideo request) {
    Timeline timeline = request.rendition().timeline();
    return timeline.canvas().secondsOf(timeline.frames());
  }

  private Future<List<Publication.File>> thumbnails(
      AssembleVideo request, Path file, TaskContext task) {
    return request.output().thumbnails()
        ? thumbnails.make(file, request.rendition().timeline().canvas(), seconds(request), task)
        : Future.succeededFuture(List.of());
  }

  /** What was joined and found right is the video itself, or what the GIF is made of. */
  private Future<Blob> finish(AssembleVideo request, StagedFile joined, TaskContext task) {
    VideoContainer container = VideoContainer.of(request.output().container());
    if (request.output().container() != OutputBrief.Container.GIF) {
      return blobs.commit(joined, container.mediaType(), "video", StorageClass.RESULTS);
    }
    StagedFile target = blobs.stage(".gif");
    return gif.write(joined.path(), request.rendition().timeline().canvas(), target.path(), task)
        .compose(written -> blobs.commit(target, "image/gif", "video", StorageClass.RESULTS))
        .onSuccess(blob -> blobs.discard(joined))
        .onFailure(cause -> blobs.discard(target));
  }

  private Future<Rendition> rendition(
      AssembleVideo request,
      Blob video,
      Blob picture,
      List<Publication.File> more,
      QualityReport quality) {
    Timeline timeline = request.rendition().timeline();
    int fps = timeline.canvas().fps();
    Future<Blob> srt =
        texts.store(SubtitleFiles.srt(timeline.captions(), fps), ".srt", "application/x-subrip");
    Future<Blob> vtt = texts.store(SubtitleFiles.vtt(timeline.captions(), fps), ".vtt", "text/vtt");
    Future<Blob> ass = texts.store(SubtitleFiles.ass(timeline), ".ass", "text/x-ssa");
    return Future.all(srt, vtt, ass)
        .map(
            all ->
                new Rendition(
                    video,
                    picture,
                    all.resultAt(0),
                    all.resultAt(1),
                    all.resultAt(2),
                    timeline.canvas(),
                    timeline.frames(),
                    seconds(request),
                    request.audio().loudness(),
                    request.rendition().name(),
                    more,
                    quality));
  }
}
