package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decodes a stretch of any file that has sound to a {@link PcmTrack}, from its exact sample. More
 * than two channels are brought down after ITU-R BS.775 (centre and surround at −3 dB); a single
 * one goes to both sides at −3 dB, which keeps its loudness.
 */
final class SoundDecoder {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** A decoder that starts in mid-stream needs some packets until it is right. */
  private static final double RUN_UP = 1;

  private final Ffmpeg ffmpeg;
  private final MediaProbe probe;
  private final Blobs blobs;
  private final TaskContext task;

  SoundDecoder(Ffmpeg ffmpeg, MediaProbe probe, Blobs blobs, TaskContext task) {
    this.ffmpeg = ffmpeg;
    this.probe = probe;
    this.blobs = blobs;
    this.task = task;
  }

  /**
   * Which part of a file is wanted.
   *
   * @param pointer the field of the request that names the file
   * @param in where it begins, seconds
   * @param seconds how long it may be once its speed is changed
   * @param speed factor; the pitch stays
   */
  record Stretch(Blob audio, String pointer, double in, double seconds, double speed) {}

  /**
   * Writes the stretch and measures it. {@code INVALID} where the file has no sound or cannot be
   * read.
   */
  Future<Loudness> decode(Stretch stretch, Path target) {
    Path file = blobs.path(stretch.audio());
    double runUp = Math.min(RUN_UP, stretch.in());
    List<String> line = new ArrayList<>(LoudnessMeter.SPEAKING);
    line.addAll(List.of("-ss", seconds(stretch.in() - runUp)));
    line.addAll(List.of("-t", seconds(runUp + stretch.seconds() * stretch.speed() + RUN_UP)));
    line.addAll(MediaInput.open(file));
    line.addAll(List.of("-map", "0:a:0", "-af", graph(stretch, runUp)));
    line.addAll(PcmTrack.output(target));
    return blobs
        .local(stretch.audio())
        .compose(here -> ffmpeg.run(FfmpegCommand.convert("decode a sound", LIMIT, line), task))
        .map(output -> Loudness.read(output.log()))
        .recover(cause -> explain(cause, stretch, file));
  }

  private static String graph(Stretch stretch, double runUp) {
    // A stream that begins later than its file is kept apart from it by silence, and so are gaps.
    return "aresample="
        + PcmTrack.RATE
        + ":async=1:first_pts=0,atrim=start_sample="
        + VoiceTrack.samples(runUp)
        + ",asetpts=PTS-STARTPTS"
        + tempo(stretch.speed())
        + ",aformat=sample_fmts=flt:channel_layouts=stereo,atrim=end_sample="
        + VoiceTrack.samples(stretch.seconds())
        + ","
        + LoudnessMeter.FILTER
        + ",aformat=sample_fmts=flt:sample_rates="
        + PcmTrack.RATE
        + ":channel_layouts=stereo";
  }

  /** One step of the filter changes by no more than two, beyond which it leaves samples out. */
  private static String tempo(double speed) {
    StringBuilder text = new StringBuilder();
    double left = speed;
    while (Math.abs(left - 1) > 1e-6) {
      double step = Math.max(0.5, Math.min(2, left));
      text.append(String.format(Locale.ROOT, ",atempo=%.6f", step));
      left /= step;
    }
    return text.toString();
  }

  private Future<Loudness> explain(Throwable cause, Stretch stretch, Path file) {
    if (!(cause instanceof ServiceFailure failure) || failure.code() != FailureCode.INTERNAL) {
      return Future.failedFuture(cause);
    }
    return probe
        .probe(stretch.audio(), file)
        .transform(
            found -> {
              if (found.succeeded() && found.result().audio()) {
                return Future.failedFuture(cause);
              }
              String why =
                  found.succeeded()
                      ? "The file has no sound: take another one, or leave it out"
                      : found.cause().getMessage();
              boolean fault =
                  found.succeeded()
                      || ServiceFailure.from(found.cause()).code() == FailureCode.INVALID;
              return Future.failedFuture(
                  fault ? ServiceFailure.invalid(stretch.pointer(), why) : found.cause());
            });
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
