package io.moneyprinter.speech;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.espeak.EspeakProvider;
import io.moneyprinter.speech.mary.MaryProvider;
import java.time.Duration;
import java.util.List;

/** How the speech service is set. */
public record SpeechConfig(
    @Setting(
            doc =
                "Providers in the order in which they are tried: mary (English), espeak (all languages).",
            value = "mary, espeak")
        List<String> providers,
    @Setting(
            doc =
                "Whether the English voice, some seconds of work, is loaded right after the start.",
            value = "true")
        boolean preload,
    @Setting(doc = "Silence between two sentences at normal speed.", value = "350ms")
        Duration sentencePause,
    @Setting(doc = "Silence between two paragraphs at normal speed.", value = "700ms")
        Duration paragraphPause,
    @Setting(
            doc = "Characters of the longest text that is spoken at once, 100 to 20000.",
            value = "5000",
            min = 100,
            max = 20_000)
        int longestText,
    @Setting(doc = "How long the espeak-ng process is kept without work.", value = "2m")
        Duration espeakIdle,
    @Setting(
            doc = "How long espeak-ng may take for one sentence, its start included.",
            value = "30s")
        Duration espeakLimit,
    @Setting(
            doc = "How long a provider that failed three times in a minute is left alone.",
            value = "30s")
        Duration providerRest) {
  private static final List<String> KNOWN = List.of(MaryProvider.ID, EspeakProvider.ID);

  public SpeechConfig {
    providers = List.copyOf(providers);
    for (String provider : providers) {
      if (!KNOWN.contains(provider)) {
        throw new IllegalArgumentException(
            "providers: there is no '%s'; it takes any of %s".formatted(provider, KNOWN));
      }
    }
  }
}
