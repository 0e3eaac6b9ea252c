package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.CreateKey;
import io.moneyprinter.codecs.users.CreatedKey;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.KeyList;
import io.moneyprinter.codecs.users.ListKeys;
import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.codecs.users.RevokeKey;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes, lists and revokes API keys: the caller's own, or of a service account of its tenant. */
final class KeyDesk {
  private static final List<String> USUAL =
      List.of(Permission.VIDEOS_READ.word(), Permission.VIDEOS_WRITE.word());

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final KeyStore keys;
  private final AccountStore accounts;
  private final Credentials credentials;
  private final WorkerPools pools;
  private final SecureRandom random;
  private final Clock clock;

  KeyDesk(
      KeyStore keys,
      AccountStore accounts,
      Credentials credentials,
      WorkerPools pools,
      SecureRandom random,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.credentials = credentials;
    this.pools = pools;
    this.random = random;
    this.clock = clock;
  }

  Future<CreatedKey> create(CreateKey order) {
    String name = Names.read(order.name());
    List<String> scopes =
        order.scopes().isEmpty() ? USUAL : order.scopes().stream().distinct().toList();
    demandTime(order.expiresAt());
    return holder(order.userId())
        .compose(
            holder -> {
              demand(scopes, holder.role(), order.granted());
              return pools
                  .run(Pool.CRYPTO, () -> ApiKey.generate(random))
                  .compose(
                      key ->
                          KeyStore.insert(
                                  accounts.writer(),
                                  key,
                                  holder.tenant(),
                                  holder.id(),
                                  name,
                                  scopes.toArray(String[]::new),
                                  order.expiresAt())
                              .compose(made -> keys.show(holder.tenant(), key.prefix()))
                              .map(info -> new CreatedKey(info, key.text())));
            });
  }

  private void demandTime(Instant end) {
    Instant now = clock.instant();
    if (end != null && (!end.isAfter(now) || end.isAfter(now.plus(LONGEST)))) {
      throw ServiceFailure.invalid(
          "/expiresAt",
          "The key must expire in the future, within a hundred years; leave it out for never");
    }
  }

  /** A key gets what its holder's role allows and the credential that asks for it holds. */
  private static void demand(List<String> scopes, Role role, List<String> granted) {
    for (String scope : scopes) {
      Permission permission =
          Permission.of(scope)
              .orElseThrow(
                  () ->
                      ServiceFailure.invalid(
                          "/scopes", "There is no scope '%s'; see GET /v1/me".formatted(scope)));
      boolean held = permission.among(granted) || granted.contains(Permission.OWNER.word());
      if (!role.may(permission) || !held) {
        throw new ServiceFailure(
            FailureCode.FORBIDDEN,
            "The scope '%s' is more than the holder of the key, or the credential that asks for it,"
                    .formatted(scope)
                + " may");
      }
    }
  }

  Future<KeyList> list(ListKeys order) {
    return holder(order.userId())
        .compose(holder -> keys.of(holder.tenant(), holder.id()))
        .map(KeyList::new);
  }

  Future<Done> revoke(RevokeKey order) {
    return holder(order.userId())
        .compose(
            holder ->
                keys.revoke(holder.tenant(), holder.id(), order.prefix())
                    .compose(
                        known ->
                            known
                                ? Future.succeededFuture(new Done())
                                : Future.failedFuture(
                                    ServiceFailure.notFound("There is no such key")))
                    .onSuccess(done -> credentials.changed(holder.tenant(), holder.id())));
  }

  /** The caller, or a service account of its tenant. */
  private Future<Account> holder(String userId) {
    CallContext caller = CallContext.currentOrSystem();
    String id = userId == null ? caller.subject() : userId;
    return AccountStore.byId(accounts.writer(), caller.tenant(), id)
        .map(found -> found.filter(a -> userId == null || a.role() == Role.SERVICE))
        .map(found -> found.orElseThrow(() -> ServiceFailure.notFound("There is no such account")));
  }
}
