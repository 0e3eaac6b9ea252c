package io.moneyprinter.content.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model is told: text files with {@code {{names}}} to be filled in. The operator's folder
 * goes before the shipped ones. Read once, when the service starts.
 */
final class Prompts {
  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

  private final String system;
  private final String user;
  private final String repair;

  /**
   * Blocking.
   *
   * @param folder the operator's own prompts
   */
  Prompts(Optional<String> folder) {
    this.system = load(folder, "script-system.txt");
    this.user = load(folder, "script-user.txt");
    this.repair = load(folder, "script-repair.txt");
  }

  String system() {
    return system;
  }

  String user(Map<String, String> values) {
    return filled(user, values);
  }

  String repair(String problem) {
    return filled(repair, Map.of("problem", problem));
  }

  /** Fills all slots in one pass, so that a value with braces in it stays what it is. */
  private static String filled(String template, Map<String, String> values) {
    return SLOT.matcher(template)
        .replaceAll(
            slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), slot.group())));
  }

  private static String load(Optional<String> folder, String name) {
    try {
      Optional<Path> own = folder.map(f -> Path.of(f).resolve(name)).filter(Files::exists);
      if (own.isPresent()) {
        return Files.readString(own.get());
      }
      try (InputStream shipped = Prompts.class.getResourceAsStream("/prompts/" + name)) {
        return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The prompt " + name + " cannot be read", e);
    }
  }
}
