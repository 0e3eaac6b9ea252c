package io.moneyprinter.codecs.orchestration;

/**
 * @param held false when the lease is lost or the job was cancelled: stop the work at once
 */
public record LeaseState(boolean held) {}
