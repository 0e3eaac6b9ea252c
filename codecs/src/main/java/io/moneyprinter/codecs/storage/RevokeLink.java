package io.moneyprinter.codecs.storage;

import java.util.Objects;

/** Ends a link of the caller's; doing it again changes nothing. */
public record RevokeLink(String id) {
  public RevokeLink {
    Objects.requireNonNull(id, "id");
  }
}
