package io.moneyprinter.codecs.storage;

/**
 * What a tenant may still store.
 *
 * @param used bytes that it stores
 * @param limit bytes that it may store; {@code null} for no limit
 */
public record StorageRoom(long used, Long limit) {}
