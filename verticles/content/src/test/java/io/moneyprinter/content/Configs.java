package io.moneyprinter.content;

import io.moneyprinter.content.model.LlmConfig;
import io.moneyprinter.content.model.ModelConfig;
import io.moneyprinter.content.source.SourcesConfig;
import io.moneyprinter.platform.settings.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the content service, as tests want them. */
final class Configs {
  private Configs() {}

  /** No language model. */
  static ContentConfig none() {
    return content(llm(null, null, Duration.ofSeconds(9), List.of(), Map.of()));
  }

  /** One OpenAI-compatible server with the key {@code the-key}. */
  static ContentConfig one(String baseUrl, Duration timeout) {
    return content(llm(baseUrl, "the-key", timeout, List.of(), Map.of()));
  }

  static ContentConfig several(List<String> order, Map<String, ModelConfig> providers) {
    return content(llm(null, null, Duration.ofSeconds(9), order, providers));
  }

  static ModelConfig model(String preset, String baseUrl, String keys, String model) {
    return new ModelConfig(
        Optional.ofNullable(preset),
        Optional.of(baseUrl),
        Optional.ofNullable(keys),
        Optional.ofNullable(model),
        Optional.empty());
  }

  private static LlmConfig llm(
      String baseUrl,
      String key,
      Duration timeout,
      List<String> order,
      Map<String, ModelConfig> providers) {
    return new LlmConfig(
        Optional.empty(),
        Optional.ofNullable(baseUrl),
        Optional.ofNullable(key),
        baseUrl == null ? Optional.empty() : Optional.of("test-model"),
        timeout,
        0.8,
        2000,
        order,
        providers);
  }

  static ContentConfig content(LlmConfig llm) {
    return content(llm, List.of(), "https://{language}.wikipedia.org");
  }

  static ContentConfig content(LlmConfig llm, List<String> privateHosts, String encyclopedia) {
    return new ContentConfig(
        llm,
        Duration.ofSeconds(45),
        Optional.empty(),
        new SourcesConfig(
            Duration.ofSeconds(5), DataSize.parse("64KB"), privateHosts, encyclopedia));
  }
}
