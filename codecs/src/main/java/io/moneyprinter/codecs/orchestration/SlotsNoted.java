package io.moneyprinter.codecs.orchestration;

/**
 * An offer of slots counts.
 *
 * @param againSeconds after how many seconds it has to be made again, at least 1
 */
public record SlotsNoted(int againSeconds) {}
