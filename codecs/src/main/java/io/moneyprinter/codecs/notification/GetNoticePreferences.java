package io.moneyprinter.codecs.notification;

/** Asks how the caller wants to be told. */
public record GetNoticePreferences() {}
