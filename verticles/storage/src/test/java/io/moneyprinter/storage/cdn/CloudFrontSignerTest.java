package io.moneyprinter.storage.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Signed addresses, taken apart as CloudFront does: the policy is made anew of the address, or read
 * from it, and the signature checked by the public key. The forms are those of the examples in
 * CloudFront's developer guide.
 */
class CloudFrontSignerTest {
  private static final String IMAGE = "https://d111111abcdef8.cloudfront.net/image.jpg";
  private static final Instant UNTIL = Instant.ofEpochSecond(1_767_290_400);
  private static final KeyPair KEYS = keys();

  private final CloudFrontSigner signer =
      new CloudFrontSigner("K2JCJMDEHXQW5F", RsaKey.of(pem(KEYS.getPrivate().getEncoded(), "")));

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(byte[] bytes, String kind) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN "
        + kind
        + "PRIVATE KEY-----\n"
        + text
        + "\n-----END "
        + kind
        + "PRIVATE KEY-----\n";
  }

  private static Map<String, String> parameters(String address) {
    return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
  }

  private static boolean verified(String policy, String signature) throws Exception {
    Signature check = Signature.getInstance("SHA1withRSA");
    check.initVerify(KEYS.getPublic());
    check.update(policy.getBytes(StandardCharsets.UTF_8));
    return check.verify(decoded(signature));
  }

  @Test
  void aCannedPolicyIsMadeOfAddressAndTime() throws Exception {
    String address = signer.canned(IMAGE + "?color=red&size=medium", UNTIL);

    assertThat(address)
        .matches(
            "https://d111111abcdef8\\.cloudfront\\.net/image\\.jpg\\?color=red&size=medium"
                + "&Expires=1767290400&Signature=[A-Za-z0-9_~-]+&Key-Pair-Id=K2JCJMDEHXQW5F");
    String policy =
        "{\"Statement\":[{\"Resource\":\""
            + IMAGE
            + "?color=red&size=medium\",\"Condition\":"
            + "{\"DateLessThan\":{\"AWS:EpochTime\":1767290400}}}]}";
    assertThat(verified(policy, parameters(address).get("Signature"))).isTrue();
    assertThat(verified(policy.replace("400", "401"), parameters(address).get("Signature")))
        .isFalse();
    assertThat(signer.canned(IMAGE, UNTIL)).startsWith(IMAGE + "?Expires=1767290400&Signature=");
  }

  @Test
  void aCustomPolicyComesAlongAndBindsTheAddress() throws Exception {
    String address = signer.bound(IMAGE, UNTIL, "192.0.2.7");

    assertThat(address)
        .matches("\\Q" + IMAGE + "\\E\\?Policy=[A-Za-z0-9_~-]+&Signature=.*&Key-Pair-Id=K.*");
    String policy = new String(decoded(parameters(address).get("Policy")), StandardCharsets.UTF_8);
    assertThat(policy)
        .isEqualTo(
            "{\"Statement\":[{\"Resource\":\""
                + IMAGE
                + "\",\"Condition\":{\"DateLessThan\":"
                + "{\"AWS:EpochTime\":1767290400},\"IpAddress\":{\"AWS:SourceIp\":\"192.0.2.7/32\"}}}]}");
    assertThat(verified(policy, parameters(address).get("Signature"))).isTrue();
  }

  @Test
  void aKeyIsReadInBothFormsAndNothingElseIs() {
    byte[] pkcs8 = KEYS.getPrivate().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

    assertThat(RsaKey.of(pem(pkcs1, "RSA "))).isEqualTo(KEYS.getPrivate());
    assertThatThrownBy(() -> RsaKey.of("MIIE")).hasMessageContaining("openssl genrsa");
    assertThatThrownBy(() -> RsaKey.of(pem(new byte[40], ""))).hasMessageContaining("no whole");
  }
}
