package io.moneyprinter.platform.providers;

import java.util.Locale;

/**
 * An error of a provider, as far as its keys are concerned.
 *
 * @param retryAfter the header of that name; may be {@code null}
 */
record Trouble(int status, Complaint complaint, String retryAfter) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;

  /** Why the key that met it has to rest; {@code null} where no other key would fare better. */
  KeyRing.Rest rest() {
    if (ProviderFailures.refusesKey(status, complaint)) {
      return KeyRing.Rest.REFUSED;
    }
    if (ProviderFailures.usedUp(status, complaint)) {
      return KeyRing.Rest.USED_UP;
    }
    boolean busy =
        status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE && retryAfter != null;
    return busy ? KeyRing.Rest.BUSY : null;
  }

  /** For metrics and logs. */
  String label() {
    return rest() == null ? "failed" : rest().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
