package io.moneyprinter.storage.cdn;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * Signs addresses of CloudFront by RSA-SHA1, the signature that every distribution takes. With a
 * canned policy the address tells when it expires; with a custom one it brings its policy along,
 * which here binds it to a network address.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html">Signed
 *     URL with a canned policy</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html">Signed
 *     URL with a custom policy</a>
 */
final class CloudFrontSigner {
  private final String keyPairId;
  private final PrivateKey key;

  CloudFrontSigner(String keyPairId, PrivateKey key) {
    this.keyPairId = keyPairId;
    this.key = key;
  }

  /**
   * An address that is good until then.
   *
   * @param address with its query, if it has one
   */
  String canned(String address, Instant until) {
    long expires = until.getEpochSecond();
    String policy =
        "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
            .formatted(address, expires);
    return with(address, "Expires=" + expires, policy);
  }

  /**
   * An address that is good until then, for one caller.
   *
   * @param caller an IPv4 address
   */
  String bound(String address, Instant until, String caller) {
    String policy =
        ("{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d},"
                + "\"IpAddress\":{\"AWS:SourceIp\":\"%s/32\"}}}]}")
            .formatted(address, until.getEpochSecond(), caller);
    return with(address, "Policy=" + encoded(policy.getBytes(StandardCharsets.UTF_8)), policy);
  }

  private String with(String address, String first, String policy) {
    return address
        + (address.indexOf('?') < 0 ? '?' : '&')
        + first
        + "&Signature="
        + encoded(signed(policy))
        + "&Key-Pair-Id="
        + keyPairId;
  }

  private byte[] signed(String policy) {
    try {
      Signature signature = Signature.getInstance("SHA1withRSA");
      signature.initSign(key);
      signature.update(policy.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An RSA key does not sign", e);
    }
  }

  /** Base64 with the three characters replaced that mean something in a query. */
  private static String encoded(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }
}
