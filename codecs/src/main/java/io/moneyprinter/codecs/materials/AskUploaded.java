package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Asks a node how many bytes of an upload it has, or to remove them. */
public record AskUploaded(String id) {
  public AskUploaded {
    Objects.requireNonNull(id, "id");
  }
}
