package io.moneyprinter.storage.links;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links by HMAC-SHA256 (RFC 2104, FIPS 198-1) and checks signatures, in a time that tells
 * nothing of them. A signature is the key's id, a dot, and the code in Base64 for URLs (RFC 4648
 * section 5).
 */
public final class LinkSigner {
  private static final String HMAC = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String current;
  private final Map<String, SecretKeySpec> keys = new HashMap<>();

  /**
   * @param current the key that signs, one of {@code secrets}
   * @param secrets of all keys whose signatures count, by their ids
   */
  LinkSigner(String current, Map<String, byte[]> secrets) {
    this.current = current;
    secrets.forEach((id, secret) -> keys.put(id, new SecretKeySpec(secret, HMAC)));
  }

  String sign(LinkClaims claims) {
    return current + "." + code(current, claims);
  }

  /** Whether the signature is that of a known key over just these claims. */
  boolean accepts(LinkClaims claims, String signature) {
    int dot = signature.indexOf('.');
    String key = dot < 0 ? "" : signature.substring(0, dot);
    if (!keys.containsKey(key)) {
      return false;
    }
    byte[] right = code(key, claims).getBytes(StandardCharsets.US_ASCII);
    byte[] shown = signature.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, shown);
  }

  private String code(String key, LinkClaims claims) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(keys.get(key));
      return ENCODER.encodeToString(mac.doFinal(claims.text(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows " + HMAC, e);
    }
  }
}
