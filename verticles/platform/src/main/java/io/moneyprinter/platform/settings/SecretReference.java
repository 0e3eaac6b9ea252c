package io.moneyprinter.platform.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a secret is, as it is written in a setting. */
public sealed interface SecretReference {
  /** What every reference that may stand in any setting begins with. */
  String SCHEME = "secret://";

  /** A variable of the process. */
  record Variable(String name) implements SecretReference {}

  /** A file; white space around its text does not belong to the secret. */
  record File(Path path) implements SecretReference {}

  /**
   * A field of a secret in Vault.
   *
   * @param path with its mount, such as {@code secret/app/smtp}
   * @param version {@code null} for the newest
   */
  record Vault(String path, Integer version, String field) implements SecretReference {}

  /**
   * Reads a reference: {@code secret://env/NAME}, {@code secret://file/run/secrets/smtp} (an
   * absolute path) or {@code secret://vault/<mount>/<path>[?version=3]#<field>}. Empty for text
   * that does not begin with {@value #SCHEME}.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Optional<SecretReference> parse(String text) {
    if (!text.startsWith(SCHEME)) {
      return Optional.empty();
    }
    String rest = text.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String kind = slash < 0 ? rest : rest.substring(0, slash);
    String where = slash < 0 ? "" : rest.substring(slash + 1);
    return Optional.of(
        switch (kind) {
          case "env" -> variable(where);
          case "file" -> file(where);
          case "vault" -> vault(where);
          default ->
              throw new IllegalArgumentException(
                  "secret://"
                      + kind
                      + " is not known: write secret://env/NAME,"
                      + " secret://file/PATH or secret://vault/MOUNT/PATH#FIELD");
        });
  }

  /**
   * The short forms of settings that are secrets, {@code env:NAME} and {@code file:path}, beside
   * the long ones.
   */
  static Optional<SecretReference> parseSecret(String text) {
    if (text.startsWith("env:")) {
      return Optional.of(new Variable(text.substring(4)));
    }
    if (text.startsWith("file:")) {
      return Optional.of(new File(Path.of(text.substring(5))));
    }
    return parse(text);
  }

  private static SecretReference variable(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("secret://env takes the name of a variable");
    }
    return new Variable(name);
  }

  private static SecretReference file(String path) {
    if (path.isBlank()) {
      throw new IllegalArgumentException("secret://file takes a path, such as run/secrets/smtp");
    }
    return new File(Path.of("/" + path).normalize());
  }

  private static SecretReference vault(String where) {
    // Nothing that has a meaning in an address, and no way out of the path.
    Matcher parts =
        Pattern.compile(
                "([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+)(?:\\?version=([1-9]\\d{0,8}))?#([^#?\\s]+)")
            .matcher(where);
    if (!parts.matches() || ("/" + parts.group(1) + "/").contains("/../")) {
      throw new IllegalArgumentException(
          "secret://vault takes a mount, a path and a field, such as"
              + " secret://vault/secret/app/smtp#password");
    }
    String version = parts.group(2);
    return new Vault(
        parts.group(1), version == null ? null : Integer.valueOf(version), parts.group(3));
  }
}
