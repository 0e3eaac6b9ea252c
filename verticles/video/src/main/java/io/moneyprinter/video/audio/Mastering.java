package io.moneyprinter.video.audio;

import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a mix to its loudness, holds its peaks, and encodes it. What comes out of the encoder is
 * measured; when that moved it out of bounds, the mix is encoded anew with other numbers.
 */
final class Mastering {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final double CEILING = -1.9;
  private static final double HIGHEST_PEAK = -1.0;
  private static final double CLOSE_ENOUGH = 0.4;
  private static final int ROUNDS = 6;

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final LoudnessMeter meter;
  private final SoundFormat format;
  private final TaskContext task;

  Mastering(Ffmpeg ffmpeg, Blobs blobs, LoudnessMeter meter, SoundFormat format, TaskContext task) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.meter = meter;
    this.format = format;
    this.task = task;
  }

  /** An encoded file and how loud it is. */
  record Mastered(StagedFile file, Loudness loudness) {}

  /**
   * Encodes a mix.
   *
   * @param wanted integrated loudness, LUFS; a silent mix stays silent
   */
  Future<Mastered> master(Path mix, double wanted, double seconds) {
    String end = MixGraph.exactly(VoiceTrack.samples(seconds));
    return meter
        .measure(PcmTrack.input(mix))
        .compose(
            found -> {
              task.progress(0.6);
              return attempt(mix, wanted, end, SoundLevel.gain(found, wanted), CEILING, 1);
            });
  }

  private Future<Mastered> attempt(
      Path mix, double wanted, String end, double gain, double ceiling, int round) {
    StagedFile target = blobs.stage(format.suffix());
    return encode(mix, MixGraph.master(gain, ceiling, end), target.path())
        .compose(encoded -> meter.measure(target.path()))
        .compose(
            found -> {
              double off = SoundLevel.gain(found, wanted);
              double over = Math.max(0, found.truePeak() - HIGHEST_PEAK);
              if (round < ROUNDS && (Math.abs(off) > CLOSE_ENOUGH || over > 0)) {
                blobs.discard(target);
                double lower = over > 0 ? ceiling - over - 0.2 : ceiling;
                return attempt(mix, wanted, end, gain + off, lower, round + 1);
              }
              return Future.succeededFuture(new Mastered(target, found));
            })
        .onFailure(cause -> blobs.discard(target));
  }

  private Future<?> encode(Path mix, String filter, Path target) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(PcmTrack.input(mix));
    line.addAll(List.of("-af", filter, "-ar", "48000", "-ac", "2"));
    line.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"));
    line.addAll(format.options());
    line.add(target.toString());
    return ffmpeg.run(FfmpegCommand.convert("encode the sound", LIMIT, line), task);
  }
}
