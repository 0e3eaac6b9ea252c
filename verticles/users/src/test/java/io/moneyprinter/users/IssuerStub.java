package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An issuer as OpenID Connect Core 1.0 and Discovery 1.0 have it: configuration, keys, and a token
 * endpoint that checks client, redirect and PKCE (RFC 7636 §4.6).
 */
final class IssuerStub {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /** What the issuer says wrongly, for a login that has to fail. */
  enum Lie {
    NONE,
    FOREIGN_KEY,
    OTHER_NONCE,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    EXPIRED,
    NO_ALGORITHM
  }

  private record Grant(Map<String, String> asked, JsonObject person) {}

  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final KeyPair keys = pair();
  private final KeyPair foreign = pair();
  private final HttpServer server;
  private volatile Lie lie = Lie.NONE;

  IssuerStub(Vertx vertx) {
    server = answer(vertx.createHttpServer().requestHandler(this::serve).listen(0, "127.0.0.1"));
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  void lie(Lie what) {
    lie = what;
  }

  /** Somebody logs in there; gives the code, and the state, that come back. */
  Map<String, String> logIn(String url, JsonObject person) {
    Map<String, String> asked = query(URI.create(url).getRawQuery());
    String code = UUID.randomUUID().toString();
    grants.put(code, new Grant(asked, person));
    return Map.of("code", code, "state", asked.get("state"));
  }

  static Map<String, String> query(String raw) {
    Map<String, String> values = new ConcurrentHashMap<>();
    Arrays.stream(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return values;
  }

  private void serve(HttpServerRequest request) {
    switch (request.path()) {
      case "/.well-known/openid-configuration" ->
          say(
              request,
              200,
              new JsonObject()
                  .put("issuer", address())
                  .put("authorization_endpoint", address() + "/authorize")
                  .put("token_endpoint", address() + "/token")
                  .put("jwks_uri", address() + "/jwks")
                  .put("response_types_supported", new JsonArray().add("code"))
                  .put("subject_types_supported", new JsonArray().add("public"))
                  .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256")));
      case "/jwks" -> say(request, 200, new JsonObject().put("keys", new JsonArray().add(jwk())));
      case "/token" -> request.body().onSuccess(body -> token(request, body));
      default -> say(request, 404, new JsonObject());
    }
  }

  private void token(HttpServerRequest request, Buffer body) {
    Map<String, String> form = query(body.toString());
    Grant grant = grants.remove(form.getOrDefault("code", ""));
    boolean good =
        grant != null
            && known(request.headers(), form)
            && grant.asked().get("redirect_uri").equals(form.get("redirect_uri"))
            && grant.asked().get("code_challenge").equals(challenge(form.get("code_verifier")));
    if (!good) {
      say(request, 400, new JsonObject().put("error", "invalid_grant"));
      return;
    }
    say(
        request,
        200,
        new JsonObject()
            .put("access_token", "opaque")
            .put("token_type", "Bearer")
            .put("expires_in", 60)
            .put("id_token", idToken(grant)));
  }

  private static boolean known(MultiMap headers, Map<String, String> form) {
    String basic = Base64.getEncoder().encodeToString("moneyprinter:client secret".getBytes());
    String encoded = Base64.getEncoder().encodeToString("moneyprinter:client+secret".getBytes());
    String given = headers.get("Authorization");
    return given == null
        ? "client secret".equals(form.get("client_secret"))
        : given.equals("Basic " + basic) || given.equals("Basic " + encoded);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes());
      return URL.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String idToken(Grant grant) {
    long now = Instant.now().getEpochSecond();
    JsonObject claims =
        grant
            .person()
            .copy()
            .put("iss", lie == Lie.OTHER_ISSUER ? "https://other.example.org" : address())
            .put("aud", lie == Lie.OTHER_AUDIENCE ? "somebody" : "moneyprinter")
            .put("nonce", lie == Lie.OTHER_NONCE ? "x" : grant.asked().get("nonce"))
            .put("iat", now - 120)
            .put("exp", lie == Lie.EXPIRED ? now - 60 : now + 60);
    String algorithm = lie == Lie.NO_ALGORITHM ? "none" : "RS256";
    JsonObject header = new JsonObject().put("alg", algorithm).put("kid", "k1");
    String body = URL.encodeToString(bytes(header)) + "." + URL.encodeToString(bytes(claims));
    return lie == Lie.NO_ALGORITHM ? body + "." : body + "." + signature(body);
  }

  private static byte[] bytes(JsonObject json) {
    return json.encode().getBytes(StandardCharsets.UTF_8);
  }

  private String signature(String body) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign((lie == Lie.FOREIGN_KEY ? foreign : keys).getPrivate());
      rsa.update(body.getBytes(StandardCharsets.US_ASCII));
      return URL.encodeToString(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject jwk() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put("kid", "k1")
        .put("kty", "RSA")
        .put("alg", "RS256")
        .put("use", "sig")
        .put("n", URL.encodeToString(unsigned(key.getModulus())))
        .put("e", URL.encodeToString(unsigned(key.getPublicExponent())));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] all = number.toByteArray();
    return all[0] == 0 ? Arrays.copyOfRange(all, 1, all.length) : all;
  }

  private static void say(HttpServerRequest request, int status, JsonObject answer) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(answer.toBuffer());
  }
}
