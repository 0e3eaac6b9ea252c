package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * An address of the event bus, as a node sees it.
 *
 * @param consumers that the node has there
 * @param perSecond messages that they take in
 */
public record AddressState(String address, int consumers, double perSecond) {
  public AddressState {
    Objects.requireNonNull(address, "address");
  }
}
