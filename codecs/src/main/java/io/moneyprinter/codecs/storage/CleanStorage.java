package io.moneyprinter.codecs.storage;

/**
 * Asks to remove now what is due.
 *
 * @param dryRun whether only to tell what would go; {@code null} for no
 */
public record CleanStorage(Boolean dryRun) {}
