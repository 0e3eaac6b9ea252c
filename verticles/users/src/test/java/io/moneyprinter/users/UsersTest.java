package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.GetKeySet;
import io.moneyprinter.codecs.users.IssueToken;
import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.codecs.users.Token;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
  private static final UsersConfig CONFIG = TestConfig.usual();

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Database database;

  private Path keyFile() {
    return test.node().data().root().resolve("api-key");
  }

  private String start() throws Exception {
    return start(CONFIG);
  }

  /** Starts the service and gives the first API key. */
  private String start(UsersConfig config) throws Exception {
    answer(test.vertx().deployVerticle(new UsersVerticle(config, test.node())), 60);
    return Files.readString(keyFile()).strip();
  }

  private Future<Caller> ask(Authenticate.Kind kind, String secret) {
    return UsersMessages.AUTHENTICATE.ask(test.vertx().eventBus(), new Authenticate(kind, secret));
  }

  private Future<Caller> withKey(String key) {
    return ask(Authenticate.Kind.API_KEY, key);
  }

  private Future<Caller> withToken(String token) {
    return ask(Authenticate.Kind.BEARER_TOKEN, token);
  }

  private String tokenFor(String key) {
    return answer(UsersMessages.ISSUE_TOKEN.ask(test.vertx().eventBus(), new IssueToken(key)))
        .accessToken();
  }

  private KeySet keySet() {
    return answer(UsersMessages.KEY_SET.ask(test.vertx().eventBus(), new GetKeySet()));
  }

  /** Looks at, or changes, what is really stored. */
  private RowSet<Row> sql(String statement) {
    if (database == null) {
      database = answer(test.node().databases().open("users"));
    }
    return answer(database.writer().query(statement).execute());
  }

  @Test
  void theFirstStartLeavesAKeyThatOnlyItsOwnerReads() throws Exception {
    String key = start();

    assertThat(key).matches("mp_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    Caller caller = answer(withKey(key));
    assertThat(caller.tenant()).isEqualTo("local");
    assertThat(caller.subject()).isEqualTo("owner");
    assertThat(caller.may(Permission.OWNER)).isTrue();
    assertThat(caller.validUntil())
        .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(61));
    Row stored = sql("SELECT * FROM api_keys").iterator().next();
    assertThat(stored.toJson().encode()).doesNotContain(key.substring(12));
  }

  @Test
  void aLaterStartLeavesEverythingAsItIs() throws Exception {
    String key = start();
    Files.delete(keyFile());

    answer(test.vertx().deployVerticle(new UsersVerticle(CONFIG, test.node())), 60);

    assertThat(keyFile()).doesNotExist();
    answer(withKey(key));
    assertThat(sql("SELECT 1 FROM signing_keys").size()).isEqualTo(1);
  }

  @Test
  void nodesThatStartTogetherMakeOneKey() throws Exception {
    List<Future<String>> starts =
        IntStream.range(0, 3)
            .mapToObj(i -> test.vertx().deployVerticle(new UsersVerticle(CONFIG, test.node())))
            .toList();
    answer(Future.all(starts), 60);

    assertThat(sql("SELECT 1 FROM tenants").size()).isEqualTo(1);
    assertThat(sql("SELECT 1 FROM api_keys").size()).isEqualTo(1);
    assertThat(sql("SELECT 1 FROM signing_keys").size()).isEqualTo(1);
    String key = Files.readString(keyFile()).strip();
    IntStream.range(0, 6).forEach(i -> answer(withToken(tokenFor(key))));
  }

  @Test
  void aKeyFileThatCannotBeWrittenLeavesTheDatabaseEmpty() throws Exception {
    Files.createDirectory(keyFile());
    Files.writeString(keyFile().resolve("occupied"), "");

    ServiceFailure failure =
        failure(test.vertx().deployVerticle(new UsersVerticle(CONFIG, test.node())));

    assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(failure).hasMessageContaining("api-key").hasMessageContaining("data folder");
    assertThat(sql("SELECT 1 FROM tenants").size()).isZero();
    Files.delete(keyFile().resolve("occupied"));
    Files.delete(keyFile());
    answer(withKey(start()));
  }

  @Test
  void whateverIsWrongWithAKeyTheRefusalIsTheSame() throws Exception {
    String key = start();
    char last = key.charAt(key.length() - 1);
    String altered = key.substring(0, key.length() - 1) + (last == 'A' ? 'E' : 'A');
    String unknown = "mp_zzzzzzzz_" + key.substring(12);

    ServiceFailure first = failure(withKey("nonsense"));
    assertThat(first.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    for (String wrong : List.of("", altered, unknown, key + "x", "mp_'; DROP TABLE users;--")) {
      ServiceFailure refused = failure(withKey(wrong));
      assertThat(refused.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
      assertThat(refused.getMessage()).isEqualTo(first.getMessage());
    }
    assertThat(failure(withToken(key)).getMessage()).isEqualTo(first.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires_at = now() - interval '1 second'", "revoked_at = now()"})
  void anExpiredOrRevokedKeyOpensNothingNorDoTokensOfIt(String change) throws Exception {
    String key = start();
    String token = tokenFor(key);
    answer(withToken(token));

    sql("UPDATE api_keys SET " + change);

    assertThat(failure(withKey(key)).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(failure(withToken(token)).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(
            failure(UsersMessages.ISSUE_TOKEN.ask(test.vertx().eventBus(), new IssueToken(key)))
                .code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aKeyThatEndsSoonIsNotRememberedLonger() throws Exception {
    String key = start();
    sql("UPDATE api_keys SET expires_at = now() + interval '20 seconds'");

    assertThat(answer(withKey(key)).validUntil()).isBefore(Instant.now().plusSeconds(21));
  }

  @Test
  void theUseOfAKeyIsNoted() throws Exception {
    String key = start();
    answer(withKey(key));

    Await.until(
        "the key's last use is stored",
        Duration.ofSeconds(10),
        () -> sql("SELECT 1 FROM api_keys WHERE last_used_at IS NOT NULL").size() == 1);
  }

  @Test
  void aTokenSaysWhoHoldsItAndAnybodyCanVerifyIt() throws Exception {
    String key = start();
    Token token =
        answer(UsersMessages.ISSUE_TOKEN.ask(test.vertx().eventBus(), new IssueToken(key)));

    assertThat(token.expiresInSeconds()).isEqualTo(900);
    Caller caller = answer(withToken(token.accessToken()));
    assertThat(caller.tenant()).isEqualTo("local");
    assertThat(caller.subject()).isEqualTo("owner");
    assertThat(caller.scopes()).containsExactly("owner");

    KeySet.Key published = keySet().keys().get(0);
    JsonObject jwk =
        new JsonObject()
            .put("kid", published.kid())
            .put("kty", published.kty())
            .put("alg", published.alg())
            .put("use", published.use())
            .put("n", published.n())
            .put("e", published.e());
    JWTAuth stranger =
        JWTAuth.create(
            test.vertx(),
            new JWTAuthOptions()
                .addJwk(jwk)
                .setJWTOptions(
                    new JWTOptions().setIssuer("moneyprinter").addAudience("moneyprinter-api")));
    JsonObject claims =
        answer(stranger.authenticate(new TokenCredentials(token.accessToken())))
            .attributes()
            .getJsonObject("accessToken");
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
    assertThat(header(token.accessToken()).getString("alg")).isEqualTo("RS256");
    assertThat(header(token.accessToken()).getString("kid")).isEqualTo(published.kid());
  }

  private static JsonObject header(String token) {
    return part(token, 0);
  }

  private static JsonObject part(String token, int index) {
    byte[] bytes = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return new JsonObject(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String encoded(JsonObject part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(part.encode().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void forgedTokensAreRefused() throws Exception {
    String token = tokenFor(start());
    String[] parts = token.split("\\.");
    String richer = encoded(part(token, 1).put("tenant", "other"));
    String none = encoded(header(token).put("alg", "none"));
    String symmetric = encoded(header(token).put("alg", "HS256"));
    String unknownKid = encoded(header(token).put("kid", "nobody"));

    for (String forged :
        List.of(
            parts[0] + "." + richer + "." + parts[2],
            none + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2],
            symmetric + "." + parts[1] + "." + parts[2],
            unknownKid + "." + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            "a.b.c",
            "..",
            "[1].x.y")) {
      assertThat(failure(withToken(forged)).code())
          .as(forged)
          .isEqualTo(FailureCode.UNAUTHENTICATED);
    }
  }

  @Test
  void aTokenOfAnotherIssuerOrAudienceOrTimeIsRefused() throws Exception {
    String key = start();
    String kid = keySet().keys().get(0).kid();
    JWTOptions good =
        new JWTOptions()
            .setAlgorithm("RS256")
            .setSubject("owner")
            .setIssuer("moneyprinter")
            .addAudience("moneyprinter-api")
            .setExpiresInSeconds(60);

    answer(withToken(signed(kid, key, good)));
    for (JWTOptions wrong :
        List.of(
            new JWTOptions(good).setIssuer("somebody"),
            new JWTOptions(good).setAudience(List.of("another-api")),
            new JWTOptions(good).setExpiresInSeconds(-5),
            new JWTOptions(good).setExpiresInSeconds(0))) {
      assertThat(failure(withToken(signed(kid, key, wrong))).code())
          .as(wrong.toJson().encode())
          .isEqualTo(FailureCode.UNAUTHENTICATED);
    }
  }

  /** Signs with the service's own private key. */
  private String signed(String kid, String key, JWTOptions options) {
    byte[] pkcs8 =
        sql("SELECT private_key FROM signing_keys")
            .iterator()
            .next()
            .getBuffer("private_key")
            .getBytes();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pkcs8)
            + "\n-----END PRIVATE KEY-----\n";
    JWTAuth signer =
        JWTAuth.create(
            test.vertx(),
            new JWTAuthOptions()
                .addPubSecKey(
                    new PubSecKeyOptions().setAlgorithm("RS256").setId(kid).setBuffer(pem)));
    JsonObject claims =
        new JsonObject()
            .put("tenant", "local")
            .put("scope", "owner")
            .put("key", key.substring(3, 11));
    return signer.generateToken(claims, options);
  }

  @Test
  void whenTheSigningKeyIsReplacedTheOneBeforeStillVerifies() throws Exception {
    String key = start();
    String old = tokenFor(key);
    test.vertx().deploymentIDs().forEach(id -> answer(test.vertx().undeploy(id)));
    sql("UPDATE signing_keys SET signs_from = now() - interval '31 days'");

    answer(test.vertx().deployVerticle(new UsersVerticle(CONFIG, test.node())), 60);
    Await.until(
        "another key signs",
        Duration.ofSeconds(10),
        () -> !header(tokenFor(key)).getString("kid").equals(header(old).getString("kid")));
    String fresh = tokenFor(key);

    assertThat(keySet().keys())
        .extracting(KeySet.Key::kid)
        .containsExactly(header(fresh).getString("kid"), header(old).getString("kid"));
    answer(withToken(old));
    answer(withToken(fresh));
  }

  @Test
  void tokensMayNotOutliveTheirKey() {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> TestConfig.of(Duration.ofHours(1), Duration.ofMinutes(90)))
        .withMessageContaining("key-lifetime");
  }
}
