package io.moneyprinter.notification;

import io.moneyprinter.testsupport.ProviderStub;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The other end of web push: a browser's keys, and what it and its push service do with a message
 * (RFC 8188, section 2; RFC 8291, section 3.4; RFC 8292, section 2). Written from the standards, of
 * nothing that sends.
 */
final class PushBrowser {
  /** What stands before the 65 bytes of a point of P-256 in X.509 (RFC 5480). */
  private static final byte[] X509 =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

  private final KeyPair keys;
  private final byte[] auth = new byte[16];

  PushBrowser() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(auth);
  }

  String p256dh() {
    return text(point());
  }

  String auth() {
    return text(auth);
  }

  private byte[] point() {
    byte[] encoded = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length);
  }

  JsonObject read(ProviderStub.Asked message) throws GeneralSecurityException {
    ByteBuffer body = ByteBuffer.wrap(message.body().getBytes());
    byte[] salt = take(body, 16);
    int record = body.getInt();
    byte[] sender = take(body, body.get());
    byte[] encrypted = take(body, body.remaining());
    if (encrypted.length > record) {
      throw new AssertionError("More than one record");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(key(sender), true);
    byte[] input =
        hkdf(
            auth,
            agreement.generateSecret(),
            join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender),
            32);
    byte[] key = hkdf(salt, input, ascii("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = hkdf(salt, input, ascii("Content-Encoding: nonce\0"), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] plain = cipher.doFinal(encrypted);
    if (plain[plain.length - 1] != 2) {
      throw new AssertionError("Not the last record");
    }
    return new JsonObject(new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8));
  }

  /** The claims of who sends, once their signature is proved by the key that we subscribed with. */
  static JsonObject claims(ProviderStub.Asked message, String publicKey)
      throws GeneralSecurityException {
    String header = message.headers().get("authorization");
    String token = header.substring("vapid t=".length(), header.indexOf(", k="));
    if (!header.endsWith(", k=" + publicKey)) {
      throw new AssertionError("Signed by another key: " + header);
    }
    int end = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key(bytes(publicKey)));
    signature.update(ascii(token.substring(0, end)));
    if (!signature.verify(bytes(token.substring(end + 1)))) {
      throw new AssertionError("The signature is wrong");
    }
    String[] parts = token.split("\\.");
    if (!"ES256".equals(new JsonObject(new String(bytes(parts[0]))).getString("alg"))) {
      throw new AssertionError("Not ES256");
    }
    return new JsonObject(new String(bytes(parts[1]), StandardCharsets.UTF_8));
  }

  private static ECPublicKey key(byte[] point) throws GeneralSecurityException {
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(join(X509, point)));
  }

  private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(hmac(hmac(salt, input), join(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] take(ByteBuffer from, int count) {
    byte[] bytes = new byte[count];
    from.get(bytes);
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
