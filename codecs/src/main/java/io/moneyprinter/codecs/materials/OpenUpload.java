package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Asks for room for a file that is about to come.
 *
 * @param length bytes; {@code null} when the sender does not know
 */
public record OpenUpload(Long length, UploadDetails details) {
  public OpenUpload {
    Objects.requireNonNull(details, "details");
  }
}
