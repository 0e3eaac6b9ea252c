package io.moneyprinter.codecs.notification;

/**
 * @param fresh how many were not known before
 */
public record EventsRecorded(int fresh) {}
