package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/** Makes the script of a brief: the user's own text cut into scenes, or one written to a topic. */
public record WriteScript(VideoBrief brief) {
  public WriteScript {
    Objects.requireNonNull(brief, "brief");
  }
}
