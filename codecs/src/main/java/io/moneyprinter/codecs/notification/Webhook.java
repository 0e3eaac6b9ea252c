package io.moneyprinter.codecs.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An address of the tenant's that is told by HTTP what happens.
 *
 * @param kinds of which it is told; empty for all that webhooks may be told of
 * @param enabled whether anything is sent there
 * @param disabledReason why the service switched it off; {@code null} when it did not
 * @param failingSince when deliveries began to fail, one after the other; {@code null} when the
 *     latest arrived
 * @param oldSecretUntil until when messages are signed by the secret before the present one as
 *     well; {@code null} when they are not
 */
public record Webhook(
    String id,
    String tenant,
    String url,
    String description,
    List<NoticeKind> kinds,
    boolean enabled,
    String disabledReason,
    Instant failingSince,
    Instant oldSecretUntil,
    Instant createdAt) {
  public Webhook {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(url, "url");
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
  }
}
