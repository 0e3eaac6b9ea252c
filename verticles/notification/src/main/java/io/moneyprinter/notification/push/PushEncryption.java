package io.moneyprinter.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message so that only the browser can read it, not the push service in between: RFC
 * 8291 (which keys), RFC 8188 (content coding {@code aes128gcm}, here of one record). Safe to use
 * from any thread; not for event loops.
 */
final class PushEncryption {
  /** Of what is sent; push services need take no more (RFC 8291, section 4). */
  private static final int RECORD_BYTES = 4096;

  private static final int SALT_BYTES = 16;
  private static final int HEADER_BYTES = SALT_BYTES + 4 + 1 + P256.POINT_BYTES;
  private static final int TAG_BYTES = 16;

  /** Of a message: the record without header, delimiter and tag. */
  static final int MOST_BYTES = RECORD_BYTES - HEADER_BYTES - 1 - TAG_BYTES;

  /** Marks the last record (RFC 8188, section 2). */
  private static final byte LAST = 2;

  private final SecureRandom random;

  PushEncryption(SecureRandom random) {
    this.random = random;
  }

  /**
   * Encrypts under a key pair and a salt made for this message.
   *
   * @param plain at most {@link #MOST_BYTES}
   * @param receiver the browser's key
   * @param auth the secret of 16 bytes that it shares with us
   */
  byte[] encrypt(byte[] plain, ECPublicKey receiver, byte[] auth) {
    try {
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      return encrypt(plain, receiver, auth, P256.fresh(random), salt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has P-256, HMAC-SHA-256 and AES-GCM", e);
    }
  }

  static byte[] encrypt(byte[] plain, ECPublicKey receiver, byte[] auth, KeyPair own, byte[] salt)
      throws GeneralSecurityException {
    if (plain.length > MOST_BYTES) {
      throw new IllegalArgumentException("A push takes at most " + MOST_BYTES + " bytes");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(receiver, true);
    byte[] ownPoint = P256.bytes((ECPublicKey) own.getPublic());
    byte[] info = concat(text("WebPush: info\0"), P256.bytes(receiver), ownPoint);
    byte[] input = derived(auth, agreement.generateSecret(), info, 32);
    byte[] key = derived(salt, input, text("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = derived(salt, input, text("Content-Encoding: nonce\0"), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(TAG_BYTES * 8, nonce));
    byte[] encrypted = cipher.doFinal(concat(plain, new byte[] {LAST}));
    return ByteBuffer.allocate(HEADER_BYTES + encrypted.length)
        .put(salt)
        .putInt(RECORD_BYTES)
        .put((byte) P256.POINT_BYTES)
        .put(ownPoint)
        .put(encrypted)
        .array();
  }

  /** HKDF with SHA-256 (RFC 5869), of at most one block. */
  static byte[] derived(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] extracted = hmac(salt, input);
    return Arrays.copyOf(hmac(extracted, concat(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }
}
