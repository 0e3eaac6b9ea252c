package io.moneyprinter.codecs.storage;

/**
 * Asks to look for files that the books do not have, and entries whose file is nowhere, on the
 * asked node's disk and in the buckets. Nothing is removed.
 */
public record CheckStorage() {}
