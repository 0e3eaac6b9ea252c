package io.moneyprinter.content.model;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which language models write. Without a preset, an address, a key or a named provider there is
 * none.
 */
public record LlmConfig(
    @Setting(
            doc =
                "A provider known by name: aihubmix, aimlapi, anthropic, azure, cloudflare,"
                    + " deepseek, evolink, gemini, grok, groq, litellm, lmstudio, mimo, minimax,"
                    + " mistral, modelscope, moonshot, ollama, oneapi, openai, openrouter,"
                    + " pollinations, qwen, vllm or volcengine; absent means openai's interface")
        Optional<String> preset,
    @Setting(
            doc =
                "Address of an OpenAI-compatible server up to and with /v1, such as"
                    + " http://127.0.0.1:11434/v1 for Ollama; absent for the preset's")
        Optional<String> baseUrl,
    @Setting(
            doc =
                "Key for that server, or several separated by commas that are used in turn, written"
                    + " env:NAME or file:/path; absent where none is needed",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Name of the model as the server knows it; absent for the preset's")
        Optional<String> model,
    @Setting(doc = "Longest wait for one answer", value = "90s") Duration timeout,
    @Setting(
            doc = "How freely the model chooses its words, 0 (hardly) to 2 (wildly)",
            value = "0.8",
            min = 0,
            max = 2)
        double temperature,
    @Setting(
            doc = "Most tokens that one answer may have, and be paid for",
            value = "3000",
            min = 100,
            max = 100000)
        int maxTokens,
    @Setting(
            doc =
                "Which models are asked, the next one where one fails: names of"
                    + " content.llm.providers or of presets, and llm for the one described by the"
                    + " settings above; absent for that one and then the providers as written")
        List<String> order,
    Map<String, ModelConfig> providers) {
  /** The name of the model that the settings without a name describe. */
  static final String UNNAMED = "llm";

  private static final String SETTINGS = "content.llm";

  public LlmConfig {
    baseUrl = baseUrl.filter(url -> !url.isBlank());
    apiKey = apiKey.filter(key -> !key.isBlank());
    model = model.filter(name -> !name.isBlank());
    order = List.copyOf(order);
    if (timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be longer than nothing");
    }
    // Wrong settings are found at the start of the node, not at the first script.
    resolved(preset, baseUrl, apiKey, model, timeout, order, providers);
  }

  /** The models to ask, best first; empty where none is set up. */
  List<ModelSettings> models() {
    return resolved(preset, baseUrl, apiKey, model, timeout, order, providers);
  }

  private static List<ModelSettings> resolved(
      Optional<String> preset,
      Optional<String> baseUrl,
      Optional<String> apiKey,
      Optional<String> model,
      Duration timeout,
      List<String> order,
      Map<String, ModelConfig> providers) {
    boolean unnamed = preset.isPresent() || baseUrl.isPresent() || apiKey.isPresent();
    List<String> names = new ArrayList<>(order);
    if (names.isEmpty()) {
      if (unnamed) {
        names.add(UNNAMED);
      }
      names.addAll(providers.keySet());
    }
    List<ModelSettings> models = new ArrayList<>();
    for (String name : names) {
      if (name.equals(UNNAMED) && unnamed) {
        ModelConfig own = new ModelConfig(preset, baseUrl, apiKey, model, Optional.empty());
        models.add(ModelSettings.of(name, own, timeout, SETTINGS));
      } else if (providers.containsKey(name) || ModelPreset.of(name).isPresent()) {
        ModelConfig written =
            providers.getOrDefault(
                name,
                new ModelConfig(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        models.add(ModelSettings.of(name, written, timeout, SETTINGS + ".providers." + name));
      } else {
        throw new IllegalArgumentException(
            "order names "
                + name
                + ", which is neither below providers nor a preset: "
                + ModelPreset.names());
      }
    }
    return List.copyOf(models);
  }

  /** Where each model is, by provider and model, in the order in which they are asked. */
  public Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    models().forEach(one -> addresses.put(one.id(), one.baseUrl()));
    return addresses;
  }

  /** How to ask each of them what models it has, best first. */
  public List<ModelListing> listings() {
    return models().stream().map(ModelListing::of).toList();
  }

  /** Whether there is a model to ask. */
  public boolean configured() {
    return !models().isEmpty();
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return models().toString();
  }
}
