package io.moneyprinter.codecs.users;

import java.util.Arrays;
import java.util.Optional;

/** What may be done to what: {@code resource:action}. The word stands in keys and tokens. */
public enum Permission {
  VIDEOS_READ("videos:read"),
  VIDEOS_WRITE("videos:write"),
  USAGE_READ("usage:read"),
  /** One's own profile and sessions. */
  ACCOUNT_READ("account:read"),
  ACCOUNT_WRITE("account:write"),
  /** One's own API keys. */
  KEYS_READ("keys:read"),
  KEYS_WRITE("keys:write"),
  /** The people and service accounts of the tenant. */
  USERS_READ("users:read"),
  USERS_WRITE("users:write"),
  /** Everything, and what touches the installation itself. */
  OWNER("owner");

  private final String word;

  Permission(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Permission> of(String word) {
    return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
  }
}
