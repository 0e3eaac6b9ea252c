package io.moneyprinter.codecs.notification;

/**
 * Has one of the caller's browsers told by web push. A browser that is there already is kept anew,
 * for this caller.
 *
 * @param endpoint where messages for it go, at the push service of its maker
 * @param p256dh its public key, in Base64url (RFC 8291)
 * @param auth 16 bytes that it shares with us, in Base64url (RFC 8291)
 * @param session the login that it is subscribed in, and whose end is its own; {@code null} for
 *     none
 * @param device what its owner calls it, of at most 100 characters; {@code null} for no name
 */
public record AddPushSubscription(
    String endpoint, String p256dh, String auth, String device, String session) {
  /** One that no logout ends. */
  public AddPushSubscription(String endpoint, String p256dh, String auth, String device) {
    this(endpoint, p256dh, auth, device, null);
  }
}
