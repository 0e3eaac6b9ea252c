package io.moneyprinter.codecs.storage;

import java.util.List;
import java.util.Objects;

/**
 * What a tenant stores. A file that several tenants stored counts in full for each of them, and
 * once for a tenant that stored it several times.
 *
 * @param tier by the setting {@code storage.tenants}; {@code null} for none
 * @param classes those that it stores something of
 * @param objects files of all classes
 * @param bytes of all classes
 * @param limit most bytes; {@code null} for no limit
 */
public record TenantStorage(
    String tenant, String tier, List<ClassStorage> classes, long objects, long bytes, Long limit) {
  public TenantStorage {
    Objects.requireNonNull(tenant, "tenant");
    classes = classes == null ? List.of() : List.copyOf(classes);
  }
}
