package io.moneyprinter.platform.settings;

import java.util.List;
import java.util.Optional;

/** Texts of settings, with those that only refer to a secret resolved. */
final class ReferredValues {
  private final SecretSource secrets;
  private final List<String> problems;

  /**
   * @param problems what cannot be resolved is added here
   */
  ReferredValues(SecretSource secrets, List<String> problems) {
    this.secrets = secrets;
    this.problems = problems;
  }

  /**
   * A value that is secret, and may therefore not stand in a file itself; {@code null} after a
   * problem.
   *
   * @param origin where the text was written, in words
   */
  String secret(String key, String text, String origin) {
    try {
      Optional<SecretReference> reference = SecretReference.parseSecret(text);
      if (reference.isPresent()) {
        return secrets.value(reference.get());
      }
    } catch (IllegalArgumentException | SecretSource.SecretUnavailable e) {
      problems.add(key + " (" + origin + "): " + e.getMessage());
      return null;
    }
    if (!text.isEmpty() && origin.contains(" line ")) {
      problems.add(
          key
              + " ("
              + origin
              + "): a secret may not stand in a file; write env:NAME, file:/path or"
              + " secret://…");
    }
    return text;
  }

  /** A value that may stand there itself, or be referred to; {@code null} after a problem. */
  String plain(String key, String text, String origin) {
    return text.startsWith(SecretReference.SCHEME) ? secret(key, text, origin) : text;
  }
}
