package io.moneyprinter.codecs.content;

import java.util.Objects;

/** Asks what would come of keeping a template; nothing is kept. Fails as keeping it would. */
public record CheckTemplate(PutTemplate put) {
  public CheckTemplate {
    Objects.requireNonNull(put, "put");
  }
}
