package io.moneyprinter.codecs.analytics;

/**
 * @param fresh whether the job was not known before
 */
public record UsageRecorded(boolean fresh) {}
