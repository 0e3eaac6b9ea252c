package io.moneyprinter.platform.vault;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads secrets of Vault, keeps leases alive, encrypts and decrypts with keys that stay there. A
 * token that was revoked is replaced by logging in again, once for each request. Failures are
 * {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID}, {@code TIMEOUT} or {@code UNAVAILABLE},
 * with a sentence that says what to do and no secret in it. Safe to use from any thread.
 */
public final class VaultClient {
  private final Context context;
  private final VaultTransport transport;
  private final VaultSession session;
  private final VaultMounts mounts;

  /**
   * @param config with an address
   */
  public VaultClient(Vertx vertx, VaultConfig config) {
    this.context = vertx.getOrCreateContext();
    this.transport = new VaultTransport(vertx, config);
    this.session = new VaultSession(vertx, config, transport);
    this.mounts = new VaultMounts(transport);
  }

  /**
   * Reads a secret of key/value (version 1 or 2), or of an engine that makes one and leases it.
   *
   * @param path with its mount, such as {@code secret/app/smtp}
   * @param version of key/value, version 2; {@code null} for the newest
   */
  public Future<VaultSecret> read(String path, Integer version) {
    return authorized(
        token ->
            mounts
                .of(path, token)
                .compose(
                    mount ->
                        transport
                            .ask(
                                HttpMethod.GET,
                                mount.read(path, version),
                                "read " + path,
                                token,
                                /* body */ null)
                            .compose(answer -> secret(answer, mount, path))));
  }

  /**
   * Makes a lease longer. Fails when it has ended or may be renewed no more: read the secret again
   * then.
   *
   * @param wanted from now
   * @return how long it now lasts; may be less than what was wanted
   * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/leases">Leases</a>
   */
  public Future<Duration> renewLease(String leaseId, Duration wanted) {
    JsonObject wish =
        new JsonObject().put("lease_id", leaseId).put("increment", wanted.toSeconds());
    return ask(HttpMethod.PUT, "sys/leases/renew", "renew a lease", wish)
        .map(answer -> Duration.ofSeconds(answer.body().getLong("lease_duration", 0L)));
  }

  /** Succeeds when Vault takes our token. */
  public Future<Void> ping() {
    return ask(HttpMethod.GET, "auth/token/lookup-self", "look our token up", null).mapEmpty();
  }

  /** Asks in our name; for engines that have a client of their own in this package. */
  Future<VaultAnswer> ask(HttpMethod method, String path, String deed, JsonObject body) {
    return authorized(token -> transport.ask(method, path, deed, token, body));
  }

  VaultFailures failures() {
    return transport.failures();
  }

  private interface Question<T> {
    Future<T> with(String token);
  }

  private <T> Future<T> authorized(Question<T> question) {
    return onContext(
        () ->
            session
                .token()
                .compose(
                    token ->
                        question
                            .with(token)
                            .recover(
                                cause ->
                                    forbidden(cause)
                                        ? session.instead(token, cause).compose(question::with)
                                        : Future.failedFuture(cause))));
  }

  private <T> Future<T> onContext(Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    context.runOnContext(
        here -> {
          try {
            work.get().onComplete(done);
          } catch (RuntimeException e) {
            done.fail(e);
          }
        });
    return done.future();
  }

  private static boolean forbidden(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.FORBIDDEN;
  }

  private Future<VaultSecret> secret(VaultAnswer answer, VaultMounts.Mount mount, String path) {
    JsonObject body = answer.body();
    JsonObject data = mount.versioned() ? answer.data().getJsonObject("data") : answer.data();
    if (data == null || !body.containsKey("data")) {
      return Future.failedFuture(failures().unreadable("read " + path));
    }
    Map<String, String> fields = new HashMap<>();
    data.forEach(
        field -> {
          if (field.getValue() != null) {
            fields.put(field.getKey(), String.valueOf(field.getValue()));
          }
        });
    String lease = body.getString("lease_id");
    return Future.succeededFuture(
        new VaultSecret(
            fields,
            lease == null || lease.isEmpty() ? null : lease,
            Duration.ofSeconds(body.getLong("lease_duration", 0L)),
            body.getBoolean("renewable", false)));
  }

  /** Ends the renewals; the token is left to end by itself. */
  public Future<Void> close() {
    return onContext(
        () -> {
          session.close();
          return transport.close();
        });
  }
}
