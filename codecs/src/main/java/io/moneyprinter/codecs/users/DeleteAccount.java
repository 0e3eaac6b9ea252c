package io.moneyprinter.codecs.users;

/**
 * Deletes the caller's account with its sessions, keys and codes.
 *
 * @param password {@code null} only for an account that has none
 */
public record DeleteAccount(String password) {

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "DeleteAccount[]";
  }
}
