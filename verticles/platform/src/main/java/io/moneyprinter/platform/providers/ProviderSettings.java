package io.moneyprinter.platform.providers;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a provider is called with, and which settings say so.
 *
 * @param name short and lower-case, such as {@code llm-openai}: the label of its metrics, once on a
 *     node
 * @param title for people, such as {@code the language model's server at https://api.openai.com/v1}
 * @param keys any number, used in turn; none where the provider asks for none
 * @param place where a key goes in a request
 * @param timeLimit longest wait for one answer, its last byte included
 * @param bodyLimit most bytes of one answer
 * @param names of the settings that this was made from
 */
public record ProviderSettings(
    String name,
    String title,
    List<String> keys,
    KeyPlace place,
    Duration timeLimit,
    long bodyLimit,
    SettingNames names) {
  /** Enough for any text; what brings files states its own. */
  public static final long TEXT_LIMIT = 8L << 20;

  /**
   * Full names of settings, for messages.
   *
   * @param key such as {@code content.llm.api-key}
   * @param address such as {@code content.llm.base-url}
   * @param timeLimit such as {@code content.llm.timeout}
   * @param request those that decide what is asked for, such as {@code content.llm.model}
   */
  public record SettingNames(String key, String address, String timeLimit, String request) {}

  public ProviderSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(names, "names");
    keys = List.copyOf(keys);
    if (timeLimit.isZero() || timeLimit.isNegative()) {
      throw new IllegalArgumentException(names.timeLimit() + " must be longer than nothing");
    }
    if (bodyLimit <= 0) {
      throw new IllegalArgumentException("A body limit is positive, not " + bodyLimit);
    }
  }

  /** The keys in one setting's value: separated by commas, spaces or line breaks. */
  public static List<String> keys(String setting) {
    return Stream.of(setting.split("[\\s,]+")).filter(key -> !key.isEmpty()).toList();
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return title;
  }
}
