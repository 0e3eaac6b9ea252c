package io.moneyprinter.codecs.users;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** How a tenant is ruled: who is in it, and what it may use. All act on the caller's tenant. */
public final class AccessMessages {
  public static final Endpoint<ListUsers, UserList> LIST_USERS =
      new Endpoint<>("users.list-users", ListUsers.class, UserList.class);

  /** Fails with {@code FORBIDDEN} when the role is more than the caller's own. */
  public static final Endpoint<InviteUser, Profile> INVITE =
      new Endpoint<>("users.invite", InviteUser.class, Profile.class);

  public static final Endpoint<SetRole, Profile> SET_ROLE =
      new Endpoint<>("users.set-role", SetRole.class, Profile.class);

  public static final Endpoint<RemoveUser, Done> REMOVE_USER =
      new Endpoint<>("users.remove-user", RemoveUser.class, Done.class);

  public static final Endpoint<CreateServiceAccount, Profile> CREATE_SERVICE_ACCOUNT =
      new Endpoint<>("users.create-service-account", CreateServiceAccount.class, Profile.class);

  public static final Endpoint<RequestSetupLink, SetupLink> SETUP_LINK =
      new Endpoint<>("users.setup-link", RequestSetupLink.class, SetupLink.class);

  /** Fails with {@code QUOTA}. */
  public static final Endpoint<CheckQuota, Done> CHECK_QUOTA =
      new Endpoint<>("users.check-quota", CheckQuota.class, Done.class);

  public static final Endpoint<GetQuota, Quota> QUOTA =
      new Endpoint<>("users.quota", GetQuota.class, Quota.class);

  public static final Endpoint<SetTier, Done> SET_TIER =
      new Endpoint<>("users.set-tier", SetTier.class, Done.class);

  /** Fails with {@code FORBIDDEN} when it asks for more than the caller holds. */
  public static final Endpoint<CreateKey, CreatedKey> CREATE_KEY =
      new Endpoint<>("users.create-key", CreateKey.class, CreatedKey.class);

  public static final Endpoint<ListKeys, KeyList> LIST_KEYS =
      new Endpoint<>("users.list-keys", ListKeys.class, KeyList.class);

  public static final Endpoint<RevokeKey, Done> REVOKE_KEY =
      new Endpoint<>("users.revoke-key", RevokeKey.class, Done.class);

  private AccessMessages() {}

  static void catalogue(MessageCatalogue.Builder types) {
    types.add("users.UserList.v1", UserList.class);
    types.add("users.SetupLink.v1", SetupLink.class);
    types.add("users.Quota.v1", Quota.class);
    types.add("users.CreatedKey.v1", CreatedKey.class);
    types.add("users.KeyList.v1", KeyList.class);
    types.add(CREATE_KEY, "users.CreateKey.v1");
    types.add(LIST_KEYS, "users.ListKeys.v1");
    types.add(REVOKE_KEY, "users.RevokeKey.v1");
    types.add(LIST_USERS, "users.ListUsers.v1");
    types.add(INVITE, "users.InviteUser.v1");
    types.add(SET_ROLE, "users.SetRole.v1");
    types.add(REMOVE_USER, "users.RemoveUser.v1");
    types.add(CREATE_SERVICE_ACCOUNT, "users.CreateServiceAccount.v1");
    types.add(SETUP_LINK, "users.RequestSetupLink.v1");
    types.add(CHECK_QUOTA, "users.CheckQuota.v1");
    types.add(QUOTA, "users.GetQuota.v1");
    types.add(SET_TIER, "users.SetTier.v1");
  }
}
