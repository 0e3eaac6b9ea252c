package io.moneyprinter.users.password;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.Locale;

/**
 * What a new password has to be: long, and not what is tried first (NIST SP 800-63B §5.1.1.2: no
 * rules about kinds of characters).
 */
public final class PasswordRules {
  /** More is not worth hashing. */
  private static final int LONGEST = 256;

  private static final int FEWEST_DIFFERENT = 5;

  private final int shortest;

  public PasswordRules(PasswordConfig config) {
    this.shortest = config.minimumLength();
  }

  /**
   * Refuses a weak password.
   *
   * @param pointer of the field it came in
   * @param email of the account; may be {@code null}
   * @throws ServiceFailure {@code INVALID}, saying what would be right
   */
  public void check(String pointer, String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < shortest || length > LONGEST) {
      throw refused(pointer, "must have %d to %d characters".formatted(shortest, LONGEST));
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      throw refused(
          pointer, "must have at least %d different characters".formatted(FEWEST_DIFFERENT));
    }
    if (email != null && resembles(password.toLowerCase(Locale.ROOT), email)) {
      throw refused(pointer, "must not be made of the e-mail address");
    }
  }

  private static boolean resembles(String password, String email) {
    String local = email.substring(0, Math.max(0, email.indexOf('@')));
    return email.contains(password) || local.length() > 3 && password.contains(local);
  }

  private static ServiceFailure refused(String pointer, String what) {
    return ServiceFailure.invalid(pointer, "The password " + what);
  }
}
