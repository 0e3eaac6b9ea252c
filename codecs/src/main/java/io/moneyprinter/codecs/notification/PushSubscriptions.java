package io.moneyprinter.codecs.notification;

import java.util.List;

/**
 * The browsers of one person.
 *
 * @param publicKey by which browsers know us (RFC 8292): an uncompressed point of P-256 in unpadded
 *     Base64url
 * @param subscriptions oldest first
 */
public record PushSubscriptions(String publicKey, List<PushSubscription> subscriptions) {
  public PushSubscriptions {
    subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
  }
}
