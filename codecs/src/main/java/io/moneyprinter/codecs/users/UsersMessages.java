package io.moneyprinter.codecs.users;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;

/** Everything the users service answers. */
public final class UsersMessages {
  /** Fails with {@code UNAUTHENTICATED} when the credential is unknown, expired or revoked. */
  public static final Endpoint<Authenticate, Caller> AUTHENTICATE =
      new Endpoint<>("users.authenticate", Authenticate.class, Caller.class);

  public static final Endpoint<IssueToken, Token> ISSUE_TOKEN =
      new Endpoint<>("users.issue-token", IssueToken.class, Token.class);

  public static final Endpoint<GetKeySet, KeySet> KEY_SET =
      new Endpoint<>("users.key-set", GetKeySet.class, KeySet.class);

  /** The key set afterwards; {@code CONFLICT} while the last new key does not sign yet. */
  public static final Endpoint<RotateSigningKeys, KeySet> ROTATE_SIGNING_KEYS =
      new Endpoint<>("users.rotate-signing-keys", RotateSigningKeys.class, KeySet.class);

  public static final Endpoint<RevokeSigningKey, KeySet> REVOKE_SIGNING_KEY =
      new Endpoint<>("users.revoke-signing-key", RevokeSigningKey.class, KeySet.class);

  public static final Topic<SigningKeysChanged> SIGNING_KEYS_CHANGED =
      new Topic<>("users.signing-keys-changed", SigningKeysChanged.class);

  private UsersMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("users.Caller.v1", Caller.class);
    types.add("users.Token.v1", Token.class);
    types.add("users.KeySet.v1", KeySet.class);
    types.add(AUTHENTICATE, "users.Authenticate.v1");
    types.add(ISSUE_TOKEN, "users.IssueToken.v1");
    types.add(KEY_SET, "users.GetKeySet.v1");
    types.add("users.SigningKeysChanged.v1", SigningKeysChanged.class);
    types.add(ROTATE_SIGNING_KEYS, "users.RotateSigningKeys.v1");
    types.add(REVOKE_SIGNING_KEY, "users.RevokeSigningKey.v1");
    AccountMessages.catalogue(types);
    AccessMessages.catalogue(types);
  }
}
