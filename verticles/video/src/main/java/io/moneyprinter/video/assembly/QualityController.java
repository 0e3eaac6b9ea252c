package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.Timeline;
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
import java.util.Locale;

/** The last gate: no video leaves that is not what its timeline says. */
final class QualityController {
  private static final double DRIFT_SECONDS = 0.05;
  private static final double LOUDNESS_RANGE = 1;
  private static final double HIGHEST_PEAK = -1;
  private static final double SILENCE = -60;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;

  QualityController(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Fails with {@code INTERNAL}, naming everything that is wrong. */
  Future<Void> check(Path video, Timeline timeline, MixedAudio audio, TaskContext task) {
    return Future.all(new StreamCheck(ffmpeg).measure(video, task), decode(video, task))
        .compose(
            both -> {
              List<String> faults = faults(both.resultAt(0), timeline, audio);
              return faults.isEmpty()
                  ? Future.succeededFuture()
                  : Future.failedFuture(
                      new ServiceFailure(
                          FailureCode.INTERNAL,
                          "The finished video did not pass its check: "
                              + String.join("; ", faults)));
            });
  }

  private static List<String> faults(
      StreamCheck.Measure found, Timeline timeline, MixedAudio audio) {
    List<String> faults = new ArrayList<>();
    if (found.frames() != timeline.frames()) {
      faults.add(found.frames() + " frames instead of " + timeline.frames());
    }
    double wanted = timeline.canvas().secondsOf(timeline.frames());
    if (Math.abs(found.videoSeconds() - wanted) > DRIFT_SECONDS) {
      faults.add(text("the picture lasts %.3f s instead of %.3f s", found.videoSeconds(), wanted));
    }
    if (Math.abs(found.audioSeconds() - wanted) > DRIFT_SECONDS) {
      faults.add(text("the sound lasts %.3f s instead of %.3f s", found.audioSeconds(), wanted));
    }
    double target = timeline.audio().loudness();
    boolean audible = audio.loudness() > SILENCE;
    if (audible && Math.abs(audio.loudness() - target) > LOUDNESS_RANGE) {
      faults.add(text("loudness %.1f LUFS instead of %.1f ± 1", audio.loudness(), target));
    }
    if (audible && audio.truePeak() > HIGHEST_PEAK) {
      faults.add(text("true peak %.1f dBTP, above %.1f", audio.truePeak(), HIGHEST_PEAK));
    }
    return faults;
  }

  /** Decodes the sound and every key frame: cheap, and finds each place where segments meet. */
  private Future<?> decode(Path video, TaskContext task) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
    line.addAll(List.of("-err_detect", "explode", "-skip_frame", "nokey"));
    line.addAll(MediaInput.open(video));
    line.addAll(List.of("-map", "0:v:0", "-map", "0:a:0", "-fps_mode", "passthrough"));
    line.addAll(List.of("-f", "null", "-"));
    return ffmpeg.run(FfmpegCommand.convert("decode the finished video", LIMIT, line), task);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
