package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encodes with what was planned, and with software where hardware fails at it. */
final class EncoderFallback {
  private static final Logger LOG = LoggerFactory.getLogger(EncoderFallback.class);

  private final EncoderChoice encoders;
  private final EncodeSlots slots;

  EncoderFallback(EncoderChoice encoders, EncodeSlots slots) {
    this.encoders = encoders;
    this.slots = slots;
  }

  /** Renders a segment with one encoder. */
  interface Attempt {
    /**
     * @param note why it is not the planned one; {@code null} when it is
     */
    Future<RenderedSegment> with(VideoEncoder encoder, String note);
  }

  /** Makes one attempt, or two, each in its place among the processors or the cards. */
  Future<RenderedSegment> encode(Segment segment, TaskContext task, Attempt attempt) {
    VideoEncoder planned = encoders.planned(segment.encoding());
    return slots
        .hold(planned.hardware(), () -> unlessCancelled(task, attempt, planned, null))
        .recover(
            cause ->
                instead(segment, cause, task)
                    .map(software -> again(segment, planned, software, cause, task, attempt))
                    .orElseGet(() -> Future.failedFuture(cause)));
  }

  /** What is amiss with input, disk or the order itself would fail with software, too. */
  private Optional<VideoEncoder> instead(Segment segment, Throwable cause, TaskContext task) {
    boolean broken = ServiceFailure.from(cause).code() == FailureCode.INTERNAL;
    return broken && !task.cancelled() ? encoders.instead(segment.encoding()) : Optional.empty();
  }

  private Future<RenderedSegment> again(
      Segment segment,
      VideoEncoder failed,
      VideoEncoder software,
      Throwable cause,
      TaskContext task,
      Attempt attempt) {
    LOG.warn(
        "{} failed at segment {}; {} takes over: {}",
        failed.name(),
        segment.index(),
        software.name(),
        cause.getMessage());
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    String note = failed.name() + " failed: " + reason;
    return slots.hold(false, () -> unlessCancelled(task, attempt, software, note));
  }

  /** A task may have been called off while it waited for its place. */
  private static Future<RenderedSegment> unlessCancelled(
      TaskContext task, Attempt attempt, VideoEncoder encoder, String note) {
    return task.cancelled()
        ? Future.failedFuture(
            new ServiceFailure(FailureCode.CANCELLED, "Told to stop before the segment began"))
        : attempt.with(encoder, note);
  }
}
