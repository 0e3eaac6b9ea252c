package io.moneyprinter.codecs.storage;

/**
 * Asks whether the caller's tenant may store so many bytes more, before they are sent or made.
 *
 * @param bytes at least 0
 */
public record DemandRoom(long bytes) {
  public DemandRoom {
    if (bytes < 0) {
      throw new IllegalArgumentException("A size cannot be negative: " + bytes);
    }
  }
}
