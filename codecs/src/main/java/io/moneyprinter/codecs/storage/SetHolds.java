package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Puts files of the caller's tenant under legal hold: nothing removes them until it is lifted. One
 * that is held already stays so, with its first reason.
 *
 * @param keys 1 to 1000
 * @param reason for the record
 */
public record SetHolds(List<String> keys, String reason) {
  public SetHolds {
    keys = FileKeys.checked(keys);
  }
}
