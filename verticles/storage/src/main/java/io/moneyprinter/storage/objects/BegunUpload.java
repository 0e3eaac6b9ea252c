package io.moneyprinter.storage.objects;

/**
 * An upload in parts that was begun.
 *
 * @param id the store's own name of it
 * @param partSize bytes of every part but the last
 */
public record BegunUpload(String id, long partSize) {}
