package io.moneyprinter.users;

import io.moneyprinter.platform.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key in clear: {@code mp_<prefix>_<256 random bits>}. The prefix may be shown and finds the
 * row; the whole text is the secret.
 */
record ApiKey(String prefix, String text) {
  private static final Pattern FORM = Pattern.compile("mp_([a-z0-9]{8})_[A-Za-z0-9_-]{43}");
  private static final String PREFIX_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PREFIX_LENGTH = 8;
  private static final int SECRET_BYTES = 32;

  static ApiKey generate(SecureRandom random) {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < PREFIX_LENGTH; i++) {
      prefix.append(PREFIX_LETTERS.charAt(random.nextInt(PREFIX_LETTERS.length())));
    }
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text =
        "mp_" + prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new ApiKey(prefix.toString(), text);
  }

  /** Empty when the text has not the form of a key. */
  static Optional<ApiKey> parse(String text) {
    Matcher m = FORM.matcher(text);
    return m.matches() ? Optional.of(new ApiKey(m.group(1), text)) : Optional.empty();
  }

  /** SHA-256 of the text. */
  byte[] hash() {
    return Sha256.of(text);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "mp_" + prefix + "_…";
  }
}
