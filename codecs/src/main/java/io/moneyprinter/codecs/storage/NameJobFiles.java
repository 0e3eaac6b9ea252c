package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Asks which of these files jobs name.
 *
 * @param keys 1 to 1000
 * @param tenant whose jobs, whatever their state; {@code null} for those of all tenants that have
 *     not ended
 * @param except id of a job that does not count; {@code null} for none
 */
public record NameJobFiles(List<String> keys, String tenant, String except) {
  public NameJobFiles {
    keys = FileKeys.checked(keys);
  }
}
