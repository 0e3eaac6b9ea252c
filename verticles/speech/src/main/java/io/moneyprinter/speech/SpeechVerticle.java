package io.moneyprinter.speech;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.speech.align.WordTimer;
import io.moneyprinter.speech.audio.FormatNormalizer;
import io.moneyprinter.speech.lexicon.KnownLexicons;
import io.moneyprinter.speech.lexicon.LexiconFarewell;
import io.moneyprinter.speech.lexicon.LexiconStore;
import io.moneyprinter.speech.lexicon.Takeaway;
import io.moneyprinter.speech.provider.GuardedProvider;
import io.moneyprinter.speech.provider.ProviderRegistry;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.VoiceChoice;
import io.moneyprinter.speech.scene.SceneMixer;
import io.moneyprinter.speech.scene.SceneSpeaker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns text into speech with word times. */
public final class SpeechVerticle extends ServiceVerticle {
  private static final long REFRESH_MILLIS = 60_000;

  /** How long the first question for voices waits for the lists of far-away providers. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final SpeechConfig config;

  public SpeechVerticle(SpeechConfig config, Node node) {
    super("speech", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return scope
        .database()
        .map(
            database -> {
              serve(scope, database);
              Takeaway.serve(scope, database);
              DepartureLog.follow(scope, database, new LexiconFarewell(database)::forget);
              return database;
            });
  }

  private void serve(ServiceScope scope, Database database) {
    Node node = scope.node();
    ProviderRegistry registry = registry(scope);
    var store = new SpeechStore(node.blobs(), node.pools(), new FormatNormalizer());
    var coordinator =
        new TtsCoordinator(
            new VoiceChoice(registry, config.fallBack()),
            store,
            new SpeechMeters(node.meters()),
            config.longestText());
    Future<?> known =
        Future.any(refresh(registry), scope.vertx().timer(PATIENCE.toMillis(), MILLISECONDS));
    var directory = new VoiceDirectory(registry, known);
    var preview = new VoicePreview(scope.bus(), registry);
    var lexicons = new KnownLexicons(new LexiconStore(database));
    var scenes =
        new SceneSpeaker(coordinator, lexicons, new SceneMixer(node.blobs(), node.pools()));
    scope.work(SpeechMessages.SYNTHESIZE, scenes::speak);
    scope.serve(SpeechMessages.GET_LEXICON, lexicons::get);
    scope.serve(SpeechMessages.PUT_LEXICON, lexicons::put);
    scope.serve(SpeechMessages.VOICES, directory::voices);
    scope.serve(SpeechMessages.PROVIDERS, directory::providers);
    scope.serve(SpeechMessages.PREVIEW, preview::preview);
    long timer = scope.vertx().setPeriodic(REFRESH_MILLIS, id -> refresh(registry));
    scope.onClose(
        () -> {
          scope.vertx().cancelTimer(timer);
          return Future.succeededFuture();
        });
  }

  private static Future<?> refresh(ProviderRegistry registry) {
    return Future.join(registry.all().stream().map(SpeechProvider::refresh).toList());
  }

  private ProviderRegistry registry(ServiceScope scope) {
    var providers = new SpeechProviders(config, scope.node());
    var prices = new ProviderPrices(config.prices());
    Map<String, SpeechProvider> all = new LinkedHashMap<>();
    for (SpeechProvider provider : providers.offline()) {
      all.put(provider.id(), guarded(provider, scope));
    }
    var timer = new WordTimer(scope.node().pools(), List.copyOf(all.values()));
    providers.makeOthers(timer::time);
    providers.others().forEach((id, provider) -> all.put(id, guarded(provider, scope)));
    List<SpeechProvider> inOrder = new ArrayList<>();
    config.providers().stream().filter(all::containsKey).forEach(id -> inOrder.add(all.get(id)));
    SpeechProviders.OFFLINE.stream()
        .map(all::get)
        .filter(provider -> !inOrder.contains(provider))
        .forEach(inOrder::add);
    Comparator<SpeechProvider> preference =
        config.cheapestFirst() ? Comparator.comparingDouble(prices::of) : (one, other) -> 0;
    return new ProviderRegistry(
        inOrder, List.copyOf(all.values()), providers.missing(), preference);
  }

  private SpeechProvider guarded(SpeechProvider provider, ServiceScope scope) {
    var guarded =
        new GuardedProvider(provider, scope.vertx(), scope.node().meters(), config.providerRest());
    // What is somebody else's may fail without this node being ill.
    if (SpeechProviders.OFFLINE.contains(provider.id())) {
      scope.health(provider.id(), guarded::check);
    }
    scope.onClose(guarded::close);
    return guarded;
  }
}
