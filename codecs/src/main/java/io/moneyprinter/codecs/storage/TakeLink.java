package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Counts a download by a link that was opened just now.
 *
 * @param fromBeginning whether the first byte is among those wanted; what is not may be the rest of
 *     a download that was counted
 */
public record TakeLink(String id, boolean fromBeginning) {
  public TakeLink {
    Objects.requireNonNull(id, "id");
  }
}
