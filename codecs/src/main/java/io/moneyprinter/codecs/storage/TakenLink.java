package io.moneyprinter.codecs.storage;

/**
 * @param granted whether the file may be sent; {@code false} when it was fetched often enough
 */
public record TakenLink(boolean granted) {}
