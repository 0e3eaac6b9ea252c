package io.moneyprinter.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** Secrets of this machine: variables and files. Blocking. */
public final class LocalSecrets implements SecretSource {
  private final Map<String, String> variables;

  /**
   * @param variables the process environment
   */
  public LocalSecrets(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public String value(SecretReference reference) {
    if (reference instanceof SecretReference.Variable variable) {
      String value = variables.get(variable.name());
      if (value == null) {
        throw new SecretUnavailable("the variable " + variable.name() + " is not set");
      }
      return value;
    }
    if (reference instanceof SecretReference.File file) {
      return read(file);
    }
    throw new SecretUnavailable(
        "security.vault.address is not set, so there is no Vault to read it from");
  }

  private static String read(SecretReference.File file) {
    try {
      return Files.readString(file.path()).strip();
    } catch (IOException e) {
      String why = e instanceof NoSuchFileException ? "there is no such file" : e.toString();
      throw new SecretUnavailable("cannot read " + file.path() + " (" + why + ")");
    }
  }
}
