package io.moneyprinter.storage.objects;

/**
 * An upload in parts that was neither completed nor ended.
 *
 * @param id the store's own name of it
 */
public record OpenUpload(String object, String id) {}
