package io.moneyprinter.users.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Marks hashes (HMAC-SHA-256, RFC 2104) with the newest key, and knows marks of all of them. */
final class AuditKeys {
  private static final String ALGORITHM = "HmacSHA256";

  /**
   * @param keyId which key made it
   */
  record Mark(String keyId, byte[] bytes) {}

  private final Map<String, byte[]> keys = new LinkedHashMap<>();

  /**
   * @param setting one key, or several separated by commas
   */
  AuditKeys(String setting) {
    for (String key : split(setting)) {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      // The id comes of the key by a one-way street, so that it may be shown.
      keys.put(HexFormat.of().formatHex(mac(bytes, "id of the key", new byte[0]), 0, 8), bytes);
    }
  }

  static List<String> split(String setting) {
    return Stream.of(setting.split("[\\s,]+")).filter(key -> !key.isEmpty()).toList();
  }

  /**
   * @param use keeps marks of one use from serving another
   */
  Mark mark(String use, byte[] hash) {
    Map.Entry<String, byte[]> newest = keys.entrySet().iterator().next();
    return new Mark(newest.getKey(), mac(newest.getValue(), use, hash));
  }

  boolean knows(String keyId) {
    return keys.containsKey(keyId);
  }

  /** In a time that does not depend on where the difference is. */
  boolean right(String use, byte[] hash, Mark mark) {
    byte[] key = keys.get(mark.keyId());
    return key != null && MessageDigest.isEqual(mac(key, use, hash), mark.bytes());
  }

  private static byte[] mac(byte[] key, String use, byte[] hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(use.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return mac.doFinal(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }
}
