package io.moneyprinter.speech;

import io.moneyprinter.speech.provider.SpeechProvider;
import java.util.Map;
import java.util.Set;

/**
 * What a million characters of each provider cost, in US dollars, for choosing the cheapest. Prices
 * change and depend on contracts: none are built in, and one that charges without a price set is
 * dearest. What a job is charged follows from the ledger's prices, not from these.
 */
record ProviderPrices(Map<String, String> set) {
  private static final Set<String> CHARGING =
      Set.of("openai", "siliconflow", "azure", "google", "gemini", "elevenlabs", "character");

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

  double of(SpeechProvider provider) {
    String price = set.get(provider.id());
    if (price != null) {
      return Double.parseDouble(price);
    }
    return CHARGING.contains(provider.id()) ? Double.POSITIVE_INFINITY : 0;
  }
}
