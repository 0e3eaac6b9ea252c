package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.users.GetKeySet;
import io.moneyprinter.codecs.users.IssueToken;
import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.codecs.users.RevokeSigningKey;
import io.moneyprinter.codecs.users.RotateSigningKeys;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyRotationTest {
  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Verifies tokens as a stranger does: by the published keys, which it keeps for a while. */
  private static final class Stranger {
    private static final Duration KEEP = TestConfig.LEAD.dividedBy(4);
    private JWTAuth jwt;
    private long fetched;

    void verify(String token) {
      if (jwt == null || System.nanoTime() - fetched > KEEP.toNanos()) {
        fetched = System.nanoTime();
        JWTAuthOptions options =
            new JWTAuthOptions()
                .setJWTOptions(
                    new JWTOptions().setIssuer("moneyprinter").addAudience("moneyprinter-api"));
        answer(USERS.ask(UsersMessages.KEY_SET, new GetKeySet()))
            .keys()
            .forEach(key -> options.addJwk(jwk(key)));
        jwt = JWTAuth.create(USERS.node().vertx(), options);
      }
      answer(jwt.authenticate(new TokenCredentials(token)));
    }

    private static JsonObject jwk(KeySet.Key key) {
      return new JsonObject()
          .put("kid", key.kid())
          .put("kty", key.kty())
          .put("alg", key.alg())
          .put("use", key.use())
          .put("n", key.n())
          .put("e", key.e());
    }
  }

  private static String token(String apiKey) {
    return answer(USERS.ask(UsersMessages.ISSUE_TOKEN, new IssueToken(apiKey))).accessToken();
  }

  private static String kid(String token) {
    byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
  }

  private static Future<KeySet> rotate() {
    return USERS.ask(UsersMessages.ROTATE_SIGNING_KEYS, new RotateSigningKeys());
  }

  @Test
  void rotationWhileClientsAreActiveLosesNoRequest() throws Exception {
    USERS.deploy(); // a second instance, which learns of the keys from the database
    String apiKey = USERS.ownerKey();
    Stranger stranger = new Stranger();
    List<String> tokens = new ArrayList<>();
    Set<String> kids = new HashSet<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    int requests = 0;
    while (kids.size() < 4) {
      assertThat(System.nanoTime()).as("three rotations in " + LIMIT).isLessThan(end);
      answer(rotate().map(true).otherwise(false)); // refused while one is under way
      String fresh = token(apiKey);
      kids.add(kid(fresh));
      tokens.add(fresh);
      // Each more than once, for the two instances; the oldest all along.
      List<String> shown =
          Stream.of(fresh, fresh, tokens.get(0), tokens.get(0), tokens.get(tokens.size() / 2))
              .toList();
      for (int i = 0; i < 4; i++) {
        answer(Future.all(shown.stream().map(USERS::token).toList()));
        requests += shown.size();
      }
      stranger.verify(fresh);
      stranger.verify(tokens.get(0));
    }
    assertThat(requests).isGreaterThan(50);
  }

  @Test
  void aNewKeyIsPublishedBeforeItSigns() throws Exception {
    Await.until("a key was made", LIMIT, () -> answer(rotate().map(true).otherwise(false)));
    String newest = "(SELECT kid FROM signing_keys ORDER BY signs_from DESC LIMIT 1)";
    String kid = USERS.sql("SELECT kid FROM " + newest + " n").iterator().next().getString(0);
    USERS.sql(
        "UPDATE signing_keys SET signs_from = now() + interval '1 hour' WHERE kid = " + newest);

    Await.until("it does not sign", LIMIT, () -> !kid(token(apiKey())).equals(kid));

    assertThat(answer(USERS.ask(UsersMessages.KEY_SET, new GetKeySet())).keys())
        .extracting(KeySet.Key::kid)
        .contains(kid, kid(token(apiKey())));
    assertThat(failure(rotate()).code()).isEqualTo(FailureCode.CONFLICT);
    USERS.sql("UPDATE signing_keys SET signs_from = now() WHERE kid = '" + kid + "'");
    Await.until("its time has come", LIMIT, () -> kid(token(apiKey())).equals(kid));
  }

  private static String apiKey() {
    try {
      return USERS.ownerKey();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aKeyThatLeakedIsTakenOutWithAllThatItSigned() throws Exception {
    String token = token(USERS.ownerKey());
    answer(USERS.token(token));

    answer(USERS.ask(UsersMessages.REVOKE_SIGNING_KEY, new RevokeSigningKey(kid(token))));

    Await.until(
        "all instances know",
        LIMIT,
        () ->
            Stream.of(1, 2, 3, 4)
                .noneMatch(i -> answer(USERS.token(token).map(true).otherwise(false))));
    answer(USERS.token(token(USERS.ownerKey())));
    assertThat(
            failure(USERS.ask(UsersMessages.REVOKE_SIGNING_KEY, new RevokeSigningKey("none")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }
}
