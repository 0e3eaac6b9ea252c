package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.BeginOpenId;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.ExchangeLogin;
import io.moneyprinter.codecs.users.FinishOpenId;
import io.moneyprinter.codecs.users.GetLoginMethods;
import io.moneyprinter.codecs.users.InviteUser;
import io.moneyprinter.codecs.users.OpenIdReturn;
import io.moneyprinter.codecs.users.OpenIdStart;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenIdTest {
  @RegisterExtension static final RunningUsers USERS = RunningUsers.withIssuer();

  @BeforeEach
  void honest() {
    USERS.issuer().lie(IssuerStub.Lie.NONE);
  }

  private static JsonObject person(String subject, String email) {
    return new JsonObject()
        .put("sub", subject)
        .put("email", email)
        .put("email_verified", true)
        .put("name", "Ada L.");
  }

  private static OpenIdStart begin() {
    return answer(USERS.ask(AccountMessages.BEGIN_OPEN_ID, new BeginOpenId()));
  }

  /** A link back, and the browser it is for. */
  private record Ticket(OpenIdReturn back, String browser) {}

  /** The whole way through the browser, up to the ticket. */
  private static Future<Ticket> logIn(JsonObject person) {
    OpenIdStart start = begin();
    Map<String, String> back = USERS.issuer().logIn(start.url(), person);
    return finish(back, start.browser()).map(link -> new Ticket(link, start.browser()));
  }

  private static Future<OpenIdReturn> finish(Map<String, String> back, String browser) {
    return USERS.ask(
        AccountMessages.FINISH_OPEN_ID,
        new FinishOpenId(back.get("state"), back.get("code"), browser));
  }

  private static String ticket(Ticket ticket) {
    String url = ticket.back().url();
    assertThat(url).startsWith("https://videos.example.org/account#login=");
    return url.substring(url.indexOf('=') + 1);
  }

  private static Caller enter(Ticket ticket) {
    ExchangeLogin exchange = new ExchangeLogin(ticket(ticket), null, ticket.browser());
    Caller caller = answer(USERS.caller(answer(USERS.ask(AccountMessages.EXCHANGE, exchange))));
    assertThat(failure(USERS.ask(AccountMessages.EXCHANGE, exchange)).code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    return caller;
  }

  private static void assertRefused(Future<?> answer) {
    assertThat(failure(answer).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void whomTheIssuerKnowsGetsAnAccountAndComesBackToIt() {
    assertThat(answer(USERS.ask(AccountMessages.LOGIN_METHODS, new GetLoginMethods())).openId())
        .isTrue();

    Caller first = enter(answer(logIn(person("s-1", "ida@example.org"))));
    Caller again = enter(answer(logIn(person("s-1", "moved@example.org"))));

    assertThat(first.tenant()).isEqualTo("local");
    assertThat(first.scopes()).contains("videos:write").doesNotContain("users:write");
    assertThat(again.subject()).isEqualTo(first.subject());
  }

  @Test
  void aConfirmedAddressLeadsToItsAccount() {
    String email = USERS.person();
    Caller byPassword = answer(USERS.caller(answer(USERS.logIn(email, RunningUsers.PASSWORD))));

    Caller byIssuer = enter(answer(logIn(person("s-2", email.toUpperCase()))));

    assertThat(byIssuer.subject()).isEqualTo(byPassword.subject());
    assertThat(byIssuer.tenant()).isEqualTo(byPassword.tenant());
    answer(USERS.logIn(email, RunningUsers.PASSWORD));
  }

  /** Whoever registered an address that is not theirs must not keep a password for it. */
  @Test
  void thePasswordOfAnUnconfirmedAccountIsGone() {
    String email = USERS.newAddress();
    answer(USERS.ask(AccountMessages.REGISTER, new Register(email, "planted password", null)));

    enter(answer(logIn(person("s-3", email))));

    assertRefused(USERS.logIn(email, "planted password"));
  }

  @Test
  void anAddressThatTheIssuerDoesNotAnswerForOpensNothing() {
    String email = USERS.person();

    assertRefused(logIn(person("s-4", email).put("email_verified", false)));
    assertRefused(logIn(new JsonObject().put("sub", "s-5")));
  }

  @ParameterizedTest
  @EnumSource(value = IssuerStub.Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void anIdTokenThatIsNotForThisLoginIsRefused(IssuerStub.Lie lie) {
    USERS.issuer().lie(lie);

    assertRefused(logIn(person("s-6-" + lie, "liar@example.org")));
  }

  /** Else a stranger could have somebody use the stranger's account (login CSRF). */
  @Test
  void theTicketOpensNothingInAnotherBrowser() {
    Ticket ticket = answer(logIn(person("s-8", "una@example.org")));

    for (String browser : Arrays.asList(null, "", "made-up", begin().browser())) {
      ExchangeLogin stolen = new ExchangeLogin(ticket(ticket), null, browser);
      assertRefused(USERS.ask(AccountMessages.EXCHANGE, stolen));
    }
    enter(ticket);
  }

  @Test
  void anInvitationOfAnotherTenantDoesNotCatchWhomTheIssuerKnows() throws Exception {
    String email = USERS.newAddress();
    InviteUser invitation = new InviteUser(email, null, Role.VIEWER);
    answer(USERS.as(USERS.personCaller(), AccessMessages.INVITE, invitation));

    assertThat(enter(answer(logIn(person("s-9", email)))).tenant()).isEqualTo("local");

    String other = USERS.newAddress();
    Caller owner = answer(USERS.key(USERS.ownerKey()));
    Profile invited =
        answer(USERS.as(owner, AccessMessages.INVITE, new InviteUser(other, null, Role.ADMIN)));
    Caller came = enter(answer(logIn(person("s-10", other))));
    assertThat(came.subject()).isEqualTo(invited.id());
    assertThat(came.scopes()).contains("users:write");
  }

  @Test
  void aLoginEndsInTheBrowserThatBeganItAndOnce() {
    JsonObject person = person("s-7", "eda@example.org");
    OpenIdStart start = begin();
    Map<String, String> back = USERS.issuer().logIn(start.url(), person);
    assertRefused(finish(back, begin().browser()));
    assertRefused(finish(back, start.browser())); // the first try has used it up

    OpenIdStart second = begin();
    Map<String, String> good = USERS.issuer().logIn(second.url(), person);
    answer(finish(good, second.browser()));
    assertRefused(finish(good, second.browser()));
    assertRefused(finish(Map.of("state", "made-up", "code", "x"), null));
  }
}
