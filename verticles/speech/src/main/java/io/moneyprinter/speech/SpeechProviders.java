package io.moneyprinter.speech;

import io.moneyprinter.platform.node.Node;
import io.moneyprinter.speech.azure.AzureProvider;
import io.moneyprinter.speech.character.CharacterProvider;
import io.moneyprinter.speech.edge.EdgeProvider;
import io.moneyprinter.speech.elevenlabs.ElevenLabsProvider;
import io.moneyprinter.speech.espeak.EspeakProcess;
import io.moneyprinter.speech.espeak.EspeakProvider;
import io.moneyprinter.speech.google.GeminiProvider;
import io.moneyprinter.speech.google.GoogleProvider;
import io.moneyprinter.speech.mary.MaryProvider;
import io.moneyprinter.speech.openai.OpenAiProviders;
import io.moneyprinter.speech.openai.OpenAiSpeechConfig;
import io.moneyprinter.speech.piper.PiperProvider;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.recording.RecordingProvider;
import io.moneyprinter.speech.remote.RemoteSpeech;
import io.moneyprinter.speech.remote.WordTimes;
import io.moneyprinter.speech.silence.SilenceProvider;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the providers that are set up, and knows what the others lack. */
final class SpeechProviders {
  /** Those that may be chosen without being asked for. */
  static final List<String> CHOOSABLE =
      List.of(
          PiperProvider.ID,
          MaryProvider.ID,
          EspeakProvider.ID,
          EdgeProvider.ID,
          "openai",
          "kokoro",
          "chatterbox",
          "siliconflow",
          AzureProvider.ID,
          GoogleProvider.ID,
          GeminiProvider.ID,
          ElevenLabsProvider.ID,
          CharacterProvider.ID);

  /** Who speaks when everybody else fails. */
  static final List<String> OFFLINE = List.of(MaryProvider.ID, EspeakProvider.ID);

  /** Names under which MoneyPrinterTurbo has voices that cannot be had here. */
  private static final Set<String> FOREIGN = Set.of("mimo", "minimax", "fish", "voxcpm");

  private static final Logger LOG = LoggerFactory.getLogger(SpeechProviders.class);

  private final SpeechConfig config;
  private final Node node;
  private final Narrator narrator;
  private final Map<String, SpeechProvider> made = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  SpeechProviders(SpeechConfig config, Node node) {
    this.config = config;
    this.node = node;
    this.narrator = new Narrator(config.sentencePause(), config.paragraphPause());
  }

  /** The voices that need nothing but this program; they tell the words' times exactly. */
  List<SpeechProvider> offline() {
    var mary = new MaryProvider(node.pools(), narrator);
    var espeak =
        new EspeakProvider(
            new EspeakProcess(
                node.vertx(),
                node.pools(),
                node.data().cache(EspeakProvider.ID),
                config.espeakIdle(),
                config.espeakLimit()),
            narrator);
    if (config.preload()) {
      node.health().whenReady().onSuccess(ready -> load(mary, espeak));
    }
    return List.of(mary, espeak);
  }

  /** The lighter one first: it is there long before the other is. */
  private void load(MaryProvider mary, EspeakProvider espeak) {
    espeak.load().onFailure(cause -> unloaded("espeak-ng", cause));
    mary.load().onFailure(cause -> unloaded("The English voice", cause));
  }

  /** A node that stops right after its start interrupts the loading, which is no fault. */
  private void unloaded(String what, Throwable cause) {
    if (node.health().ready()) {
      LOG.warn("{} cannot be loaded", what, cause);
    } else {
      LOG.debug("{} is not loaded: the node stops", what);
    }
  }

  /** Makes all others. */
  void makeOthers(WordTimes times) {
    var shared = new RemoteSpeech(node, times, config.sentencePause());
    made.put(PiperProvider.ID, PiperProvider.open(config.piper(), shared));
    if (config.edge().enabled()) {
      made.put(EdgeProvider.ID, EdgeProvider.open(config.edge(), Clock.systemUTC(), shared));
    } else {
      missing.put(EdgeProvider.ID, "speech.edge.enabled is false");
    }
    openAi("openai", config.openai(), shared);
    openAi("kokoro", config.kokoro(), shared);
    openAi("chatterbox", config.chatterbox(), shared);
    openAi("siliconflow", config.siliconflow(), shared);
    if (keyed(AzureProvider.ID, config.azure().apiKey())) {
      made.put(AzureProvider.ID, AzureProvider.open(config.azure(), shared));
    }
    if (keyed(GoogleProvider.ID, config.google().apiKey())) {
      made.put(GoogleProvider.ID, GoogleProvider.open(config.google(), shared));
    }
    if (keyed(GeminiProvider.ID, config.gemini().apiKey())) {
      made.put(GeminiProvider.ID, GeminiProvider.open(config.gemini(), shared));
    }
    if (keyed(ElevenLabsProvider.ID, config.elevenlabs().apiKey())) {
      made.put(ElevenLabsProvider.ID, ElevenLabsProvider.open(config.elevenlabs(), shared));
    }
    if (config.character().baseUrl().isPresent()) {
      made.put(CharacterProvider.ID, CharacterProvider.open(config.character(), shared));
    } else {
      missing.put(CharacterProvider.ID, "set speech.character.base-url");
    }
    made.put(RecordingProvider.ID, new RecordingProvider(node, times));
    made.put(SilenceProvider.ID, new SilenceProvider());
    FOREIGN.forEach(id -> missing.put(id, "no provider of that name is known here"));
  }

  private void openAi(String id, OpenAiSpeechConfig set, RemoteSpeech shared) {
    Optional<String> lacking = OpenAiProviders.missing(id, set);
    if (lacking.isPresent()) {
      missing.put(id, "set " + lacking.get());
    } else {
      made.put(id, OpenAiProviders.open(id, set, shared));
    }
  }

  private boolean keyed(String id, Optional<String> key) {
    if (key.isEmpty()) {
      missing.put(id, "set speech." + id + ".api-key");
    }
    return key.isPresent();
  }

  /** Made by {@link #makeOthers}, by id. */
  Map<String, SpeechProvider> others() {
    return made;
  }

  /** Not made, by id, each with what has to be set for it. */
  Map<String, String> missing() {
    return missing;
  }
}
