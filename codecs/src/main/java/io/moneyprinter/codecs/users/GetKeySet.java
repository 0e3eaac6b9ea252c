package io.moneyprinter.codecs.users;

/** Asks for the public keys that tokens are verified with. */
public record GetKeySet() {}
