package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.GetProfile;
import io.moneyprinter.codecs.users.ListUsers;
import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.codecs.users.Profile;
import io.moneyprinter.codecs.users.Role;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds who is to be told. What a program or nobody in particular ordered is told to those who rule
 * the tenant; on one machine without a login that is its owner.
 */
public final class Receivers {
  private static final int PAGE = 200;

  private final EventBus bus;
  private final Optional<String> ownerAddress;

  /**
   * @param ownerAddress for the person of the local tenant that has no address of its own
   */
  public Receivers(EventBus bus, Optional<String> ownerAddress) {
    this.bus = bus;
    this.ownerAddress = ownerAddress;
  }

  Future<List<Receiver>> of(Incident incident) {
    if (incident.kind() == NoticeKind.SECURITY_THREAT) {
      return rulers(CallContext.LOCAL_TENANT, Permission.OWNER, null, new ArrayList<>());
    }
    Future<Optional<Receiver>> person =
        incident.subject() == null || incident.subject().equals(CallContext.SYSTEM)
            ? Future.succeededFuture(Optional.empty())
            : person(incident.tenant(), incident.subject());
    return person.compose(
        found ->
            found.isPresent()
                ? Future.succeededFuture(List.of(found.get()))
                : rulers(incident.tenant(), Permission.USERS_WRITE, null, new ArrayList<>()));
  }

  /** A person by id; empty for a program and for whom there is not. */
  public Future<Optional<Receiver>> person(String tenant, String subject) {
    return AccountMessages.PROFILE
        .ask(
            bus,
            new GetProfile(),
            new CallContext(CallContext.system(tenant).correlationId(), tenant, subject, null))
        .map(
            profile ->
                profile.role() == Role.SERVICE
                    ? Optional.<Receiver>empty()
                    : Optional.of(receiver(profile)))
        .recover(
            cause ->
                cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(cause));
  }

  private Future<List<Receiver>> rulers(
      String tenant, Permission needed, String after, List<Receiver> found) {
    return AccessMessages.LIST_USERS
        .ask(bus, new ListUsers(PAGE, after), CallContext.system(tenant))
        .compose(
            page -> {
              page.users().stream()
                  .filter(user -> user.role() != Role.SERVICE && user.role().may(needed))
                  .map(this::receiver)
                  .forEach(found::add);
              return page.more() && !page.users().isEmpty()
                  ? rulers(tenant, needed, page.users().get(page.users().size() - 1).id(), found)
                  : Future.succeededFuture(List.copyOf(found));
            });
  }

  private Receiver receiver(Profile profile) {
    Optional<String> own =
        profile.emailVerified() ? Optional.ofNullable(profile.email()) : Optional.empty();
    boolean local =
        profile.tenant().equals(CallContext.LOCAL_TENANT) && profile.role().may(Permission.OWNER);
    return new Receiver(profile.tenant(), profile.id(), own.or(() -> local ? ownerAddress : own));
  }
}
