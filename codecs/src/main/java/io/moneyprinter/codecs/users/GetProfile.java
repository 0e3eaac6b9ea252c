package io.moneyprinter.codecs.users;

/** Asks who the caller is. */
public record GetProfile() {}
