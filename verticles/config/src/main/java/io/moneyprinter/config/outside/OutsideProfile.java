package io.moneyprinter.config.outside;

import io.moneyprinter.codecs.config.OutsideKind;
import io.moneyprinter.platform.providers.KeyPlace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An outside service as the settings describe it.
 *
 * @param name lower-case words with hyphens
 * @param title for people; a proper name
 * @param group that its settings stand in, such as {@code content.llm}
 * @param fields last parts of the keys that may be entered, such as {@code api-key}
 * @param ready whether all is set that it needs
 * @param keyed whether it needs a key
 * @param question empty where it cannot be asked for nothing
 */
public record OutsideProfile(
    String name,
    OutsideKind kind,
    String title,
    String group,
    List<String> fields,
    boolean ready,
    boolean keyed,
    Optional<Question> question) {
  /** The last part of the setting that holds a service's keys. */
  public static final String KEY = "api-key";

  public OutsideProfile {
    fields = List.copyOf(fields);
  }

  /**
   * The question that shows whether it works; its answer is JSON and costs nothing.
   *
   * @param address absolute
   * @param place where the keys go
   * @param keys none where none is set
   * @param headers beside the key
   */
  public record Question(
      String address, KeyPlace place, List<String> keys, Map<String, String> headers) {
    /** Longest wait for the answer. */
    static final Duration LIMIT = Duration.ofSeconds(12);

    public Question {
      keys = List.copyOf(keys);
      headers = Map.copyOf(headers);
    }

    public Question(String address, KeyPlace place, List<String> keys) {
      this(address, place, keys, Map.of());
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
      return address;
    }
  }

  /** Full key of one of the fields. */
  public String setting(String field) {
    return group + "." + field;
  }
}
