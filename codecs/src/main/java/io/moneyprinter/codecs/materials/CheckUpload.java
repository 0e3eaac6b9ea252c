package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Has a file that came whole looked at as if it came to stay. It stays an upload that is open.
 *
 * @param details what the sender said after the upload was opened; {@code null} for no more
 */
public record CheckUpload(String id, UploadDetails details) {
  public CheckUpload {
    Objects.requireNonNull(id, "id");
  }
}
