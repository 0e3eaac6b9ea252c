package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Asks which of these files pictures, clips and music of libraries are.
 *
 * @param keys 1 to 1000
 * @param tenant whose; {@code null} for all tenants
 * @param except id of a material that does not count; {@code null} for none
 */
public record NameLibraryFiles(List<String> keys, String tenant, String except) {
  public NameLibraryFiles {
    keys = FileKeys.checked(keys);
  }
}
