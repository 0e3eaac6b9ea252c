package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.video.VideoBrief;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model is told: text files with {@code {{names}}} to be filled in. The operator's folder
 * goes before the shipped ones, what a brief says before both. Read once, when the service starts.
 */
public final class Prompts {
  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

  private final Map<PromptName, String> texts;
  private final Map<String, String> variables;

  /**
   * Blocking.
   *
   * @param folder the operator's own prompts
   */
  public Prompts(Optional<String> folder) {
    this.texts = new EnumMap<>(PromptName.class);
    for (PromptName name : PromptName.values()) {
      texts.put(name, load(folder, name.text() + ".txt"));
    }
    this.variables = Map.of();
  }

  private Prompts(Map<PromptName, String> texts, Map<String, String> variables) {
    this.texts = texts;
    this.variables = variables;
  }

  /** The same with what a brief says in their place, and the variables of its template. */
  public Prompts of(VideoBrief brief) {
    Map<PromptName, String> own = brief.writing().prompts();
    if (own.isEmpty()) {
      return this;
    }
    Map<PromptName, String> all = new EnumMap<>(texts);
    all.putAll(own);
    Map<String, String> values = new HashMap<>();
    if (brief.template() != null) {
      brief.template().variables().forEach((name, value) -> values.put(name, value.text()));
    }
    return new Prompts(all, values);
  }

  /** Fills all slots in one pass, so that a value with braces in it stays what it is. */
  public String text(PromptName name, Map<String, String> values) {
    return SLOT.matcher(texts.get(name))
        .replaceAll(
            slot -> {
              String value = values.getOrDefault(slot.group(1), variables.get(slot.group(1)));
              return Matcher.quoteReplacement(value == null ? slot.group() : value);
            });
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
