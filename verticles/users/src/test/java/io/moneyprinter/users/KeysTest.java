package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.ApiKeyInfo;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.CreateKey;
import io.moneyprinter.codecs.users.CreateServiceAccount;
import io.moneyprinter.codecs.users.CreatedKey;
import io.moneyprinter.codecs.users.IssueToken;
import io.moneyprinter.codecs.users.ListKeys;
import io.moneyprinter.codecs.users.RevokeKey;
import io.moneyprinter.codecs.users.UsersMessages;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeysTest {
  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  private static Future<CreatedKey> create(Caller caller, String userId, String... scopes) {
    return USERS.as(
        caller,
        AccessMessages.CREATE_KEY,
        new CreateKey("render farm", List.of(scopes), null, userId, caller.scopes()));
  }

  private static List<ApiKeyInfo> list(Caller caller) {
    return answer(USERS.as(caller, AccessMessages.LIST_KEYS, new ListKeys(null))).keys();
  }

  private static Future<?> revoke(Caller caller, String prefix) {
    return USERS.as(caller, AccessMessages.REVOKE_KEY, new RevokeKey(prefix, null));
  }

  @Test
  void aKeyIsShownOnceAndGoodForItsScopes() {
    Caller ada = USERS.personCaller();

    CreatedKey made = answer(create(ada, null, "videos:read"));

    Caller byKey = answer(USERS.key(made.key()));
    assertThat(byKey.tenant()).isEqualTo(ada.tenant());
    assertThat(byKey.scopes()).containsExactly("videos:read");
    assertThat(made.key()).startsWith("mp_" + made.info().prefix() + "_");
    assertThat(list(ada)).extracting(ApiKeyInfo::name).containsExactly("render farm");
    assertThat(list(ada).toString()).doesNotContain(made.key());
    assertThat(made.toString()).doesNotContain(made.key());
  }

  @Test
  void aKeyNeverGetsMoreThanWhoAsksForIt() {
    Caller ada = USERS.personCaller();
    Caller narrow = new Caller(ada.tenant(), ada.subject(), List.of("keys:write"), Instant.MAX);

    assertThat(failure(create(narrow, null, "videos:write")).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(failure(create(ada, null, "owner")).code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(failure(create(ada, null, "everything")).code()).isEqualTo(FailureCode.INVALID);
  }

  @Test
  void aRevokedKeyAndItsTokensOpenNothing() {
    Caller ada = USERS.personCaller();
    Caller eve = USERS.personCaller();
    CreatedKey made = answer(create(ada, null));
    String token =
        answer(USERS.ask(UsersMessages.ISSUE_TOKEN, new IssueToken(made.key()))).accessToken();
    answer(USERS.token(token));

    assertThat(failure(revoke(eve, made.info().prefix())).code()).isEqualTo(FailureCode.NOT_FOUND);
    answer(USERS.key(made.key()));
    answer(revoke(ada, made.info().prefix()));

    assertThat(failure(USERS.key(made.key())).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(failure(USERS.token(token)).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(list(ada).get(0).revokedAt()).isNotNull();
  }

  @Test
  void aServiceAccountHasKeysAndNoMoreThanAServiceMay() {
    Caller ada = USERS.personCaller();
    Caller eve = USERS.personCaller();
    String service =
        answer(
                USERS.as(
                    ada,
                    AccessMessages.CREATE_SERVICE_ACCOUNT,
                    new CreateServiceAccount("render farm")))
            .id();

    CreatedKey made = answer(create(ada, service));

    Caller program = answer(USERS.key(made.key()));
    assertThat(program.subject()).isEqualTo(service);
    assertThat(program.scopes()).containsExactlyInAnyOrder("videos:read", "videos:write");
    assertThat(failure(create(ada, service, "users:write")).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(failure(create(eve, service)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(create(eve, ada.subject())).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(create(ada, ada.subject())).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aServiceKeyIsGoodOnlyWithTheNameOfItsAccount() {
    Caller ada = USERS.personCaller();
    CreateServiceAccount order = new CreateServiceAccount("render farm");
    String service = answer(USERS.as(ada, AccessMessages.CREATE_SERVICE_ACCOUNT, order)).id();
    String key = answer(create(ada, service)).key();
    String persons = answer(create(ada, null)).key();

    assertThat(answer(named(key, "render farm")).subject()).isEqualTo(service);
    for (String wrong : List.of("", "Render Farm", "gateway")) {
      assertThat(failure(named(key, wrong)).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    }
    assertThat(failure(named(persons, "Ada")).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  private static Future<Caller> named(String key, String service) {
    return USERS.ask(
        UsersMessages.AUTHENTICATE, new Authenticate(Authenticate.Kind.API_KEY, key, service));
  }

  @Test
  void aKeyMayEnd() {
    Caller ada = USERS.personCaller();
    Instant end = Instant.now().plusSeconds(30);
    CreateKey order = new CreateKey("short", List.of(), end, null, ada.scopes());

    CreatedKey made = answer(USERS.as(ada, AccessMessages.CREATE_KEY, order));

    assertThat(answer(USERS.key(made.key())).validUntil()).isBefore(end.plusMillis(1));
    CreateKey past =
        new CreateKey("past", List.of(), Instant.now().minusSeconds(1), null, ada.scopes());
    assertThat(
            failure(USERS.as(ada, AccessMessages.CREATE_KEY, past)).violations().get(0).pointer())
        .isEqualTo("/expiresAt");
  }

  @Test
  void whatNoKeyCanBeIsRefusedAndWhatIsSaidTwiceIsKeptOnce() {
    Caller ada = USERS.personCaller();
    CreateKey late = new CreateKey("late", List.of(), Instant.MAX, null, ada.scopes());
    assertThat(
            failure(USERS.as(ada, AccessMessages.CREATE_KEY, late)).violations().get(0).pointer())
        .isEqualTo("/expiresAt");

    List<String> scopes = Collections.nCopies(300, "videos:read");
    CreateKey order = new CreateKey("many", scopes, null, null, ada.scopes());
    assertThat(answer(USERS.as(ada, AccessMessages.CREATE_KEY, order)).info().scopes())
        .containsExactly("videos:read");
  }
}
