package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as accounts are found by: one form for all spellings of one address. */
final class EmailAddress {
  /** What mail servers take; whether a letter arrives is the real proof. */
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

  private static final int LONGEST = 254;

  private EmailAddress() {}

  /**
   * In small letters; whatever is no address is {@code INVALID}. Letters that only become ASCII by
   * being made small, such as the Kelvin sign, are another's address.
   */
  static String read(String text) {
    String email = normal(text);
    boolean ascii = text.chars().allMatch(letter -> letter < 128);
    if (!ascii || email.length() > LONGEST || !FORM.matcher(email).matches()) {
      throw ServiceFailure.invalid("/email", "The e-mail address must be like ada@example.org");
    }
    return email;
  }

  /** In small letters, whatever it is. */
  static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
