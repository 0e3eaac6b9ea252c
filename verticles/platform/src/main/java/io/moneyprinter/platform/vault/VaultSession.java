package io.moneyprinter.platform.vault;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our token at Vault: given, or got by AppRole; renewed when two thirds of its life are over, and
 * got anew when it can be renewed no more or was revoked. Of one context; calls from other threads
 * have to be brought there.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/approle">AppRole</a>
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token">Tokens</a>
 */
final class VaultSession {
  private static final Logger LOG = LoggerFactory.getLogger(VaultSession.class);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final VaultConfig config;
  private final VaultTransport transport;
  private Future<String> token;
  private long timer = -1;
  private boolean closed;

  VaultSession(Vertx vertx, VaultConfig config, VaultTransport transport) {
    this.vertx = vertx;
    this.config = config;
    this.transport = transport;
  }

  /** The token, got when there is none. */
  Future<String> token() {
    if (token == null || token.failed()) {
      token = open();
    }
    return token;
  }

  /**
   * Another token in place of one that was refused; fails with the refusal where there is only the
   * one that was given.
   */
  Future<String> instead(String refused, Throwable refusal) {
    if (config.token().isPresent()) {
      return Future.failedFuture(refusal);
    }
    if (token != null && token.succeeded() && token.result().equals(refused)) {
      LOG.info("Vault no longer takes our token: logging in again");
      token = null;
    }
    return token();
  }

  private Future<String> open() {
    if (config.token().isPresent()) {
      return lookUp(config.token().get());
    }
    if (config.approle().roleId().isEmpty()) {
      return Future.failedFuture(
          new ServiceFailure(
              FailureCode.INVALID,
              "Nothing says who we are at Vault: set security.vault.token, or"
                  + " security.vault.approle.role-id and secret-id"));
    }
    return login();
  }

  private Future<String> login() {
    VaultConfig.AppRole role = config.approle();
    JsonObject ids =
        new JsonObject()
            .put("role_id", role.roleId().orElseThrow())
            .put("secret_id", role.secretId().orElseThrow());
    return transport
        .ask(
            HttpMethod.POST,
            "auth/" + role.mount() + "/login",
            "log in by AppRole",
            /* token */ null,
            ids)
        .compose(answer -> taken(answer, "log in by AppRole"));
  }

  /** What a login or a renewal gave. */
  private Future<String> taken(VaultAnswer answer, String deed) {
    JsonObject auth = answer.body().getJsonObject("auth");
    String got = auth == null ? null : auth.getString("client_token");
    if (got == null) {
      return Future.failedFuture(transport.failures().unreadable(deed));
    }
    renewLater(got, auth.getLong("lease_duration", 0L), auth.getBoolean("renewable", false));
    return Future.succeededFuture(got);
  }

  /** How long the given token lasts. A token may always look itself up, unless it is no good. */
  private Future<String> lookUp(String given) {
    return transport
        .ask(HttpMethod.GET, "auth/token/lookup-self", "look our token up", given, /* body */ null)
        .map(
            answer -> {
              JsonObject data = answer.data();
              renewLater(given, data.getLong("ttl", 0L), data.getBoolean("renewable", false));
              return given;
            });
  }

  /**
   * @param seconds 0 for a token that lasts for ever
   */
  private void renewLater(String held, long seconds, boolean renewable) {
    vertx.cancelTimer(timer);
    if (seconds <= 0 || closed) {
      return;
    }
    if (!renewable && config.token().isPresent()) {
      LOG.warn("The token of security.vault.token ends in {} s and cannot be renewed", seconds);
      return;
    }
    long pause = Math.max(200, seconds * 1000 * 2 / 3);
    timer = vertx.setTimer(pause, due -> renew(held, renewable));
  }

  private void renew(String held, boolean renewable) {
    Future<String> next = renewable ? renewed(held) : login();
    next.onSuccess(got -> token = Future.succeededFuture(got))
        .onFailure(
            cause -> {
              LOG.warn("Our token at Vault could not be renewed: {}", cause.getMessage());
              if (!closed) {
                timer = vertx.setTimer(RETRY.toMillis(), due -> renew(held, renewable));
              }
            });
  }

  private Future<String> renewed(String held) {
    return transport
        .ask(HttpMethod.POST, "auth/token/renew-self", "renew our token", held, new JsonObject())
        .compose(answer -> taken(answer, "renew our token"))
        .recover(
            cause ->
                config.token().isEmpty() && refused(cause) ? login() : Future.failedFuture(cause));
  }

  /** Whether Vault said that it does not know the token, or may renew it no more. */
  private static boolean refused(Throwable cause) {
    return cause instanceof ServiceFailure failure
        && (failure.code() == FailureCode.FORBIDDEN || failure.code() == FailureCode.INVALID);
  }

  void close() {
    closed = true;
    vertx.cancelTimer(timer);
  }
}
