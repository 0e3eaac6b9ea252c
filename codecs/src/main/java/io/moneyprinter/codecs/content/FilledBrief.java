package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/** A brief that says by itself what its template said. */
public record FilledBrief(VideoBrief brief) {
  public FilledBrief {
    Objects.requireNonNull(brief, "brief");
  }
}
