package io.moneyprinter.codecs.notification;

/** Asks for the caller's browsers, and for the key by which they know us. */
public record ListPushSubscriptions() {}
