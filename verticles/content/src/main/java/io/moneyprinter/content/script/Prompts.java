package io.moneyprinter.content.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model is told: text files with {@code {{names}}} to be filled in. The operator's folder
 * goes before the shipped ones. Read once, when the service starts.
 */
public final class Prompts {
  /** One of the texts; its file is {@code script-topic.txt} and so on. */
  public enum Kind {
    /** Who the model is and what form its answer has. */
    SCRIPT_SYSTEM,
    /** A script to a topic. */
    SCRIPT_USER,
    /** A script from an article. */
    SCRIPT_ARTICLE,
    /** A given script, reworded. */
    SCRIPT_ENHANCE,
    /** The last answer cannot be read. */
    SCRIPT_REPAIR,
    /** The last answer takes too long or too short a time to say. */
    SCRIPT_LENGTH,
    /** Who the model is when it writes what stands with a video. */
    METADATA_SYSTEM,
    /** A script and the platforms it will be shown on. */
    METADATA_USER,
    /** Who the model is when it translates. */
    TRANSLATE_SYSTEM,
    /** A script and the language it is wanted in. */
    TRANSLATE_USER;

    String file() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
  }

  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

  private final Map<Kind, String> texts = new EnumMap<>(Kind.class);

  /**
   * Blocking.
   *
   * @param folder the operator's own prompts
   */
  public Prompts(Optional<String> folder) {
    for (Kind kind : Kind.values()) {
      texts.put(kind, load(folder, kind.file()));
    }
  }

  /** Fills all slots in one pass, so that a value with braces in it stays what it is. */
  public String text(Kind kind, Map<String, String> values) {
    return SLOT.matcher(texts.get(kind))
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
