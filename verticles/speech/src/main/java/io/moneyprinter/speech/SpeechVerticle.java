package io.moneyprinter.speech;

import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.VoiceList;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.speech.audio.FormatNormalizer;
import io.moneyprinter.speech.espeak.EspeakProcess;
import io.moneyprinter.speech.espeak.EspeakProvider;
import io.moneyprinter.speech.mary.MaryProvider;
import io.moneyprinter.speech.provider.GuardedProvider;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.ProviderRegistry;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.VoiceChoice;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns text into speech with word times. */
public final class SpeechVerticle extends ServiceVerticle {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechVerticle.class);

  private final SpeechConfig config;

  public SpeechVerticle(SpeechConfig config, Node node) {
    super("speech", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    List<SpeechProvider> providers =
        config.providers().stream().map(id -> guarded(id, scope)).toList();
    var registry = new ProviderRegistry(providers);
    Node node = scope.node();
    var store = new SpeechStore(node.blobs(), node.pools(), new FormatNormalizer());
    var coordinator = new TtsCoordinator(new VoiceChoice(registry), store, config.longestText());
    scope.work(SpeechMessages.SYNTHESIZE, coordinator::synthesize);
    scope.serve(
        SpeechMessages.VOICES,
        wanted -> Future.succeededFuture(new VoiceList(registry.voices(wanted.language()))));
    return Future.succeededFuture();
  }

  private SpeechProvider guarded(String id, ServiceScope scope) {
    var provider = new GuardedProvider(provider(id, scope), scope.vertx(), config.providerRest());
    scope.health(id, provider::check);
    scope.onClose(provider::close);
    return provider;
  }

  private SpeechProvider provider(String id, ServiceScope scope) {
    Node node = scope.node();
    var narrator = new Narrator(config.sentencePause(), config.paragraphPause());
    return switch (id) {
      case MaryProvider.ID -> {
        var mary = new MaryProvider(node.pools(), narrator);
        if (config.preload()) {
          mary.load().onFailure(cause -> LOG.warn("The English voice cannot be loaded", cause));
        }
        yield mary;
      }
      case EspeakProvider.ID ->
          new EspeakProvider(
              new EspeakProcess(
                  node.vertx(),
                  node.pools(),
                  node.data().cache(EspeakProvider.ID),
                  config.espeakIdle(),
                  config.espeakLimit()),
              narrator);
      default -> throw new IllegalArgumentException("No speech provider is called " + id);
    };
  }
}
