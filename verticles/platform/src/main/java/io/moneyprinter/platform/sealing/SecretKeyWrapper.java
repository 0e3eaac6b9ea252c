package io.moneyprinter.platform.sealing;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps with keys of the settings, by AES-256-GCM (NIST SP 800-38D) under a random nonce of 96
 * bits, which is good for 2^32 data keys by one key. A wrapped key is nonce, ciphertext, tag.
 */
public final class SecretKeyWrapper implements KeyWrapper {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String current;
  private final Map<String, SecretKeySpec> keys = new TreeMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param config with keys; nothing is wrapped where its current one is none of them
   */
  public SecretKeyWrapper(EncryptionConfig config) {
    this.current = config.current().orElse("");
    config
        .keys()
        .forEach((id, key) -> keys.put(id, new SecretKeySpec(bytesOf(key.secret()), "AES")));
  }

  /** Reads a secret; one that is not 32 bytes in Base64 is an IllegalArgumentException. */
  static byte[] bytesOf(String secret) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(secret.strip());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "secret takes 32 bytes in Base64: make one with 'openssl rand -base64 32'");
    }
    return bytes;
  }

  @Override
  public String current() {
    return current;
  }

  @Override
  public Set<String> known() {
    return keys.keySet();
  }

  @Override
  public Future<WrappedKey> wrap(byte[] dataKey, String context) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, context).doFinal(dataKey);
      byte[] bytes =
          ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Future.succeededFuture(new WrappedKey(current, bytes));
    } catch (GeneralSecurityException e) {
      return Future.failedFuture(e);
    }
  }

  @Override
  public Future<byte[]> unwrap(WrappedKey wrapped, String context) {
    if (!keys.containsKey(wrapped.keyId())) {
      return refused(
          "Something stored is encrypted by the key '"
              + wrapped.keyId()
              + "', which this node does not have: set storage.encryption.keys."
              + wrapped.keyId()
              + ".secret");
    }
    ByteBuffer bytes = ByteBuffer.wrap(wrapped.bytes());
    byte[] nonce = new byte[NONCE_BYTES];
    try {
      bytes.get(nonce);
      byte[] sealed = new byte[bytes.remaining()];
      bytes.get(sealed);
      return Future.succeededFuture(
          cipher(Cipher.DECRYPT_MODE, wrapped.keyId(), nonce, context).doFinal(sealed));
    } catch (AEADBadTagException | java.nio.BufferUnderflowException e) {
      return refused(
          "The key '"
              + wrapped.keyId()
              + "' does not open what is stored: storage.encryption.keys."
              + wrapped.keyId()
              + ".secret is another one than it was, or the books were changed");
    } catch (GeneralSecurityException e) {
      return Future.failedFuture(e);
    }
  }

  private static Future<byte[]> refused(String text) {
    return Future.failedFuture(new ServiceFailure(FailureCode.RESOURCE, text));
  }

  private Cipher cipher(int mode, String key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((key + '\n' + context).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
