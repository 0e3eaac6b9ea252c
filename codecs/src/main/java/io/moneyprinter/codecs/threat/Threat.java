package io.moneyprinter.codecs.threat;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody about whom something is done at present.
 *
 * @param subject {@code address:192.0.2.7}, {@code account:acme/ada@192.0.2.0/24}, {@code
 *     account:acme/ada} or {@code key:abcd1234}
 * @param pattern such as {@code brute-force}, {@code credential-stuffing}, {@code scanner}
 * @param reason for people
 * @param delayMillis how long its requests wait, with {@code SLOW}; else 0
 */
public record Threat(
    String subject,
    String pattern,
    ThreatAct act,
    String reason,
    Instant since,
    Instant until,
    long delayMillis) {
  public Threat {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
  }
}
