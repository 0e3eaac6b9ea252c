package io.moneyprinter.video.render;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;

/** Counts how long encoders work and how much video comes of it. */
public final class RenderMeters {
  private final Counter encoder;
  private final Counter video;

  public RenderMeters(MeterRegistry meters) {
    encoder =
        Counter.builder("render.encoder")
            .description("Time that segments were rendered for")
            .baseUnit("seconds")
            .register(meters);
    video =
        Counter.builder("render.video")
            .description("Video that was rendered, in playing time")
            .baseUnit("seconds")
            .register(meters);
  }

  /** A segment that was found in the store took no encoder's time. */
  public void count(Segment segment, RenderedSegment rendered) {
    if (!rendered.reused()) {
      encoder.increment(Math.max(0, rendered.seconds()));
      video.increment(rendered.frames() / (double) segment.canvas().fps());
    }
  }
}
