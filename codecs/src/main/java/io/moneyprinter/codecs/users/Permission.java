package io.moneyprinter.codecs.users;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * What may be done to what: {@code resource:action}. The word stands in keys and tokens. Some are
 * parts of a greater one: whoever holds that holds them.
 */
public enum Permission {
  VIDEOS_READ("videos:read"),
  VIDEOS_WRITE("videos:write"),
  /** The library of clips and pictures, with its collections and uploads. */
  MATERIALS_READ("materials:read", VIDEOS_READ),
  MATERIALS_WRITE("materials:write", VIDEOS_WRITE),
  MUSIC_READ("music:read", VIDEOS_READ),
  MUSIC_WRITE("music:write", VIDEOS_WRITE),
  TEMPLATES_READ("templates:read", VIDEOS_READ),
  TEMPLATES_WRITE("templates:write", VIDEOS_WRITE),
  /** Orders of many videos, and of videos at times to come. */
  BATCHES_READ("batches:read", VIDEOS_READ),
  BATCHES_WRITE("batches:write", VIDEOS_WRITE),
  /** How videos come about. */
  WORKFLOWS_READ("workflows:read", VIDEOS_READ),
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
  private final Permission whole;

  Permission(String word) {
    this(word, null);
  }

  /**
   * @param whole what it is a part of; {@code null} for nothing
   */
  Permission(String word, Permission whole) {
    this.word = word;
    this.whole = whole;
  }

  /** Whether these scopes hold it, by itself or as a part; {@code owner} is not looked at. */
  public boolean among(Collection<String> scopes) {
    return scopes.contains(word) || whole != null && scopes.contains(whole.word);
  }

  public String word() {
    return word;
  }

  public static Optional<Permission> of(String word) {
    return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
  }
}
