package io.moneyprinter.codecs.users;

/** Asks what the caller's tenant may use, and has used. */
public record GetQuota() {}
