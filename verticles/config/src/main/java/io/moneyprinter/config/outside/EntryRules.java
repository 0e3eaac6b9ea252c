package io.moneyprinter.config.outside;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.platform.settings.SecretReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be entered for an outside service. */
final class EntryRules {
  private static final int LONGEST = 4096;

  /**
   * Whoever may enter an address could have a secret sent there. So a reference entered in the
   * studio reaches only what is called a key, and never a file of the machine.
   */
  private static final Pattern KEY_VARIABLE = Pattern.compile("[A-Z0-9_]*(KEY|TOKEN)[A-Z0-9_]*");

  private EntryRules() {}

  /** Fails with all violations at once. */
  static void check(OutsideProfile profile, Map<String, String> settings, NodeSettings node) {
    List<Violation> violations = new ArrayList<>();
    settings.forEach(
        (field, value) ->
            wrong(profile, field, value, node)
                .ifPresent(why -> violations.add(new Violation("/settings/" + field, why))));
    if (settings.isEmpty()) {
      violations.add(
          new Violation(
              "/settings", "Nothing is entered: name at least one of " + profile.fields()));
    }
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid(
          violations.size() == 1
              ? violations.get(0).message()
              : "What was entered cannot be used as it is",
          violations);
    }
  }

  private static Optional<String> wrong(
      OutsideProfile profile, String field, String value, NodeSettings node) {
    if (!profile.fields().contains(field)) {
      return Optional.of(
          profile.title() + " has no such setting; it has " + String.join(", ", profile.fields()));
    }
    if (node.locked(profile.setting(field))) {
      return Optional.of(
          profile.setting(field)
              + " is set by a variable or on the command line of the node: change it there");
    }
    if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("Enter one line of at most " + LONGEST + " characters");
    }
    return reference(value);
  }

  private static Optional<String> reference(String value) {
    try {
      Optional<SecretReference> where = SecretReference.parseSecret(value);
      boolean fine =
          where.isEmpty()
              || where.get() instanceof SecretReference.Vault
              || where.get() instanceof SecretReference.Variable variable
                  && KEY_VARIABLE.matcher(variable.name()).matches();
      return fine
          ? Optional.empty()
          : Optional.of(
              "Only secret://vault/… and variables with KEY or TOKEN in their name may be referred"
                  + " to from here; other references belong into the configuration files");
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
