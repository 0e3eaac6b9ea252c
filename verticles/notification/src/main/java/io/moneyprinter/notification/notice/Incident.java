package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoticeKind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened in a tenant.
 *
 * @param key the same however often it is told
 * @param subject whom it concerns; {@code null} for those who rule the tenant
 */
public record Incident(
    String key,
    String tenant,
    NoticeKind kind,
    String subject,
    Instant at,
    Map<String, String> data) {
  public Incident {
    data = Map.copyOf(data);
  }

  Incident concerning(String person) {
    return new Incident(key, tenant, kind, person, at, data);
  }

  Incident with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(data);
    more.put(name, String.valueOf(value));
    return new Incident(key, tenant, kind, subject, at, more);
  }

  /** Asks other services about it, as nobody in particular. */
  CallContext caller() {
    return CallContext.system(tenant);
  }
}
