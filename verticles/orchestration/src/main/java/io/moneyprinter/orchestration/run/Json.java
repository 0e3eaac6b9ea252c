package io.moneyprinter.orchestration.run;

import java.util.regex.Pattern;

/** What PostgreSQL asks of JSON beyond its grammar. */
final class Json {
  /** The escape of U+0000, not preceded by a backslash that would make it plain text. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

  private Json() {}

  /** Whether a text of the JSON holds the one character that jsonb cannot keep. */
  static boolean holdsNul(String json) {
    return json.contains("\\u0000") && NUL.matcher(json).find();
  }
}
