package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Gives up an upload and what came of it. Does nothing to an asset that was made already. */
public record DropUpload(String id) {
  public DropUpload {
    Objects.requireNonNull(id, "id");
  }
}
