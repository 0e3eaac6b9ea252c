package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Says that all bytes of an upload are there.
 *
 * @param details what the sender said after the upload was opened; {@code null} for no more
 */
public record FinishUpload(String id, UploadDetails details) {
  public FinishUpload {
    Objects.requireNonNull(id, "id");
  }
}
