package io.moneyprinter.codecs.orchestration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.VideoCodec;
import java.util.Objects;

/**
 * How one segment of a job stands.
 *
 * @param index place in the plan, from 0
 * @param rendition name of the first video that shows it; empty for the job's first
 * @param start frames of that video before it
 * @param frames how many it has
 * @param progress 0 to 1
 * @param node where it is rendered or was; {@code null} before, when reused, or when not noted
 * @param encoder what encoded it; {@code null} before that, or when not noted
 * @param seconds how long the render took; {@code null} until it is done
 * @param note why it was not encoded as planned; {@code null} when it was
 * @param video what came out; {@code null} until it is done
 */
public record JobSegment(
    int index,
    String rendition,
    int start,
    int frames,
    State state,
    double progress,
    String node,
    String encoder,
    Double seconds,
    String note,
    Canvas canvas,
    VideoCodec codec,
    Blob video) {
  /** Where a segment stands. */
  public enum State {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    /** Found in the store: an equal one was rendered before. */
    @JsonProperty("reused")
    REUSED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED
  }

  public JobSegment {
    Objects.requireNonNull(rendition, "rendition");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(codec, "codec");
  }
}
