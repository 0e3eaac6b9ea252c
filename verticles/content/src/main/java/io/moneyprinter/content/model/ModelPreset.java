package io.moneyprinter.content.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A provider that is known by name.
 *
 * @param kind how it is spoken to
 * @param baseUrl absent where every account has its own
 * @param model absent where it depends on what is installed
 * @param key whether it asks for one
 */
record ModelPreset(
    String name, Kind kind, Optional<String> baseUrl, Optional<String> model, boolean key) {
  /** The form of its interface. */
  enum Kind {
    OPENAI,
    /** OpenAI's form with the key in a header of its own. */
    AZURE,
    GEMINI,
    ANTHROPIC
  }

  private static final Map<String, ModelPreset> ALL =
      List.of(
              hosted("openai", "https://api.openai.com/v1", "gpt-4o-mini"),
              new ModelPreset("azure", Kind.AZURE, Optional.empty(), Optional.empty(), true),
              new ModelPreset(
                  "gemini",
                  Kind.GEMINI,
                  Optional.of("https://generativelanguage.googleapis.com/v1beta"),
                  Optional.of("gemini-2.5-flash"),
                  true),
              new ModelPreset(
                  "anthropic",
                  Kind.ANTHROPIC,
                  Optional.of("https://api.anthropic.com/v1"),
                  Optional.of("claude-haiku-4-5"),
                  true),
              hosted("deepseek", "https://api.deepseek.com", "deepseek-chat"),
              hosted("moonshot", "https://api.moonshot.cn/v1", "kimi-k3"),
              hosted("qwen", "https://dashscope.aliyuncs.com/compatible-mode/v1", "qwen-plus"),
              hosted("groq", "https://api.groq.com/openai/v1", "llama-3.3-70b-versatile"),
              hosted("grok", "https://api.x.ai/v1", "grok-4.3"),
              hosted("minimax", "https://api.minimax.io/v1", "MiniMax-M3"),
              hosted("mimo", "https://api.xiaomimimo.com/v1", "mimo-v2.5-pro"),
              hosted("mistral", "https://api.mistral.ai/v1", "mistral-small-latest"),
              hosted("openrouter", "https://openrouter.ai/api/v1", "openai/gpt-4o-mini"),
              hosted(
                  "volcengine",
                  "https://ark.cn-beijing.volces.com/api/v3",
                  "doubao-seed-2-1-turbo-260628"),
              hosted("modelscope", "https://api-inference.modelscope.cn/v1", "ZhipuAI/GLM-5.2"),
              hosted("aihubmix", "https://aihubmix.com/v1", "gpt-5.4-mini"),
              hosted("aimlapi", "https://api.aimlapi.com/v1", "openai/gpt-5-5"),
              hosted("evolink", "https://direct.evolink.ai/v1", "gpt-5.5"),
              new ModelPreset(
                  "cloudflare",
                  Kind.OPENAI,
                  Optional.empty(),
                  Optional.of("openai/gpt-4.1-mini"),
                  true),
              open("pollinations", "https://gen.pollinations.ai/v1", "openai-fast"),
              open("ollama", "http://127.0.0.1:11434/v1", "llama3.2"),
              open("lmstudio", "http://127.0.0.1:1234/v1", null),
              open("vllm", "http://127.0.0.1:8000/v1", null),
              open("oneapi", "http://127.0.0.1:3000/v1", null),
              open("litellm", "http://127.0.0.1:4000/v1", null))
          .stream()
          .collect(Collectors.toUnmodifiableMap(ModelPreset::name, Function.identity()));

  private static ModelPreset hosted(String name, String baseUrl, String model) {
    return new ModelPreset(name, Kind.OPENAI, Optional.of(baseUrl), Optional.of(model), true);
  }

  private static ModelPreset open(String name, String baseUrl, String model) {
    return new ModelPreset(
        name, Kind.OPENAI, Optional.of(baseUrl), Optional.ofNullable(model), false);
  }

  static Optional<ModelPreset> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** All names, in alphabetical order, for people. */
  static String names() {
    return ALL.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
