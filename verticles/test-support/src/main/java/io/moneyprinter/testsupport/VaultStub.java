package io.moneyprinter.testsupport;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A local server in the form of HashiCorp Vault's HTTP API: key/value version 2 below {@code
 * secret}, leased passwords below {@code database/creds}, AppRole, tokens, leases, transit.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs">HTTP API</a>
 */
public final class VaultStub implements AutoCloseable {
  /** A token that is good from the beginning. */
  public static final String ROOT = "hvs.root-token-of-the-stub";

  public static final String ROLE_ID = "role-5f1c";
  public static final String SECRET_ID = "secret-id-77aa01";

  private final HttpServer server;
  private final VaultKeyValues secrets = new VaultKeyValues();
  private final VaultTransit transit = new VaultTransit();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final VaultLeases leases = new VaultLeases();
  private final Queue<Consumer<HttpServerRequest>> troubles = new ConcurrentLinkedQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger made = new AtomicInteger();
  private volatile int tokenSeconds = 3600;
  private volatile boolean preflight = true;

  public VaultStub(Vertx vertx) {
    tokens.add(ROOT);
    server =
        Answers.answer(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  public String address() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** Writes a new version of a secret below {@code secret/}. */
  public VaultStub put(String path, JsonObject fields) {
    secrets.put(path, fields);
    return this;
  }

  /** Deletes the newest version of a secret. */
  public VaultStub delete(String path) {
    secrets.delete(path);
    return this;
  }

  /** How long tokens of logins and renewals last. */
  public VaultStub tokensLast(int seconds) {
    tokenSeconds = seconds;
    return this;
  }

  public VaultStub leasesLast(int seconds) {
    leases.last(seconds);
    return this;
  }

  /** Has the mounts hidden from us. */
  public VaultStub hideMounts() {
    preflight = false;
    return this;
  }

  /** Makes a new version of all keys of the transit engine. */
  public VaultStub rotateKeys() {
    transit.rotate();
    return this;
  }

  public void revokeTokens() {
    tokens.clear();
  }

  public void revokeLeases() {
    leases.revoke();
  }

  /** Answers the next request in its own way. */
  public VaultStub next(Consumer<HttpServerRequest> trouble) {
    troubles.add(trouble);
    return this;
  }

  /** Fails the next request in Vault's form. */
  public VaultStub fails(int status, String... errors) {
    return next(request -> VaultReplies.error(request, status, errors));
  }

  /** Methods and paths so far, such as {@code GET /v1/secret/data/app}. */
  public List<String> asked() {
    return asked;
  }

  /** How often a path was asked for, by its end. */
  public long count(String end) {
    return asked.stream().filter(line -> line.endsWith(end)).count();
  }

  private void take(HttpServerRequest request) {
    asked.add(request.method() + " " + request.uri());
    request
        .body()
        .onSuccess(
            body -> {
              Consumer<HttpServerRequest> trouble = troubles.poll();
              if (trouble != null) {
                trouble.accept(request);
              } else {
                answer(request, body.length() == 0 ? new JsonObject() : body.toJsonObject());
              }
            });
  }

  private void answer(HttpServerRequest request, JsonObject body) {
    String path = request.path().substring("/v1/".length());
    if (path.equals("auth/approle/login")) {
      login(request, body);
      return;
    }
    String token = request.getHeader("X-Vault-Token");
    if (token == null || !tokens.contains(token)) {
      VaultReplies.error(request, 403, "permission denied");
    } else if (path.startsWith("sys/internal/ui/mounts/")) {
      mount(request, path.substring("sys/internal/ui/mounts/".length()));
    } else if (path.equals("auth/token/lookup-self")) {
      VaultReplies.say(
          request,
          new JsonObject()
              .put("data", new JsonObject().put("ttl", tokenSeconds).put("renewable", true)));
    } else if (path.equals("auth/token/renew-self")) {
      VaultReplies.say(request, auth(token));
    } else if (path.startsWith("secret/data/")) {
      secrets.answer(request, path.substring("secret/data/".length()));
    } else if (path.startsWith("database/creds/")) {
      leases.password(request, path);
    } else if (path.equals("sys/leases/renew")) {
      leases.renew(request, body.getString("lease_id"));
    } else if (path.startsWith("transit/")) {
      transit.answer(request, path.split("/"), body);
    } else {
      VaultReplies.error(request, 404);
    }
  }

  private void login(HttpServerRequest request, JsonObject ids) {
    if (ROLE_ID.equals(ids.getString("role_id")) && SECRET_ID.equals(ids.getString("secret_id"))) {
      String token = "hvs.login-" + made.incrementAndGet();
      tokens.add(token);
      VaultReplies.say(request, auth(token));
    } else {
      VaultReplies.error(request, 400, "invalid role or secret ID");
    }
  }

  private JsonObject auth(String token) {
    return new JsonObject()
        .put(
            "auth",
            new JsonObject()
                .put("client_token", token)
                .put("lease_duration", tokenSeconds)
                .put("renewable", true));
  }

  private void mount(HttpServerRequest request, String path) {
    if (!preflight) {
      VaultReplies.error(request, 403, "preflight capability check returned 403");
      return;
    }
    boolean keyValue = path.startsWith("secret/");
    JsonObject data = new JsonObject().put("path", keyValue ? "secret/" : "database/");
    data.put("type", keyValue ? "kv" : "database");
    data.put("options", keyValue ? new JsonObject().put("version", "2") : null);
    VaultReplies.say(request, new JsonObject().put("data", data));
  }

  @Override
  public void close() {
    Answers.answer(server.close());
  }
}
