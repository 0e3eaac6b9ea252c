package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * What is stored.
 *
 * @param tenants those that store something, by name; the caller's even when it stores nothing
 */
public record StorageUsage(List<TenantStorage> tenants) {
  public StorageUsage {
    tenants = tenants == null ? List.of() : List.copyOf(tenants);
  }
}
