package io.moneyprinter.codecs.users;

import static io.moneyprinter.codecs.users.Permission.ACCOUNT_READ;
import static io.moneyprinter.codecs.users.Permission.ACCOUNT_WRITE;
import static io.moneyprinter.codecs.users.Permission.BATCHES_READ;
import static io.moneyprinter.codecs.users.Permission.BATCHES_WRITE;
import static io.moneyprinter.codecs.users.Permission.KEYS_READ;
import static io.moneyprinter.codecs.users.Permission.KEYS_WRITE;
import static io.moneyprinter.codecs.users.Permission.MATERIALS_READ;
import static io.moneyprinter.codecs.users.Permission.MATERIALS_WRITE;
import static io.moneyprinter.codecs.users.Permission.MUSIC_READ;
import static io.moneyprinter.codecs.users.Permission.MUSIC_WRITE;
import static io.moneyprinter.codecs.users.Permission.OWNER;
import static io.moneyprinter.codecs.users.Permission.TEMPLATES_READ;
import static io.moneyprinter.codecs.users.Permission.TEMPLATES_WRITE;
import static io.moneyprinter.codecs.users.Permission.USAGE_READ;
import static io.moneyprinter.codecs.users.Permission.USERS_READ;
import static io.moneyprinter.codecs.users.Permission.USERS_WRITE;
import static io.moneyprinter.codecs.users.Permission.VIDEOS_READ;
import static io.moneyprinter.codecs.users.Permission.VIDEOS_WRITE;
import static io.moneyprinter.codecs.users.Permission.WORKFLOWS_READ;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody is in a tenant, and the one table of what each role may. Viewer, creator, admin and
 * operator each may all that the one before may; a service stands beside them.
 */
public enum Role {
  /** Watches. */
  VIEWER(
      null,
      VIDEOS_READ,
      MATERIALS_READ,
      MUSIC_READ,
      TEMPLATES_READ,
      BATCHES_READ,
      WORKFLOWS_READ,
      ACCOUNT_READ,
      ACCOUNT_WRITE),
  /** Makes videos. */
  CREATOR(
      VIEWER,
      VIDEOS_WRITE,
      MATERIALS_WRITE,
      MUSIC_WRITE,
      TEMPLATES_WRITE,
      BATCHES_WRITE,
      USAGE_READ,
      KEYS_READ,
      KEYS_WRITE),
  /** Rules a tenant. */
  ADMIN(CREATOR, USERS_READ, USERS_WRITE),
  /** Rules the installation. */
  OPERATOR(ADMIN, OWNER),
  /** A program: makes videos, and has no account to log in to. */
  SERVICE(
      null,
      VIDEOS_READ,
      VIDEOS_WRITE,
      MATERIALS_READ,
      MATERIALS_WRITE,
      MUSIC_READ,
      MUSIC_WRITE,
      TEMPLATES_READ,
      TEMPLATES_WRITE,
      BATCHES_READ,
      BATCHES_WRITE,
      WORKFLOWS_READ,
      USAGE_READ);

  private final Set<Permission> permissions;

  Role(Role lower, Permission... more) {
    EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
    if (lower != null) {
      all.addAll(lower.permissions);
    }
    Collections.addAll(all, more);
    permissions = Collections.unmodifiableSet(all);
  }

  /** Whether the role allows it, by itself or by the permission to do all. */
  public boolean may(Permission permission) {
    return permissions.contains(permission) || permissions.contains(OWNER);
  }

  /** Whether this role may all that the other may, so that it can give and take it. */
  public boolean covers(Role other) {
    return permissions.containsAll(other.permissions);
  }

  /** Whether a credential with these scopes may all that this role may. */
  public boolean within(Collection<String> scopes) {
    return scopes.contains(OWNER.word())
        || permissions.stream().allMatch(permission -> permission.among(scopes));
  }

  /** The words of all that this role may. */
  public List<String> scopes() {
    return permissions.stream().map(Permission::word).toList();
  }

  /** Of these scopes, those that the role may; {@code owner} is worth what the role may. */
  public List<String> limit(Collection<String> scopes) {
    if (scopes.contains(OWNER.word())) {
      return may(OWNER) ? List.of(OWNER.word()) : scopes();
    }
    return scopes.stream()
        .filter(scope -> Permission.of(scope).filter(this::may).isPresent())
        .toList();
  }
}
