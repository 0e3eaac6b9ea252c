package io.moneyprinter.codecs.notification;

/** Asks for the caller's notices that no open page has shown yet, oldest first, at most 100. */
public record TakeMissed() {}
