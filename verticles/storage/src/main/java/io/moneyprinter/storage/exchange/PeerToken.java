package io.moneyprinter.storage.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a node shows to be given one file: HMAC-SHA256 (RFC 2104) of the cluster's secret over the
 * key and a time. Who overhears it can fetch that one file until then, and learns nothing of the
 * secret.
 */
final class PeerToken {
  private static final String HMAC = "HmacSHA256";
  private static final String SCHEME = "Moneyprinter ";
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Optional<SecretKeySpec> secret;
  private final Clock clock;

  /**
   * @param secret empty where the cluster has none, and everybody is let in
   */
  PeerToken(Optional<String> secret, Clock clock) {
    this.secret =
        secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), HMAC));
    this.clock = clock;
  }

  /** Value of the header {@code Authorization} for one file; empty where none is needed. */
  Optional<String> show(String key) {
    long until = clock.instant().plus(LIFE).getEpochSecond();
    return secret.map(known -> SCHEME + until + ":" + mac(known, key, until));
  }

  /** Whether what was shown is good for this file now. */
  boolean accepts(String key, String shown) {
    if (secret.isEmpty()) {
      return true;
    }
    if (shown == null || !shown.matches(SCHEME + "[0-9]{1,12}:[0-9a-f]{64}")) {
      return false;
    }
    String[] parts = shown.substring(SCHEME.length()).split(":");
    long until = Long.parseLong(parts[0]);
    Instant now = clock.instant();
    boolean inTime =
        until >= now.getEpochSecond() && until <= now.plus(LIFE.multipliedBy(2)).getEpochSecond();
    byte[] right = mac(secret.get(), key, until).getBytes(StandardCharsets.US_ASCII);
    return inTime && MessageDigest.isEqual(right, parts[1].getBytes(StandardCharsets.US_ASCII));
  }

  private static String mac(SecretKeySpec secret, String key, long until) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      byte[] text = ("GET blob " + key + " " + until).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows " + HMAC, e);
    }
  }
}
