package io.moneyprinter.codecs.notification;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Tells of something that happened in the caller's tenant.
 *
 * @param key what happened, the same however often it is told; nobody is told twice of one key
 * @param subject whom it concerns; {@code null} for those who rule the tenant
 * @param data what the texts of the kind name, and what programs want to know
 */
public record RaiseNotice(
    String key, NoticeKind kind, String subject, Instant at, Map<String, String> data) {
  public RaiseNotice {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    data = data == null ? Map.of() : Map.copyOf(data);
  }
}
