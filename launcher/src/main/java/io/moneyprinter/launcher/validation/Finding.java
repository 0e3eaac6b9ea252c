package io.moneyprinter.launcher.validation;

/**
 * Something that must not stay as it is in production.
 *
 * @param setting full name
 * @param problem what is wrong, without the value when that is secret
 * @param remedy what to do
 */
public record Finding(String setting, String problem, String remedy) {
  @Override
  public String toString() {
    return setting + ": " + problem + "; " + remedy;
  }
}
