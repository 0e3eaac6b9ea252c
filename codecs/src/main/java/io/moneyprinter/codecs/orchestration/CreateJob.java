package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/**
 * Orders a video. The tenant is that of the call.
 *
 * @param idempotencyKey the same key and brief (its budget aside) again answer with the same job;
 *     the same key with another brief is a {@code CONFLICT}; may be {@code null}
 * @param priority {@code null} for {@link Priority#NORMAL}
 */
public record CreateJob(VideoBrief brief, String idempotencyKey, Priority priority) {
  public CreateJob {
    Objects.requireNonNull(brief, "brief");
  }

  public CreateJob(VideoBrief brief, String idempotencyKey) {
    this(brief, idempotencyKey, null);
  }
}
