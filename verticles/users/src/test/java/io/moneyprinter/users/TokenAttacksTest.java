package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.GetKeySet;
import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.users.password.PasswordConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is tried against tokens (RFC 8725) and logins, each by its name. */
class TokenAttacksTest {
  /** Dear enough to tell hashing from no hashing. */
  @RegisterExtension
  static final RunningUsers USERS = new RunningUsers(new PasswordConfig(8_192, 2, 10));

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static String email;
  private static Login login;
  private static Caller caller;
  private static JsonObject header;
  private static JsonObject claims;

  @BeforeAll
  static void logIn() {
    email = USERS.person();
    login = answer(USERS.logIn(email, RunningUsers.PASSWORD));
    caller = answer(USERS.caller(login));
    header = part(0);
    claims = part(1);
  }

  private static JsonObject part(int index) {
    byte[] bytes = Base64.getUrlDecoder().decode(login.accessToken().split("\\.")[index]);
    return new JsonObject(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String encoded(JsonObject part) {
    return URL.encodeToString(part.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String body(JsonObject head, JsonObject what) {
    return encoded(head) + "." + encoded(what);
  }

  private static String signed(JsonObject head, JsonObject what, PrivateKey key)
      throws GeneralSecurityException {
    Signature rsa = Signature.getInstance("SHA256withRSA");
    rsa.initSign(key);
    String body = body(head, what);
    rsa.update(body.getBytes(StandardCharsets.US_ASCII));
    return body + "." + URL.encodeToString(rsa.sign());
  }

  /** The service's own key: what follows from its signature alone must be little. */
  private static PrivateKey ownKey() throws GeneralSecurityException {
    Row row = USERS.sql("SELECT private_key FROM signing_keys").iterator().next();
    byte[] pkcs8 = row.getBuffer("private_key").getBytes();
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static void assertRefused(String token) {
    assertThat(failure(USERS.token(token)).code()).as(token).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void theTokenItselfIsGoodAndSoIsOneSignedAlike() throws Exception {
    assertThat(answer(USERS.token(login.accessToken())).subject()).isEqualTo(caller.subject());
    assertThat(answer(USERS.token(signed(header, claims, ownKey()))).tenant())
        .isEqualTo(caller.tenant());
  }

  @Test
  void algorithmNone() {
    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      JsonObject head = header.copy().put("alg", none);
      assertRefused(body(head, claims) + ".");
      assertRefused(body(head, claims));
      assertRefused(body(head, claims) + "." + login.accessToken().split("\\.")[2]);
    }
  }

  /** HS256 with the public key, in each form it is seen, as the shared secret. */
  @Test
  void keyConfusion() throws Exception {
    Row row = USERS.sql("SELECT public_key FROM signing_keys").iterator().next();
    byte[] der = row.getBuffer("public_key").getBytes();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    KeySet.Key published = answer(USERS.ask(UsersMessages.KEY_SET, new GetKeySet())).keys().get(0);
    for (byte[] secret :
        List.of(
            der,
            pem.getBytes(StandardCharsets.US_ASCII),
            pem.strip().getBytes(StandardCharsets.US_ASCII),
            published.n().getBytes(StandardCharsets.US_ASCII),
            Base64.getUrlDecoder().decode(published.n()))) {
      for (String algorithm : List.of("HS256", "RS256")) {
        String body = body(header.copy().put("alg", algorithm), claims);
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] mac = hmac.doFinal(body.getBytes(StandardCharsets.US_ASCII));
        assertRefused(body + "." + URL.encodeToString(mac));
      }
    }
  }

  @Test
  void kidInjection() throws Exception {
    PrivateKey own = ownKey();
    for (Object kid :
        List.of(
            "",
            "../../../../dev/null",
            "' OR '1'='1",
            "x' UNION SELECT 'x', '\\x00', '\\x00', now(), now() --",
            "http://127.0.0.1/key",
            "*",
            "\u0000",
            header.getString("kid") + "\n",
            7,
            new JsonArray().add(header.getString("kid")),
            new JsonObject())) {
      assertRefused(signed(header.copy().put("kid", kid), claims, own));
    }
    JsonObject without = header.copy();
    without.remove("kid");
    assertRefused(signed(without, claims, own));
  }

  /** A key that the token brings along, by value or by address (RFC 7515 §4.1). */
  @Test
  void keyInTheHeader() throws Exception {
    KeyPair own = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    JsonObject jwk = new JsonObject().put("kty", "RSA").put("alg", "RS256").put("e", "AQAB");
    for (JsonObject head :
        List.of(
            header,
            header.copy().put("jwk", jwk),
            header.copy().put("jku", "http://127.0.0.1:1/jwks.json"),
            header.copy().put("x5u", "http://127.0.0.1:1/cert.pem"))) {
      assertRefused(signed(head, claims, own.getPrivate()));
    }
  }

  @Test
  void alteredClaims() {
    String signature = login.accessToken().split("\\.")[2];
    assertRefused(body(header, claims.copy().put("tenant", "local")) + "." + signature);
    assertRefused(body(header, claims.copy().put("scope", "owner")) + "." + signature);
  }

  @Test
  void expired() throws Exception {
    long now = Instant.now().getEpochSecond();
    assertRefused(signed(header, claims.copy().put("exp", now - 1), ownKey()));
    JsonObject endless = claims.copy();
    endless.remove("exp");
    assertRefused(signed(header, endless, ownKey()));
    assertRefused(signed(header, claims.copy().put("nbf", now + 600), ownKey()));
  }

  @Test
  void otherIssuerOrAudience() throws Exception {
    assertRefused(signed(header, claims.copy().put("iss", "somebody"), ownKey()));
    assertRefused(signed(header, claims.copy().put("aud", "another-api"), ownKey()));
  }

  /** Even a good signature does not make a session somebody else's. */
  @Test
  void otherTenant() throws Exception {
    Caller other = USERS.personCaller();
    assertRefused(signed(header, claims.copy().put("tenant", other.tenant()), ownKey()));
    assertRefused(signed(header, claims.copy().put("sub", other.subject()), ownKey()));
    assertRefused(
        signed(
            header,
            claims.copy().put("tenant", other.tenant()).put("sub", other.subject()),
            ownKey()));
  }

  /** A scope in a token is no more than what its holder may. */
  @Test
  void moreScopesThanTheRole() throws Exception {
    Caller same =
        answer(USERS.token(signed(header, claims.copy().put("scope", "owner"), ownKey())));
    assertThat(same.scopes()).isEqualTo(caller.scopes()).doesNotContain("owner");
  }

  @Test
  void replayedRefreshToken() {
    Login stolen = answer(USERS.logIn(email, RunningUsers.PASSWORD));
    Login renewed = answer(USERS.renew(stolen.refreshToken()));

    assertThat(failure(USERS.renew(stolen.refreshToken())).code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);

    assertRefused(renewed.accessToken());
    assertThat(failure(USERS.renew(renewed.refreshToken())).code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  /** Without a hash for the unknown user, its answer would come many times sooner. */
  @Test
  void timingOfUnknownAgainstKnownUser() {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      known.add(nanosOfRefusal(email));
      unknown.add(nanosOfRefusal("nobody" + i + "@example.org"));
    }

    double ratio = (double) median(known) / median(unknown);

    assertThat(ratio).as("median known / median unknown").isBetween(0.6, 1.6);
  }

  private static long nanosOfRefusal(String address) {
    long begun = System.nanoTime();
    failure(USERS.logIn(address, "not the password"));
    return System.nanoTime() - begun;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
