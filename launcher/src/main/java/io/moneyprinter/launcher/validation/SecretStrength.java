package io.moneyprinter.launcher.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells secrets that anybody would try first from those that nobody guesses. The estimate is
 * Shannon's entropy of the letters, times their number, where letters that only repeat or count on
 * count for nothing: an upper bound that random text of 12 letters passes and words do not.
 */
final class SecretStrength {
  private static final int SHORTEST = 12;
  private static final double LEAST_BITS = 36;

  /** What ships as a default, stands in examples, or leads the lists of leaked passwords. */
  private static final Set<String> KNOWN =
      Set.of(
          "admin",
          "changeit",
          "changeme",
          "default",
          "dummy",
          "example",
          "guest",
          "hunter2",
          "letmein",
          "minioadmin",
          "moneyprinter",
          "none",
          "null",
          "pass",
          "passw0rd",
          "password",
          "placeholder",
          "postgres",
          "qwerty",
          "redis",
          "root",
          "rootpassword",
          "s3cr3t",
          "sample",
          "secret",
          "test",
          "testing",
          "todo",
          "user",
          "welcome",
          "foobared",
          "akiaiosfodnn7example",
          "wjalrxutnfemik7mdengbpxrficyexamplekey");

  private static final List<String> EXAMPLES =
      List.of(
          "changeme",
          "changethis",
          "replaceme",
          "yourkey",
          "yourapikey",
          "yourpassword",
          "yoursecret",
          "yourtoken",
          "examplekey",
          "placeholder",
          "insertkey",
          "password123");

  private SecretStrength() {}

  /** What is wrong with a secret that somebody else gave us: only that it is none at all. */
  static Optional<String> ofGiven(String secret) {
    String plain = plain(secret);
    if (plain.isEmpty()) {
      return Optional.of("is empty");
    }
    boolean example =
        KNOWN.contains(plain)
            || KNOWN.contains(plain.replaceAll("\\d+$", ""))
            || EXAMPLES.stream().anyMatch(plain::contains)
            || secret.matches("<.*>|\\$\\{.*}|[xX*.…-]{3,}");
    return example ? Optional.of("is a known default or an example") : Optional.empty();
  }

  /** What is wrong with a secret that we chose ourselves. */
  static Optional<String> ofOwn(String secret) {
    Optional<String> known = ofGiven(secret);
    if (known.isPresent()) {
      return known;
    }
    if (secret.length() < SHORTEST) {
      return Optional.of("has fewer than " + SHORTEST + " characters");
    }
    return bits(secret) < LEAST_BITS
        ? Optional.of("is easy to guess: it repeats or counts on")
        : Optional.empty();
  }

  private static String plain(String secret) {
    return secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  static double bits(String secret) {
    Map<Integer, Integer> seen = new HashMap<>();
    int counted = 0;
    for (int i = 0; i < secret.length(); i++) {
      int step = i == 0 ? Integer.MAX_VALUE : secret.charAt(i) - secret.charAt(i - 1);
      if (Math.abs(step) > 1) {
        seen.merge((int) secret.charAt(i), 1, Integer::sum);
        counted++;
      }
    }
    double each = 0;
    for (int times : seen.values()) {
      double share = (double) times / counted;
      each -= share * Math.log(share) / Math.log(2);
    }
    return each * counted;
  }
}
