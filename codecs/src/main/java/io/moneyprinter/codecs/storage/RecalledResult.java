package io.moneyprinter.codecs.storage;

/**
 * @param blob the result; {@code null} when such work was not done yet, or its file is gone
 */
public record RecalledResult(Blob blob) {}
