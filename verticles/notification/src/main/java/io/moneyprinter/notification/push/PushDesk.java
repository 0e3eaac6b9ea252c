package io.moneyprinter.notification.push;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.AddPushSubscription;
import io.moneyprinter.codecs.notification.DeletePushSubscription;
import io.moneyprinter.codecs.notification.ListPushSubscriptions;
import io.moneyprinter.codecs.notification.PushSubscription;
import io.moneyprinter.codecs.notification.PushSubscriptions;
import io.moneyprinter.notification.TargetAddress;
import io.moneyprinter.notification.sealing.Sealer;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where people keep the browsers that are told by web push; everything is the caller's own. */
final class PushDesk {
  /** Browsers of a person. */
  private static final int MOST = 20;

  private static final int LONGEST_ENDPOINT = 2_000;
  private static final int LONGEST_DEVICE = 100;
  private static final int AUTH_BYTES = 16;

  /** What is ended, as the audit log names it. */
  private static final String SESSION = "session:";

  private static final String ALL = "all";

  private final PushStore store;
  private final VapidKeys keys;
  private final TargetAddress addresses;
  private final Sealer sealer;

  PushDesk(PushStore store, VapidKeys keys, TargetAddress addresses, Sealer sealer) {
    this.store = store;
    this.keys = keys;
    this.addresses = addresses;
    this.sealer = sealer;
  }

  Future<PushSubscriptions> list(ListPushSubscriptions wish) {
    CallContext caller = CallContext.currentOrSystem();
    return keys.key()
        .compose(
            key ->
                store
                    .list(caller.tenant(), caller.subject())
                    .map(
                        found ->
                            new PushSubscriptions(
                                key.text(), found.stream().map(PushRow::shown).toList())));
  }

  Future<PushSubscription> add(AddPushSubscription wish) {
    CallContext caller = CallContext.currentOrSystem();
    if (wish.endpoint() == null
        || wish.endpoint().isBlank()
        || wish.endpoint().length() > LONGEST_ENDPOINT) {
      throw ServiceFailure.invalid(
          "/endpoint",
          "must be the endpoint of the browser's subscription, of at most "
              + LONGEST_ENDPOINT
              + " characters");
    }
    if (wish.device() != null && wish.device().length() > LONGEST_DEVICE) {
      throw ServiceFailure.invalid(
          "/device", "must have at most " + LONGEST_DEVICE + " characters");
    }
    byte[] point = bytes("/p256dh", wish.p256dh());
    checkPoint(point);
    byte[] auth = bytes("/auth", wish.auth());
    if (auth.length != AUTH_BYTES) {
      throw ServiceFailure.invalid("/auth", "must be the subscription's secret of 16 bytes");
    }
    String endpoint = wish.endpoint().strip();
    PushRow fresh =
        new PushRow(
            UUID.randomUUID(),
            caller.tenant(),
            caller.subject(),
            endpoint,
            point,
            sealer.seal(auth, PushRow.place(endpoint)),
            wish.device(),
            Instant.EPOCH,
            null,
            wish.session());
    return addresses
        .judged(endpoint)
        .compose(fine -> store.put(fresh, MOST))
        .map(
            kept ->
                kept.orElseThrow(
                        () ->
                            ServiceFailure.conflict(
                                "There are " + MOST + " browsers already; take one away first"))
                    .shown());
  }

  Future<PushSubscription> delete(DeletePushSubscription wish) {
    CallContext caller = CallContext.currentOrSystem();
    return store
        .delete(caller.tenant(), caller.subject(), id(wish.id()))
        .map(gone -> gone.orElseThrow(PushDesk::unknown).shown());
  }

  /**
   * Forgets the browsers that were subscribed in a login that is ended; harmless when done twice.
   */
  Future<?> forget(RecordAudit action) {
    boolean ended =
        action.outcome() == AuditOutcome.SUCCESS
            && action.action().equals(AuditActions.SESSION_REVOKE)
            && action.target() != null
            && action.target().startsWith(SESSION);
    if (!ended) {
      return Future.succeededFuture();
    }
    String session = action.target().substring(SESSION.length());
    return store.end(action.tenant(), action.actor(), session.equals(ALL) ? null : session);
  }

  private static void checkPoint(byte[] point) {
    try {
      P256.publicKey(point);
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid(
          "/p256dh", "must be the key p256dh of the browser's subscription: " + e.getMessage());
    }
  }

  /** Browsers write it with and without padding. */
  private static byte[] bytes(String pointer, String text) {
    try {
      if (text != null) {
        return Base64.getUrlDecoder().decode(text.strip());
      }
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid(pointer, "must be Base64url: " + e.getMessage());
    }
    throw ServiceFailure.invalid(pointer, "must be there, in Base64url, as the browser gave it");
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ServiceFailure unknown() {
    return ServiceFailure.notFound("You have no such browser; the list shows those you have");
  }
}
