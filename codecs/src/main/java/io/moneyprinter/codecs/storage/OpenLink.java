package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Asks what stands behind a link, as it came from whoever has it.
 *
 * @param expires the parameter {@code exp} as it came; {@code null} when it is missing
 * @param signature the parameter {@code sig} as it came; {@code null} when it is missing
 * @param caller network address of who has it; {@code null} when not known
 */
public record OpenLink(String id, String expires, String signature, String caller) {
  public OpenLink {
    Objects.requireNonNull(id, "id");
  }
}
