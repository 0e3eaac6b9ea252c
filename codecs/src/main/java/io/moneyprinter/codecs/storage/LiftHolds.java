package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Lifts legal holds of the caller's tenant; files that are not held are passed over.
 *
 * @param keys 1 to 1000
 * @param reason for the record
 */
public record LiftHolds(List<String> keys, String reason) {
  public LiftHolds {
    keys = FileKeys.checked(keys);
  }
}
