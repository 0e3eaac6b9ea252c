package io.moneyprinter.content.llm;

import io.moneyprinter.platform.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which language model writes scripts to a topic. Without an address and a key there is none. */
public record LlmConfig(
    @Setting(
            doc =
                "Address of an OpenAI-compatible server up to and with /v1, such as"
                    + " http://127.0.0.1:11434/v1 for Ollama; absent with a key set means OpenAI")
        Optional<String> baseUrl,
    @Setting(
            doc =
                "Key for that server, written env:NAME or file:/path; absent where none is needed",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Name of the model as the server knows it", value = "gpt-4o-mini") String model,
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
        int maxTokens) {
  private static final String OPENAI = "https://api.openai.com/v1";

  public LlmConfig {
    baseUrl = baseUrl.filter(url -> !url.isBlank()).map(LlmConfig::checked);
    apiKey = apiKey.filter(key -> !key.isBlank());
    if (timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be longer than nothing");
    }
  }

  private static String checked(String url) {
    URI parsed;
    try {
      parsed = URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("base-url is not an address: " + e.getMessage(), e);
    }
    if (parsed.getHost() == null || !String.valueOf(parsed.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "base-url must be an http or https address such as " + OPENAI + ", not " + url);
    }
    return url.strip().replaceAll("/+$", "").replaceAll("/chat/completions$", "");
  }

  /** Whether there is a model to ask. */
  public boolean configured() {
    return baseUrl.isPresent() || apiKey.isPresent();
  }

  /** Where completions are asked for. */
  public String address() {
    return baseUrl.orElse(OPENAI) + "/chat/completions";
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return model + " at " + baseUrl.orElse(OPENAI);
  }
}
