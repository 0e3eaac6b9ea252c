package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Asks for room for a file that is about to come.
 *
 * @param length bytes; {@code null} when the sender does not know
 * @param home of the bytes: the folder of the node that asks; {@code null} from an older node
 */
public record OpenUpload(Long length, UploadDetails details, String home) {
  public OpenUpload {
    Objects.requireNonNull(details, "details");
  }
}
