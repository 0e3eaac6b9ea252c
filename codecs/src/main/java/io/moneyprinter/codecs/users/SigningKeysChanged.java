package io.moneyprinter.codecs.users;

/** Told when the signing keys are others than before. */
public record SigningKeysChanged() {}
