package io.moneyprinter.notification.sealing;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts small secrets by AES-256-GCM (NIST SP 800-38D) under a random nonce of 96 bits, and
 * marks texts by HMAC-SHA-256 (RFC 2104) under a key derived for that use. What is sealed is nonce,
 * ciphertext, tag. Safe to use from any thread.
 */
public final class Sealer {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  /**
   * @param secret 32 bytes in Base64; anything else is an IllegalArgumentException
   */
  public Sealer(String secret, SecureRandom random) {
    this.key = new SecretKeySpec(bytesOf(secret), "AES");
    this.random = random;
  }

  static byte[] bytesOf(String secret) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(secret.strip());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "notification.secret-key takes 32 bytes in Base64: make one with 'openssl rand -base64"
              + " 32'");
    }
    return bytes;
  }

  /**
   * Seals bytes for one place; they open at no other.
   *
   * @param place what they are, such as {@code webhook:} and its id
   */
  public byte[] seal(byte[] plain, String place) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /** Opens what was sealed for a place; {@code RESOURCE} where the key is another one. */
  public byte[] open(byte[] sealed, String place) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      byte[] nonce = new byte[NONCE_BYTES];
      bytes.get(nonce);
      byte[] rest = new byte[bytes.remaining()];
      bytes.get(rest);
      return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(rest);
    } catch (AEADBadTagException | BufferUnderflowException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "A stored secret does not open: notification.secret-key is another one than it was, or"
              + " this node has another notification-key file than the one that sealed it. Give"
              + " all nodes the same key, or make the secret anew");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /** A mark by which a text is known as ours. */
  public String mark(String use, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      byte[] derived = mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(derived, "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  /** In a time that does not depend on where the difference is. */
  public boolean marked(String use, String text, String mark) {
    return MessageDigest.isEqual(
        mark(use, text).getBytes(StandardCharsets.US_ASCII), mark.getBytes(StandardCharsets.UTF_8));
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
