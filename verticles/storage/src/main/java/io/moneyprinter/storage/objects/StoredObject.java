package io.moneyprinter.storage.objects;

/**
 * What lies in a store.
 *
 * @param size bytes
 */
public record StoredObject(String name, long size) {}
