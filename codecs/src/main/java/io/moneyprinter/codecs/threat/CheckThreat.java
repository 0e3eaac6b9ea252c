package io.moneyprinter.codecs.threat;

import java.util.Objects;

/**
 * Asks, before a password is looked at, what is to be done with a login. (Addresses and keys are
 * checked by the gateway itself.)
 *
 * @param address where it comes from
 * @param account whose login is tried
 */
public record CheckThreat(String address, String account) {
  public CheckThreat {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(account, "account");
  }
}
