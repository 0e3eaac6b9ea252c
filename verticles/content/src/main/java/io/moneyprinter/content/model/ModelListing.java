package io.moneyprinter.content.model;

import io.moneyprinter.platform.providers.KeyPlace;
import java.util.List;
import java.util.Map;

/**
 * The question for a server's models, which costs nothing and wants a good key: {@code GET
 * …/models} of OpenAI, Gemini and Anthropic alike; OpenRouter shows its models to everybody and
 * tells of a key at {@code /key}.
 *
 * @param name of the provider in the settings
 * @param group that its settings stand in
 * @param address absolute
 * @param keys none where none is set
 * @param headers beside the key
 */
public record ModelListing(
    String name,
    String group,
    String address,
    KeyPlace place,
    List<String> keys,
    Map<String, String> headers) {
  static ModelListing of(ModelSettings settings) {
    boolean open = settings.baseUrl().startsWith("https://openrouter.ai/");
    return new ModelListing(
        settings.name(),
        settings.setting(),
        settings.baseUrl() + (open ? "/key" : "/models"),
        settings.wire().keyPlace(),
        settings.keys(),
        settings.kind() == ModelPreset.Kind.ANTHROPIC
            ? Map.of("anthropic-version", "2023-06-01")
            : Map.of());
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return name + " at " + address;
  }
}
