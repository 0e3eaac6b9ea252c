package io.moneyprinter.codecs.users;

/** The answer of what has nothing to say but that it is done. */
public record Done() {}
