package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Decodes the beginning and the end of a file from outside: a header alone proves nothing. */
final class TrialDecode {
  private final Ffmpeg ffmpeg;
  private final MediaLimits limits;

  TrialDecode(Ffmpeg ffmpeg, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  /** Fails with {@code INVALID} when either does not decode. */
  Future<Void> decode(MediaInfo info, Path file) {
    double last = info.seconds() - Math.min(1.0, info.seconds() / 4);
    return from(0, info, file)
        .recover(
            cause ->
                FileFault.blame(
                    cause,
                    "The file is damaged: its beginning cannot be decoded. Save it again with"
                        + " another program"))
        .compose(start -> info.seconds() > 1 ? from(last, info, file) : Future.succeededFuture())
        .recover(
            cause ->
                FileFault.blame(
                    cause, "The file is cut off: its end is missing. Copy or download it again"));
  }

  /** Decodes a few frames; nothing to decode is a failure too. */
  private Future<Void> from(double seconds, MediaInfo info, Path file) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
    if (seconds > 0) {
      line.addAll(List.of("-ss", Double.toString(seconds)));
    }
    line.addAll(MediaInput.suspect(file, limits));
    boolean sound = info.kind() == MediaInfo.Kind.AUDIO;
    line.addAll(List.of("-map", sound ? "0:a:0" : "0:V:0", "-t", "1"));
    line.addAll(List.of(sound ? "-frames:a" : "-frames:v", "3", "-f", "framecrc", "-"));
    return ffmpeg
        .run(
            FfmpegCommand.convert("decode the file", MediaProbe.CLOCK, line)
                .untrusting(MediaProbe.CLOCK))
        .compose(
            output ->
                output.text().lines().anyMatch(crc -> !crc.startsWith("#"))
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new ServiceFailure(
                            FailureCode.INTERNAL, "No frame comes out of the file")));
  }
}
