package io.moneyprinter.notification.mail;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.notification.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Whoever holds a letter may end letters like it, and nothing else.
 *
 * @param kind name of a kind; {@code DIGEST} for all that a digest holds
 */
record UnsubscribeToken(String tenant, String subject, String kind) {
  static final String DIGEST = "DIGEST";
  private static final String USE = "unsubscribe";

  String text(Sealer sealer) {
    String plain = tenant + "\n" + subject + "\n" + kind;
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    return encoded + "." + sealer.mark(USE, plain);
  }

  /** {@code NOT_FOUND} for what we did not write. */
  static UnsubscribeToken read(String text, Sealer sealer) {
    int dot = text.indexOf('.');
    if (dot > 0) {
      try {
        String plain =
            new String(
                Base64.getUrlDecoder().decode(text.substring(0, dot)), StandardCharsets.UTF_8);
        String[] parts = plain.split("\n", -1);
        if (parts.length == 3 && sealer.marked(USE, plain, text.substring(dot + 1))) {
          return new UnsubscribeToken(parts[0], parts[1], parts[2]);
        }
      } catch (IllegalArgumentException e) {
        throw unknown();
      }
    }
    throw unknown();
  }

  private static ServiceFailure unknown() {
    return new ServiceFailure(
        FailureCode.NOT_FOUND,
        "This address is not one of our letters'. Copy it whole, or log in and change what you are"
            + " told");
  }
}
