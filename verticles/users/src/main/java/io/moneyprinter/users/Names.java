package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.ServiceFailure;

/** What people, programs and keys are called. */
final class Names {
  private static final int LONGEST = 100;

  private Names() {}

  /** Without blanks around it; what is empty, long or has line breaks is {@code INVALID}. */
  static String read(String text) {
    String name = text.strip();
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw ServiceFailure.invalid(
          "/name", "The name must have 1 to " + LONGEST + " characters, on one line");
    }
    return name;
  }
}
