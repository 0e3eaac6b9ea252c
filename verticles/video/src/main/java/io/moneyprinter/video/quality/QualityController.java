package io.moneyprinter.video.quality;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.OutputBrief.Container;
import io.moneyprinter.codecs.video.QualityReport;
import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.captions.SafeAreaCheck;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last gate: no video leaves that is not what its timeline says. */
public final class QualityController {
  /** Structural similarity below which an encode is doubtful. */
  private static final double FAITHFUL = 0.93;

  private final Ffmpeg ffmpeg;
  private final KeyFrameScan scan;
  private final WorkerPools pools;
  private final SafeAreaCheck safeArea;
  private final SoundLimits limits;

  /**
   * @param limits of the sound
   */
  public QualityController(
      Ffmpeg ffmpeg,
      WorkerPools pools,
      DataFolder data,
      SafeAreaCheck safeArea,
      SoundLimits limits) {
    this.limits = limits;
    this.ffmpeg = ffmpeg;
    this.pools = pools;
    this.safeArea = safeArea;
    this.scan = new KeyFrameScan(ffmpeg, pools, data);
  }

  /**
   * What was measured. Fails with {@code INTERNAL}, naming everything that is bad; what is only
   * doubtful passes and stands in the report.
   *
   * @param video the finished file
   * @param task may be cancelled meanwhile
   */
  public Future<QualityReport> check(Path video, AssembleVideo request, TaskContext task) {
    Container container = request.output().container();
    boolean picture = container != Container.AUDIO;
    boolean sound = container != Container.GIF;
    Timeline timeline = request.rendition().timeline();
    return Future.all(
            new StreamCheck(ffmpeg).measure(video, task),
            scan.scan(video, picture, sound, task),
            pools.run(Pool.MEDIA, () -> captions(timeline)))
        .compose(
            both -> {
              List<Check> checks = new ArrayList<>();
              StreamCheck.Measure found = both.resultAt(0);
              KeyFrameScan.Seen seen = both.resultAt(1);
              checks.addAll(lengths(found, timeline, picture, sound));
              if (picture) {
                checks.addAll(new PictureChecks(timeline).of(seen.frames()));
                checks.add(fidelity(request));
                checks.add(both.resultAt(2));
              }
              if (sound) {
                SoundChecks sounds = new SoundChecks(timeline.audio(), limits);
                checks.addAll(sounds.of(request.audio(), seen.silences(), SpeechRate.of(timeline)));
              }
              return verdict(new QualityReport(checks));
            });
  }

  private static Future<QualityReport> verdict(QualityReport report) {
    if (report.verdict() != Verdict.BAD) {
      return Future.succeededFuture(report);
    }
    String faults =
        report.checks().stream()
            .filter(check -> check.verdict() == Verdict.BAD)
            .map(check -> check.name() + " " + check.measured() + " instead of " + check.wanted())
            .collect(Collectors.joining("; "));
    return Future.failedFuture(
        new ServiceFailure(
            FailureCode.INTERNAL, "The finished video did not pass its check: " + faults));
  }

  private static List<Check> lengths(
      StreamCheck.Measure found, Timeline timeline, boolean picture, boolean sound) {
    List<Check> checks = new ArrayList<>();
    double wanted = timeline.canvas().secondsOf(timeline.frames());
    double frame = timeline.canvas().secondsOf(1);
    if (picture) {
      checks.add(
          check(
              "frame-count",
              found.frames() == timeline.frames(),
              found.frames() + " frames",
              timeline.frames() + " frames"));
      checks.add(
          check(
              "picture-length",
              Math.abs(found.videoSeconds() - wanted) <= frame,
              text("%.3f s", found.videoSeconds()),
              text("%.3f s ± 1 frame", wanted)));
    }
    if (sound) {
      checks.add(
          check(
              "sound-length",
              Math.abs(found.audioSeconds() - wanted) <= frame,
              text("%.3f s", found.audioSeconds()),
              text("%.3f s ± 1 frame", wanted)));
    }
    if (picture && sound) {
      double offset = found.audioSeconds() - found.videoSeconds();
      checks.add(
          check(
              "offset-at-end",
              Math.abs(offset) < frame,
              text("%.1f ms", offset * 1000),
              text("less than 1 frame (%.1f ms)", frame * 1000)));
    }
    return checks;
  }

  /** As they were laid out to be drawn; shaping them again costs milliseconds each. */
  private Check captions(Timeline timeline) {
    List<SafeAreaCheck.Finding> findings =
        safeArea.check(timeline.canvas(), timeline.captionStyle(), timeline.captions());
    return new Check(
        "captions-in-safe-area",
        findings.isEmpty() ? Verdict.GOOD : Verdict.DOUBTFUL,
        findings.isEmpty() ? "all" : findings.get(0).sentence(),
        "all, at a size that can be read",
        null);
  }

  private static Check fidelity(AssembleVideo request) {
    RenderedSegment worst =
        request.segments().stream()
            .filter(segment -> request.rendition().keys().contains(segment.key()))
            .filter(segment -> segment.fidelity() != null)
            .min(Comparator.comparingDouble(RenderedSegment::fidelity))
            .orElse(null);
    String wanted = text("at least %.2f (SSIM of the luma)", FAITHFUL);
    if (worst == null) {
      return new Check("fidelity", Verdict.GOOD, "not measured", wanted, null);
    }
    boolean good = worst.fidelity() >= FAITHFUL;
    return new Check(
        "fidelity",
        good ? Verdict.GOOD : Verdict.DOUBTFUL,
        text("%.4f in the worst segment", worst.fidelity()),
        wanted,
        worst.index());
  }

  private static Check check(String name, boolean good, String measured, String wanted) {
    return new Check(name, good ? Verdict.GOOD : Verdict.BAD, measured, wanted, null);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
