package io.moneyprinter.notification.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The key by which push services know us: says who sends (VAPID, RFC 8292), in a JWT signed by
 * ES256 (RFC 7518, section 3.4). Safe to use from any thread; signing is not for event loops.
 *
 * @param publicKey the uncompressed point
 */
record VapidKey(byte[] publicKey, PrivateKey privateKey) {
  /** A day is the most (RFC 8292, section 2). */
  private static final Duration LIFE = Duration.ofHours(12);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER =
      BASE64.encodeToString(
          "{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.US_ASCII));

  private record Claims(String aud, long exp, String sub) {}

  /** As browsers and headers have it. */
  String text() {
    return BASE64.encodeToString(publicKey);
  }

  /**
   * The header Authorization of a message.
   *
   * @param endpoint where it goes
   * @param contact a {@code mailto:} or {@code https:} address of who runs this installation
   */
  String authorization(URI endpoint, String contact, Instant now) {
    try {
      Claims claims = new Claims(origin(endpoint), now.plus(LIFE).getEpochSecond(), contact);
      String signed =
          HEADER + "." + BASE64.encodeToString(RecordJson.wire().writeValueAsBytes(claims));
      // JWS has the two numbers side by side, not in ASN.1.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(privateKey);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return "vapid t=" + signed + "." + BASE64.encodeToString(signature.sign()) + ", k=" + text();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has ES256", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Claims are always JSON", e);
    }
  }

  private static String origin(URI endpoint) {
    return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
  }
}
