package io.moneyprinter.speech;

import java.util.Map;

/**
 * What a million characters cost, in US dollars: what is set, else the public list price of the
 * usual model of early 2026. What a job is charged follows from the ledger's prices, not from
 * these.
 */
record ProviderPrices(Map<String, String> set) {
  private static final Map<String, Double> LIST =
      Map.of(
          "openai", 15.0,
          "siliconflow", 7.0,
          "azure", 16.0,
          "google", 16.0,
          "gemini", 10.0,
          "elevenlabs", 180.0);

  /** {@code IllegalArgumentException} for what is no price of a provider. */
  static void check(Map<String, String> prices) {
    prices.forEach(
        (provider, price) -> {
          if (!SpeechProviders.CHOOSABLE.contains(provider)) {
            throw new IllegalArgumentException("prices: there is no provider '" + provider + "'");
          }
          if (!price.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException(
                "prices.%s: '%s' is no number of dollars".formatted(provider, price));
          }
        });
  }

  double of(String provider) {
    return set.containsKey(provider)
        ? Double.parseDouble(set.get(provider))
        : LIST.getOrDefault(provider, 0.0);
  }
}
