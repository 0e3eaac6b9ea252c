package io.moneyprinter.video.portrait;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.MeasureAppearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells the colours of a picture or clip, how much moves in it, and the hash it is known by. */
public final class AppearanceMeter {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** Scenes show the beginning of a clip, rarely more. */
  private static final int SECONDS = 5;

  private final Ffmpeg ffmpeg;
  private final Portrayer portrayer;
  private final Blobs blobs;
  private final WorkerPools pools;

  public AppearanceMeter(Ffmpeg ffmpeg, Portrayer portrayer, Blobs blobs, WorkerPools pools) {
    this.ffmpeg = ffmpeg;
    this.portrayer = portrayer;
    this.blobs = blobs;
    this.pools = pools;
  }

  /** Answers {@link io.moneyprinter.codecs.video.VideoMessages#MEASURE_APPEARANCE}. */
  public Future<Appearance> measure(MeasureAppearance wish) {
    if (wish.kind() == MediaInfo.Kind.AUDIO) {
      throw ServiceFailure.invalid("/kind", "A sound has no looks: ask for a picture or clip");
    }
    return blobs
        .local(wish.blob())
        .compose(
            file ->
                wish.kind() == MediaInfo.Kind.STILL
                    ? portrayer.still(file).compose(this::still)
                    : portrayer
                        .frame(file, wish.seconds())
                        .compose(known -> clip(file, known.hash())));
  }

  private Future<Appearance> still(Thumbnail picture) {
    return pools.run(
        Pool.MEDIA,
        () -> {
          int[] pixels = picture.pixels(SmallFrames.WIDTH, SmallFrames.HEIGHT);
          return new Appearance(picture.hash(), new SmallFrames(pixels).colors(), null);
        });
  }

  private Future<Appearance> clip(Path file, String hash) {
    StagedFile frames = blobs.stage(".rgb");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-t", Integer.toString(SECONDS)));
    line.addAll(MediaInput.open(file));
    String small =
        "fps=%d,scale=%d:%d:flags=area,format=rgb24"
            .formatted(SmallFrames.RATE, SmallFrames.WIDTH, SmallFrames.HEIGHT);
    line.addAll(List.of("-map", "0:V:0", "-an", "-sn", "-vf", small));
    line.addAll(List.of("-frames:v", Integer.toString(SECONDS * SmallFrames.RATE)));
    line.addAll(List.of("-f", "rawvideo", frames.path().toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("look at a clip", LIMIT, line))
        .compose(
            made ->
                pools.run(
                    Pool.MEDIA,
                    () -> {
                      SmallFrames seen = SmallFrames.of(Files.readAllBytes(frames.path()));
                      return new Appearance(hash, seen.colors(), seen.motion());
                    }))
        .onComplete(any -> blobs.discard(frames));
  }
}
