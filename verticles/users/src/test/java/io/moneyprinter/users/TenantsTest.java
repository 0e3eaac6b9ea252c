package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.CheckQuota;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.GetQuota;
import io.moneyprinter.codecs.users.InviteUser;
import io.moneyprinter.codecs.users.ListDepartures;
import io.moneyprinter.codecs.users.ListUsers;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.codecs.users.RemoveUser;
import io.moneyprinter.codecs.users.RequestSetupLink;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.codecs.users.SetPassword;
import io.moneyprinter.codecs.users.SetRole;
import io.moneyprinter.codecs.users.SetTier;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TenantsTest {
  @RegisterExtension static final RunningUsers USERS = new RunningUsers();

  private static void assertRefused(Future<?> answer) {
    assertThat(failure(answer).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  /** Somebody whom {@code admin} let in, logged in. */
  private static Login member(Caller admin, Role role) {
    String email = USERS.newAddress();
    answer(USERS.as(admin, AccessMessages.INVITE, new InviteUser(email, null, role)));
    setPassword(USERS.post().letterTo(email, 1).secret(), null);
    return answer(USERS.logIn(email, RunningUsers.PASSWORD));
  }

  private static void setPassword(String token, String email) {
    answer(
        USERS.ask(
            AccountMessages.SET_PASSWORD,
            new SetPassword(token, RunningUsers.PASSWORD, email, null)));
  }

  private static Future<Profile> setRole(Caller actor, Caller whose, Role role) {
    return USERS.as(actor, AccessMessages.SET_ROLE, new SetRole(whose.subject(), role));
  }

  @Test
  void eachRoleMayWhatTheOneBeforeMay() {
    assertThat(Role.OPERATOR.covers(Role.ADMIN)).isTrue();
    assertThat(Role.ADMIN.covers(Role.CREATOR)).isTrue();
    assertThat(Role.CREATOR.covers(Role.VIEWER)).isTrue();
    assertThat(Role.ADMIN.covers(Role.SERVICE)).isTrue();
    assertThat(Role.VIEWER.covers(Role.CREATOR)).isFalse();
    assertThat(Role.SERVICE.covers(Role.VIEWER)).isFalse();
    assertThat(Role.ADMIN.scopes()).doesNotContain("owner");
    assertThat(Role.VIEWER.limit(java.util.List.of("owner", "videos:write")))
        .containsExactlyElementsOf(Role.VIEWER.scopes());
  }

  @Test
  void whoIsInvitedMayWhatTheRoleSays() {
    Caller admin = USERS.personCaller();

    Caller viewer = answer(USERS.caller(member(admin, Role.VIEWER)));

    assertThat(viewer.tenant()).isEqualTo(admin.tenant());
    assertThat(viewer.scopes()).contains("videos:read").doesNotContain("videos:write");
    assertThat(answer(USERS.as(admin, AccessMessages.LIST_USERS, new ListUsers(50, null))).users())
        .extracting(Profile::id)
        .containsExactlyInAnyOrder(admin.subject(), viewer.subject());
  }

  @Test
  void aChangedRoleHoldsAtOnce() {
    Caller admin = USERS.personCaller();
    Login login = member(admin, Role.CREATOR);
    Caller creator = answer(USERS.caller(login));

    answer(setRole(admin, creator, Role.VIEWER));

    assertRefused(USERS.caller(login));
    assertRefused(USERS.renew(login.refreshToken()));
  }

  @Test
  void nobodyGivesMoreThanTheirOwnNorChangesThemselves() {
    Caller admin = USERS.personCaller();
    Caller creator = answer(USERS.caller(member(admin, Role.CREATOR)));

    assertThat(failure(setRole(admin, creator, Role.OPERATOR)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(failure(setRole(admin, admin, Role.VIEWER)).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(setRole(creator, admin, Role.VIEWER)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(failure(setRole(admin, creator, Role.SERVICE)).code())
        .isEqualTo(FailureCode.INVALID);
    InviteUser operator = new InviteUser(USERS.newAddress(), null, Role.OPERATOR);
    assertThat(failure(USERS.as(admin, AccessMessages.INVITE, operator)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
  }

  /** Else a key for people alone would be one for all, by way of an account made with it. */
  @Test
  void aKeyGivesNoRoleThatMayMoreThanTheKey() {
    Caller admin = USERS.personCaller();
    Login viewer = member(admin, Role.VIEWER);
    String subject = answer(USERS.caller(viewer)).subject();
    List<String> people = List.of("users:read", "users:write");
    List<String> viewers = new ArrayList<>(Role.VIEWER.scopes());
    viewers.addAll(people);
    InviteUser another = new InviteUser(USERS.newAddress(), null, Role.ADMIN, people);
    InviteUser harmless = new InviteUser(USERS.newAddress(), null, Role.VIEWER, viewers);

    assertThat(failure(USERS.as(admin, AccessMessages.INVITE, another)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    SetRole raise = new SetRole(subject, Role.ADMIN, viewers);
    assertThat(failure(USERS.as(admin, AccessMessages.SET_ROLE, raise)).code())
        .isEqualTo(FailureCode.FORBIDDEN);
    answer(USERS.as(admin, AccessMessages.INVITE, harmless));
    SetRole whole = new SetRole(subject, Role.CREATOR, admin.scopes());
    answer(USERS.as(admin, AccessMessages.SET_ROLE, whole));
  }

  @Test
  void thePeopleOfAnotherTenantAreNotThere() {
    Caller mine = USERS.personCaller();
    Caller theirs = USERS.personCaller();

    assertThat(failure(setRole(mine, theirs, Role.VIEWER)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            failure(USERS.as(mine, AccessMessages.REMOVE_USER, new RemoveUser(theirs.subject())))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(answer(USERS.as(mine, AccessMessages.LIST_USERS, new ListUsers(50, null))).users())
        .extracting(Profile::tenant)
        .containsOnly(mine.tenant());
  }

  @Test
  void whoIsRemovedIsOutAtOnce() {
    Caller admin = USERS.personCaller();
    Login login = member(admin, Role.CREATOR);
    String id = answer(USERS.caller(login)).subject();

    answer(USERS.as(admin, AccessMessages.REMOVE_USER, new RemoveUser(id)));

    assertRefused(USERS.caller(login));
    assertRefused(USERS.renew(login.refreshToken()));
    List<Departure> departures =
        answer(USERS.ask(AccountMessages.DEPARTURES, new ListDepartures(0, 200))).departures();
    assertThat(departures)
        .filteredOn(gone -> gone.subject().equals(id))
        .singleElement()
        .matches(gone -> gone.removed() && !gone.tenantGone());
  }

  @Test
  void theOwnerOfTheMachineNeedsNoLoginUntilTheFirstAccountIsMade() throws Exception {
    Caller owner = answer(USERS.localOwner());
    assertThat(owner.may(Permission.OWNER)).isTrue();
    String old = link(answer(USERS.ask(AccessMessages.SETUP_LINK, new RequestSetupLink())).url());
    String url = answer(USERS.ask(AccessMessages.SETUP_LINK, new RequestSetupLink())).url();
    assertThat(url).startsWith("https://videos.example.org/account#setup=");
    assertThat(
            failure(
                    USERS.ask(
                        AccountMessages.SET_PASSWORD,
                        new SetPassword(old, RunningUsers.PASSWORD, "o@example.org", null)))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);

    setPassword(link(url), "owner@example.org");

    assertRefused(USERS.localOwner());
    Caller operator =
        answer(USERS.caller(answer(USERS.logIn("owner@example.org", RunningUsers.PASSWORD))));
    assertThat(operator.tenant()).isEqualTo("local");
    assertThat(operator.subject()).isEqualTo("owner");
    assertThat(operator.may(Permission.OWNER)).isTrue();
    assertThat(answer(USERS.key(USERS.ownerKey())).may(Permission.OWNER)).isTrue();
    assertThat(failure(USERS.ask(AccessMessages.SETUP_LINK, new RequestSetupLink())).code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  private static String link(String url) {
    return url.substring(url.indexOf('=') + 1);
  }

  @Test
  void whatIsOrderedCountsAndWhatFailsDoesNot() {
    Caller me = USERS.personCaller();
    answer(USERS.ask(AccessMessages.SET_TIER, new SetTier(me.tenant(), "tiny")));
    String first = order(me);
    order(me);
    awaitUsed(me, 2);

    assertThat(failure(check(me)).code()).isEqualTo(FailureCode.QUOTA);
    tell(me, first, 2, JobEvent.Type.JOB_FAILED);
    awaitUsed(me, 1);
    answer(check(me));
    tell(me, first, 1, JobEvent.Type.JOB_CREATED); // late, and known
    tell(me, first, 3, JobEvent.Type.JOB_RESUMED);
    awaitUsed(me, 2);

    Quota quota = quota(me);
    assertThat(quota.tier()).isEqualTo("tiny");
    assertThat(quota.videosPerMonth()).isEqualTo(2);
    assertThat(quota.resetsAt()).isAfter(Instant.now());
    assertThat(failure(USERS.ask(AccessMessages.SET_TIER, new SetTier(me.tenant(), "x"))).code())
        .isEqualTo(FailureCode.INVALID);
  }

  private static Future<?> check(Caller caller) {
    return USERS.as(caller, AccessMessages.CHECK_QUOTA, new CheckQuota(1));
  }

  private static Quota quota(Caller caller) {
    return answer(USERS.as(caller, AccessMessages.QUOTA, new GetQuota()));
  }

  @Test
  void ofOrdersAtOnceNoMorePassThanAreLeftAndWhatWasCalledOffCountsAgainWhenItGoesOn() {
    Caller ada = USERS.personCaller();
    List<Future<Boolean>> orders =
        IntStream.range(0, 40)
            .mapToObj(i -> hold(ada, "job-" + i).map(true).otherwise(false))
            .toList();
    answer(Future.all(orders));
    assertThat(orders.stream().filter(Future::result).count()).isEqualTo(30);
    awaitUsed(ada, 30);
    int one = IntStream.range(0, 40).filter(i -> orders.get(i).result()).findFirst().orElseThrow();
    int other =
        IntStream.range(0, 40).filter(i -> !orders.get(i).result()).findFirst().orElseThrow();

    answer(hold(ada, "job-" + one)); // asked twice, counted once
    tell(ada, "job-" + one, 1, JobEvent.Type.JOB_CREATED);
    tell(ada, "job-" + one, 2, JobEvent.Type.JOB_CANCELLED);
    awaitUsed(ada, 29);
    answer(hold(ada, "job-" + other));
    assertThat(failure(hold(ada, "job-" + one)).code()).isEqualTo(FailureCode.QUOTA);
    tell(ada, "job-" + other, 1, JobEvent.Type.JOB_CANCELLED);
    awaitUsed(ada, 29);
    answer(hold(ada, "job-" + one));
    tell(ada, "job-" + one, 3, JobEvent.Type.JOB_RESUMED);
    awaitUsed(ada, 30);

    USERS.sql("UPDATE video_uses SET held_until = now() WHERE tenant = '" + ada.tenant() + "'");
    awaitUsed(ada, 1); // the orders that nothing came of
  }

  private static Future<?> hold(Caller caller, String job) {
    return USERS.as(caller, AccessMessages.CHECK_QUOTA, CheckQuota.holding(job));
  }

  private static void awaitUsed(Caller caller, int videos) {
    Await.until(
        videos + " are counted",
        Duration.ofSeconds(10),
        () -> quota(caller).videosUsed() == videos);
  }

  private static String order(Caller caller) {
    String id = UUID.randomUUID().toString();
    tell(caller, id, 1, JobEvent.Type.JOB_CREATED);
    return id;
  }

  private static void tell(Caller caller, String job, long sequence, JobEvent.Type type) {
    OrchestrationMessages.JOB_EVENTS.publish(
        USERS.node().vertx().eventBus(),
        new JobEvent(
            job,
            caller.tenant(),
            sequence,
            Instant.now(),
            type,
            JobState.RUNNING,
            null,
            null,
            0,
            "test"));
  }
}
