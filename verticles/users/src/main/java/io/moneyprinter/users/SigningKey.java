package io.moneyprinter.users;

import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.ext.auth.PubSecKeyOptions;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A pair of RSA keys that tokens are signed and verified with.
 *
 * @param kid its name in tokens: the beginning of the public half's SHA-256
 * @param privateKey PKCS #8
 * @param publicKey X.509
 * @param signsFrom published before, it signs no token before this moment
 */
record SigningKey(
    String kid, byte[] privateKey, byte[] publicKey, Instant createdAt, Instant signsFrom) {
  static final String ALGORITHM = "RS256";
  private static final int BITS = 2048;
  private static final int KID_BYTES = 12;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Encoder PEM =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /** Takes a few hundred milliseconds of computing. */
  static SigningKey generate(Instant now, Instant signsFrom) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    KeyPair pair = generator.generateKeyPair();
    byte[] open = pair.getPublic().getEncoded();
    byte[] hash = Sha256.of(open);
    String kid = URL.encodeToString(java.util.Arrays.copyOf(hash, KID_BYTES));
    return new SigningKey(kid, pair.getPrivate().getEncoded(), open, now, signsFrom);
  }

  PubSecKeyOptions signer() {
    return pem("PRIVATE KEY", privateKey);
  }

  PubSecKeyOptions verifier() {
    return pem("PUBLIC KEY", publicKey);
  }

  private PubSecKeyOptions pem(String label, byte[] key) {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, PEM.encodeToString(key), label);
    return new PubSecKeyOptions().setAlgorithm(ALGORITHM).setId(kid).setBuffer(text);
  }

  /** The public half as others read it (RFC 7518 §6.3.1). */
  KeySet.Key published() throws GeneralSecurityException {
    RSAPublicKey rsa =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
    return new KeySet.Key(
        kid, "RSA", ALGORITHM, "sig", number(rsa.getModulus()), number(rsa.getPublicExponent()));
  }

  /** Big-endian without the sign byte. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return URL.encodeToString(
        bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  /** Never shows the private half. */
  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }
}
