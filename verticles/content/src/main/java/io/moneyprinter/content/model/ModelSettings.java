package io.moneyprinter.content.model;

import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where one model is, and how it is spoken to: what is written, completed from the preset.
 *
 * @param name of the provider in the settings
 * @param setting the full name of the settings' group, for messages
 */
record ModelSettings(
    String name,
    ModelPreset.Kind kind,
    String baseUrl,
    String model,
    List<String> keys,
    Duration timeout,
    String setting) {
  /**
   * @throws IllegalArgumentException naming the setting that is wrong or missing
   */
  static ModelSettings of(String name, ModelConfig written, Duration timeout, String setting) {
    String presetName =
        written.preset().orElseGet(() -> ModelPreset.of(name).isPresent() ? name : "openai");
    ModelPreset preset =
        ModelPreset.of(presetName)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        setting + ".preset must be one of " + ModelPreset.names()));
    Optional<String> own = written.baseUrl().filter(url -> !url.isBlank());
    String base =
        own.map(url -> checked(url, setting))
            .or(preset::baseUrl)
            .orElseThrow(() -> missing(setting, "base-url", preset));
    String model =
        written
            .model()
            .filter(text -> !text.isBlank())
            .or(preset::model)
            .orElseThrow(() -> missing(setting, "model", preset));
    List<String> keys = written.apiKey().map(ProviderSettings::keys).orElse(List.of());
    if (keys.isEmpty() && preset.key() && own.isEmpty()) {
      throw missing(setting, "api-key", preset);
    }
    return new ModelSettings(
        name, preset.kind(), base, model, keys, written.timeout().orElse(timeout), setting);
  }

  private static IllegalArgumentException missing(String setting, String key, ModelPreset preset) {
    return new IllegalArgumentException(
        setting + "." + key + " is missing: " + preset.name() + " needs one");
  }

  private static String checked(String url, String setting) {
    URI parsed;
    try {
      parsed = URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          setting + ".base-url is not an address: " + e.getMessage(), e);
    }
    if (parsed.getHost() == null || !String.valueOf(parsed.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          setting
              + ".base-url must be an http or https address such as https://api.openai.com/v1, not "
              + url);
    }
    return url.strip().replaceAll("/+$", "").replaceAll("/chat/completions$", "");
  }

  /** Provider and model, for people and for naming work. */
  String id() {
    return name + ":" + model;
  }

  ModelWire wire() {
    return switch (kind) {
      case OPENAI -> new OpenAiWire(baseUrl, model, KeyPlace.bearer());
      case AZURE -> new OpenAiWire(baseUrl, model, KeyPlace.header("api-key"));
      case GEMINI -> new GeminiWire(baseUrl, model);
      case ANTHROPIC -> new AnthropicWire(baseUrl, model);
    };
  }

  ProviderSettings provider() {
    return new ProviderSettings(
        "llm-" + name,
        "the language model " + model + " at " + baseUrl,
        keys,
        wire().keyPlace(),
        timeout,
        ProviderSettings.TEXT_LIMIT,
        new ProviderSettings.SettingNames(
            setting + ".api-key",
            setting + ".base-url",
            setting + ".timeout",
            setting + ".model and content.llm.max-tokens"));
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return id() + " at " + baseUrl;
  }
}
