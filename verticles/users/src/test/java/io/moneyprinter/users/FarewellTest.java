package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static io.moneyprinter.users.RunningUsers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountDeleted;
import io.moneyprinter.codecs.users.AccountExport;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.CreateKey;
import io.moneyprinter.codecs.users.CreateServiceAccount;
import io.moneyprinter.codecs.users.DeleteAccount;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.ExportAccount;
import io.moneyprinter.codecs.users.ListDepartures;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FarewellTest {
  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  private static Future<?> delete(Caller caller, String password) {
    return USERS.as(caller, AccountMessages.DELETE_ACCOUNT, new DeleteAccount(password));
  }

  @Test
  void whatIsKnownIsGivenOutWithoutSecrets() {
    String email = USERS.person();
    Login login = answer(USERS.logIn(email, PASSWORD));
    Caller ada = answer(USERS.caller(login));
    CreateKey order = new CreateKey("mine", List.of(), null, null, ada.scopes());
    String key = answer(USERS.as(ada, AccessMessages.CREATE_KEY, order)).key();

    AccountExport all = answer(USERS.as(ada, AccountMessages.EXPORT_ACCOUNT, new ExportAccount()));

    assertThat(all.profile().email()).isEqualTo(email);
    assertThat(all.sessions()).hasSize(1);
    assertThat(all.keys()).hasSize(1);
    assertThat(all.quota().tier()).isEqualTo("free");
    assertThat(all.toString()).doesNotContain(key, login.refreshToken(), "argon2");
  }

  @Test
  void whoLeavesLeavesNothing() {
    List<AccountDeleted> heard = new CopyOnWriteArrayList<>();
    answer(
        AccountMessages.ACCOUNT_DELETED
            .subscribe(USERS.node().vertx().eventBus(), heard::add)
            .completion());
    String email = USERS.person();
    Login login = answer(USERS.logIn(email, PASSWORD));
    Caller ada = answer(USERS.caller(login));

    assertThat(failure(delete(ada, "wrong")).violations().get(0).pointer()).isEqualTo("/password");
    answer(delete(ada, PASSWORD));

    assertThat(failure(USERS.caller(login)).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(failure(USERS.logIn(email, PASSWORD)).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    String tenant = "'" + ada.tenant() + "'";
    for (String table : List.of("users", "sessions", "api_keys", "one_time_tokens")) {
      assertThat(USERS.sql("SELECT 1 FROM " + table + " WHERE tenant = " + tenant).size())
          .as(table)
          .isZero();
    }
    assertThat(USERS.sql("SELECT 1 FROM tenants WHERE id = " + tenant).size()).isZero();
    Await.until(
        "others are told",
        Duration.ofSeconds(5),
        () -> heard.contains(new AccountDeleted(ada.tenant(), ada.subject(), true)));
    List<Departure> departures =
        answer(USERS.ask(AccountMessages.DEPARTURES, new ListDepartures(0, 200))).departures();
    assertThat(departures)
        .filteredOn(gone -> gone.tenant().equals(ada.tenant()))
        .singleElement()
        .matches(gone -> gone.subject().equals(ada.subject()) && gone.tenantGone());
    long last = departures.get(departures.size() - 1).number();
    assertThat(
            answer(USERS.ask(AccountMessages.DEPARTURES, new ListDepartures(last, 200)))
                .departures())
        .isEmpty();
  }

  @Test
  void aTenantKeepsSomebodyWhoRulesIt() throws Exception {
    Caller ada = USERS.personCaller();
    answer(USERS.as(ada, AccessMessages.CREATE_SERVICE_ACCOUNT, new CreateServiceAccount("farm")));

    assertThat(failure(delete(ada, PASSWORD)).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(delete(answer(USERS.key(USERS.ownerKey())), null)).code())
        .isEqualTo(FailureCode.CONFLICT);
  }
}
