package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is rendered instead of a segment whose footage turns out to be damaged: a drawn background
 * stands in for each clip that cannot be decoded where it is needed.
 */
final class ClipRepair {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final List<String> COLORS = List.of("#0B1020", "#1F3A5F", "#5B8DB8");

  private final Ffmpeg ffmpeg;
  private final Function<Blob, Path> files;

  ClipRepair(Ffmpeg ffmpeg, Function<Blob, Path> files) {
    this.ffmpeg = ffmpeg;
    this.files = files;
  }

  /** A segment that can be rendered, and what became of the one that was planned. */
  record Repaired(Segment segment, String note) {}

  /** Empty when the footage is not to blame. */
  Future<Optional<Repaired>> of(Segment segment, Throwable cause, TaskContext task) {
    FailureCode code = ServiceFailure.from(cause).code();
    boolean worthALook = code == FailureCode.INTERNAL || code == FailureCode.INVALID;
    if (!worthALook || task.cancelled()) {
      return Future.succeededFuture(Optional.empty());
    }
    List<Clip> suspects = new ArrayList<>(segment.clips());
    if (segment.previous() != null) {
      suspects.add(segment.previous());
    }
    return broken(suspects, 0, segment.canvas(), new HashSet<>(), task)
        .map(
            broken ->
                broken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Repaired(
                            without(segment, broken),
                            "its footage cannot be decoded; a drawn background shows instead")));
  }

  private Future<Set<Blob>> broken(
      List<Clip> suspects, int at, Canvas canvas, Set<Blob> found, TaskContext task) {
    if (at == suspects.size()) {
      return Future.succeededFuture(found);
    }
    Clip clip = suspects.get(at);
    Future<?> looked =
        clip.picture() instanceof Picture.Footage footage
            ? decodes(clip, footage, canvas, task)
                .onSuccess(
                    good -> {
                      if (!good) {
                        found.add(footage.blob());
                      }
                    })
            : Future.succeededFuture();
    return looked.compose(done -> broken(suspects, at + 1, canvas, found, task));
  }

  /** Whether the file gives frames all the way from where the clip begins in it. */
  private Future<Boolean> decodes(
      Clip clip, Picture.Footage footage, Canvas canvas, TaskContext task) {
    double seconds = canvas.secondsOf(clip.frames() + clip.tail()) * clip.pace();
    boolean looped = clip.in() + seconds > footage.seconds();
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
    line.addAll(List.of("-ss", number(looped ? 0 : clip.in())));
    line.addAll(List.of("-t", number(Math.min(seconds, footage.seconds()))));
    line.addAll(MediaInput.open(files.apply(footage.blob())));
    line.addAll(List.of("-map", "0:v:0", "-f", "null", "-"));
    long[] frames = {0};
    FfmpegCommand command =
        FfmpegCommand.convert("decode the footage of a clip", LIMIT, line)
            .telling(count -> frames[0] = count);
    return ffmpeg.run(command, task).map(done -> frames[0] > 0).otherwise(damaged -> false);
  }

  private static Segment without(Segment segment, Set<Blob> broken) {
    List<Clip> clips = segment.clips().stream().map(clip -> drawn(clip, broken)).toList();
    Clip previous = segment.previous() == null ? null : drawn(segment.previous(), broken);
    return new Segment(
        "",
        0,
        segment.canvas(),
        clips,
        previous,
        segment.overlays(),
        segment.captionStyle(),
        segment.captions(),
        segment.from(),
        segment.frames(),
        segment.encoding());
  }

  private static Clip drawn(Clip clip, Set<Blob> broken) {
    if (!(clip.picture() instanceof Picture.Footage footage) || !broken.contains(footage.blob())) {
      return clip;
    }
    // The same file gives the same drawing, so that a clip cut into segments stays one picture.
    long seed = Long.parseUnsignedLong(footage.blob().key().substring(0, 13), 16);
    Picture background =
        new Picture.Generated(Picture.Generated.Style.AURORA, seed, COLORS, List.of());
    return new Clip(
        clip.scene(),
        clip.start(),
        clip.frames(),
        clip.lead(),
        clip.tail(),
        background,
        0,
        null,
        clip.title(),
        clip.transition(),
        null,
        null,
        clip.grade());
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.6f", seconds);
  }
}
