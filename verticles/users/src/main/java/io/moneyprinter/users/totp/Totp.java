package io.moneyprinter.users.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes that change with time (RFC 6238 over RFC 4226): HMAC-SHA-1, six digits, steps of
 * thirty seconds, which is what all authenticator apps compute.
 */
public final class Totp {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  /** Clocks may differ by a step either way (RFC 6238 §5.2). */
  private static final int TOLERANCE = 1;

  private final byte[] secret;

  public Totp(byte[] secret) {
    this.secret = secret.clone();
  }

  /** The step that a moment lies in. */
  public static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of a step (RFC 4226 §5.3). */
  public String code(long step) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA1");
      hmac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format("%0" + DIGITS + "d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
    }
  }

  /** The step whose code this is, around a moment; empty for a wrong one. */
  public OptionalLong match(String code, Instant moment) {
    long now = step(moment);
    OptionalLong found = OptionalLong.empty();
    for (long step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
      if (same(code(step), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static boolean same(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** The secret as text, for typing. */
  public String text() {
    return Base32.encode(secret);
  }
}
