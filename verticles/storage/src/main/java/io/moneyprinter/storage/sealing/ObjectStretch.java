package io.moneyprinter.storage.sealing;

/**
 * A stretch of an object.
 *
 * @param from first byte, from 0
 * @param to behind the last byte
 */
public record ObjectStretch(long from, long to) {}
