package io.moneyprinter.codecs.users;

/** Asks in which ways people may come in. */
public record GetLoginMethods() {}
