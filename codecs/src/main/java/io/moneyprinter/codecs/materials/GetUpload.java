package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Asks how an upload stands. */
public record GetUpload(String id) {
  public GetUpload {
    Objects.requireNonNull(id, "id");
  }
}
