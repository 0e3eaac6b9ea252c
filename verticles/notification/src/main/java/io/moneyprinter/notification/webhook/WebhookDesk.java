package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.CreateWebhook;
import io.moneyprinter.codecs.notification.DeleteWebhook;
import io.moneyprinter.codecs.notification.EditWebhook;
import io.moneyprinter.codecs.notification.GetWebhook;
import io.moneyprinter.codecs.notification.ListWebhooks;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.RotateWebhook;
import io.moneyprinter.codecs.notification.Webhook;
import io.moneyprinter.codecs.notification.WebhookList;
import io.moneyprinter.codecs.notification.WebhookSecret;
import io.moneyprinter.notification.TargetAddress;
import io.moneyprinter.notification.sealing.Sealer;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where tenants keep their webhooks. */
final class WebhookDesk {
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final int USUAL_OVERLAP = 24;
  private static final int LONGEST_OVERLAP = 168;

  private final WebhookStore store;
  private final TargetAddress addresses;
  private final Sealer sealer;
  private final SecureRandom random;
  private final int most;
  private final Clock clock;

  /**
   * @param most webhooks of a tenant
   */
  WebhookDesk(
      WebhookStore store,
      TargetAddress addresses,
      Sealer sealer,
      SecureRandom random,
      int most,
      Clock clock) {
    this.store = store;
    this.addresses = addresses;
    this.sealer = sealer;
    this.random = random;
    this.most = most;
    this.clock = clock;
  }

  Future<WebhookSecret> create(CreateWebhook wish) {
    CallContext caller = CallContext.currentOrSystem();
    if (wish.url() == null || wish.url().isBlank()) {
      throw ServiceFailure.invalid("/url", "must be the address that is to be told");
    }
    check(wish.url(), wish.description(), wish.kinds());
    SigningSecret secret = SigningSecret.fresh(random);
    UUID id = UUID.randomUUID();
    WebhookRow fresh =
        new WebhookRow(
            id,
            caller.tenant(),
            caller.subject(),
            wish.url().strip(),
            wish.description(),
            wish.kinds(),
            sealer.seal(secret.bytes(), WebhookRow.place(id)),
            null,
            null,
            true,
            null,
            null,
            Instant.EPOCH);
    return addresses
        .judged(wish.url())
        .compose(fine -> store.insert(fresh, most))
        .map(
            kept -> {
              if (kept.isEmpty()) {
                throw ServiceFailure.conflict(
                    "There are " + most + " webhooks already; take one away first");
              }
              return new WebhookSecret(kept.get().shown(clock.instant()), secret.text());
            });
  }

  Future<Webhook> get(GetWebhook wish) {
    return row(wish.id()).map(this::shown);
  }

  Future<WebhookList> list(ListWebhooks wish) {
    return store
        .list(CallContext.currentOrSystem().tenant())
        .map(found -> new WebhookList(found.stream().map(this::shown).toList()));
  }

  Future<Webhook> edit(EditWebhook wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    check(wish.url(), wish.description(), wish.kinds() == null ? List.of() : wish.kinds());
    Future<?> fine = wish.url() == null ? Future.succeededFuture() : addresses.judged(wish.url());
    return fine.compose(judged -> store.edit(tenant, id(wish.id()), wish))
        .map(found -> shown(found.orElseThrow(WebhookDesk::unknown)));
  }

  Future<Webhook> delete(DeleteWebhook wish) {
    return store
        .delete(CallContext.currentOrSystem().tenant(), id(wish.id()))
        .map(gone -> shown(gone.orElseThrow(WebhookDesk::unknown)));
  }

  Future<WebhookSecret> rotate(RotateWebhook wish) {
    int hours = wish.overlapHours() == null ? USUAL_OVERLAP : wish.overlapHours();
    if (hours < 0 || hours > LONGEST_OVERLAP) {
      throw ServiceFailure.invalid("/overlapHours", "must be 0 to " + LONGEST_OVERLAP);
    }
    UUID id = id(wish.id());
    SigningSecret secret = SigningSecret.fresh(random);
    return store
        .rotate(
            CallContext.currentOrSystem().tenant(),
            id,
            sealer.seal(secret.bytes(), WebhookRow.place(id)),
            Duration.ofHours(hours))
        .map(
            found ->
                new WebhookSecret(shown(found.orElseThrow(WebhookDesk::unknown)), secret.text()));
  }

  /** A webhook of the caller's tenant; {@code NOT_FOUND} for others. */
  Future<WebhookRow> row(String id) {
    return store
        .get(CallContext.currentOrSystem().tenant(), id(id))
        .map(found -> found.orElseThrow(WebhookDesk::unknown));
  }

  private Webhook shown(WebhookRow row) {
    return row.shown(clock.instant());
  }

  private static void check(String url, String description, List<NoticeKind> kinds) {
    if (url != null && url.length() > LONGEST_URL) {
      throw ServiceFailure.invalid("/url", "has more than " + LONGEST_URL + " characters");
    }
    if (description != null
        && (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0)) {
      throw ServiceFailure.invalid(
          "/description", "must be at most " + LONGEST_DESCRIPTION + " characters");
    }
    Optional<NoticeKind> personal = kinds.stream().filter(kind -> !kind.forWebhooks()).findFirst();
    if (personal.isPresent()) {
      throw ServiceFailure.invalid(
          "/kinds", personal.get() + " concerns one person's account; webhooks are not told of it");
    }
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ServiceFailure unknown() {
    return ServiceFailure.notFound("There is no such webhook");
  }
}
