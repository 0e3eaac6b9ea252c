package io.moneyprinter.speech;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.azure.AzureConfig;
import io.moneyprinter.speech.character.CharacterConfig;
import io.moneyprinter.speech.edge.EdgeConfig;
import io.moneyprinter.speech.elevenlabs.ElevenLabsConfig;
import io.moneyprinter.speech.google.GeminiConfig;
import io.moneyprinter.speech.google.GoogleConfig;
import io.moneyprinter.speech.openai.OpenAiSpeechConfig;
import io.moneyprinter.speech.piper.PiperConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the speech service is set. */
public record SpeechConfig(
    @Setting(
            doc =
                "Providers that speak for the voice \"auto\" and where another fails, in the order"
                    + " in which they are tried: piper, mary (English), espeak (all languages),"
                    + " edge, openai, kokoro, chatterbox, siliconflow, azure, google, gemini,"
                    + " elevenlabs, character. The others speak when one of their voices is named.",
            value = "piper, mary, espeak")
        List<String> providers,
    @Setting(
            doc =
                "Whether the cheapest of these providers is tried first (by speech.prices), rather"
                    + " than the first named",
            value = "false")
        boolean cheapestFirst,
    @Setting(
            doc =
                "Whether another voice speaks where the one that was named fails, at last an offline"
                    + " one; false lets the job fail instead",
            value = "true")
        boolean fallBack,
    @Setting(
            doc =
                "What a million characters of a provider cost in US dollars, by its name, for"
                    + " speech.cheapest-first; one that charges and is not named is dearest")
        Map<String, String> prices,
    @Setting(
            doc =
                "Whether the offline voices are made ready right after the start: the English one, some"
                    + " seconds of work, and espeak-ng's process, which ends when it is not asked for.",
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
        Duration providerRest,
    @Setting(doc = "Voices of the browser Edge") EdgeConfig edge,
    @Setting(doc = "OpenAI") OpenAiSpeechConfig openai,
    @Setting(doc = "Kokoro, run by yourself") OpenAiSpeechConfig kokoro,
    @Setting(doc = "Chatterbox, run by yourself") OpenAiSpeechConfig chatterbox,
    @Setting(doc = "SiliconFlow") OpenAiSpeechConfig siliconflow,
    @Setting(doc = "Azure AI Speech") AzureConfig azure,
    @Setting(doc = "Google Cloud Text-to-Speech") GoogleConfig google,
    @Setting(doc = "Google's Gemini") GeminiConfig gemini,
    @Setting(doc = "ElevenLabs") ElevenLabsConfig elevenlabs,
    @Setting(doc = "A service of speaking characters") CharacterConfig character,
    @Setting(doc = "Piper's voices") PiperConfig piper) {
  public SpeechConfig {
    providers = List.copyOf(providers);
    prices = Map.copyOf(prices);
    for (String provider : providers) {
      if (!SpeechProviders.CHOOSABLE.contains(provider)) {
        throw new IllegalArgumentException(
            "providers: there is no '%s'; it takes any of %s"
                .formatted(provider, SpeechProviders.CHOOSABLE));
      }
    }
    ProviderPrices.check(prices);
  }
}
