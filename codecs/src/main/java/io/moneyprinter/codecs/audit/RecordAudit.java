package io.moneyprinter.codecs.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Asks that an action be written into the audit log. Never put a secret into it: what is written
 * stays.
 *
 * @param id any text, best a UUID; the same one twice is written once
 * @param action {@code thing.verb}, see {@link AuditActions}; another form is refused
 * @param tenant whom it concerns; {@code null} for the tenant of the call
 * @param actor who did it or tried to; {@code null} for the subject of the call
 * @param target what it was done to, such as {@code key:abcd1234}; may be {@code null}
 * @param address the network address it came from; {@code null} for inside
 * @param details anything else worth knowing; at most {@value #MOST_DETAILS}
 */
public record RecordAudit(
    String id,
    String action,
    AuditOutcome outcome,
    String tenant,
    String actor,
    String target,
    String address,
    Map<String, String> details) {
  /** Most details of one record. */
  public static final int MOST_DETAILS = 32;

  /** Most characters of any one text; what is longer is cut. */
  public static final int LONGEST = 1_000;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public RecordAudit {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(action, "action");
    id = id == null ? UUID.randomUUID().toString() : cut(id);
    action = cut(action);
    tenant = cut(tenant);
    actor = cut(actor);
    target = cut(target);
    address = cut(address);
    Map<String, String> kept = new TreeMap<>();
    if (details != null) {
      details.forEach((name, value) -> kept.put(cut(name), value == null ? "" : cut(value)));
    }
    if (kept.size() > MOST_DETAILS) {
      throw new IllegalArgumentException("A record has at most " + MOST_DETAILS + " details");
    }
    details = Map.copyOf(kept);
  }

  /** An action of whoever makes the call being handled. */
  public static RecordAudit of(String action, AuditOutcome outcome) {
    return new RecordAudit(null, action, outcome, null, null, null, null, Map.of());
  }

  /** The same of somebody else, for when the call is not yet in anybody's name. */
  public RecordAudit by(String tenant, String actor) {
    return new RecordAudit(id, action, outcome, tenant, actor, target, address, details);
  }

  /** The same done to something, such as {@code key:abcd1234}. */
  public RecordAudit on(String target) {
    return new RecordAudit(id, action, outcome, tenant, actor, target, address, details);
  }

  public RecordAudit from(String address) {
    return new RecordAudit(id, action, outcome, tenant, actor, target, address, details);
  }

  public RecordAudit with(String name, String value) {
    Map<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new RecordAudit(id, action, outcome, tenant, actor, target, address, more);
  }

  /** Nothing that a terminal or a log would take for a command, and no more than anybody reads. */
  private static String cut(String text) {
    if (text == null) {
      return null;
    }
    String clean = CONTROL.matcher(text).replaceAll("?");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }
}
