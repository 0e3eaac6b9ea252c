package io.moneyprinter.gateway.archive;

import io.moneyprinter.codecs.storage.Blob;
import java.time.Instant;
import java.util.Objects;

/**
 * A file of a ZIP.
 *
 * @param name in the ZIP, with slashes between folders; in any script, fit for any file system
 * @param blob its bytes
 * @param time that it is unpacked with
 */
public record ZipMember(String name, Blob blob, Instant time) {
  public ZipMember {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(time, "time");
  }
}
