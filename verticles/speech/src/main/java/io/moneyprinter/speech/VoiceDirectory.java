package io.moneyprinter.speech;

import io.moneyprinter.codecs.speech.ListProviders;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.ProviderList;
import io.moneyprinter.codecs.speech.ProviderList.Provider;
import io.moneyprinter.codecs.speech.ProviderList.State;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.codecs.speech.VoiceList;
import io.moneyprinter.speech.provider.ProviderRegistry;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells which voices and providers there are. */
final class VoiceDirectory {
  private final ProviderRegistry registry;
  private final Future<?> known;

  /**
   * @param known completes when the providers' own lists have come, or nobody waits for them any
   *     more
   */
  VoiceDirectory(ProviderRegistry registry, Future<?> known) {
    this.registry = registry;
    this.known = known;
  }

  Future<VoiceList> voices(ListVoices wanted) {
    return known.transform(
        any ->
            Future.succeededFuture(
                new VoiceList(
                    registry.voices(wanted.language()).stream()
                        .filter(voice -> matches(voice, wanted))
                        .toList())));
  }

  private static boolean matches(Voice voice, ListVoices wanted) {
    String provider = wanted.provider();
    return (provider == null
            || voice
                .id()
                .toLowerCase(Locale.ROOT)
                .startsWith(provider.toLowerCase(Locale.ROOT) + ":"))
        && (wanted.gender() == null || voice.gender().equalsIgnoreCase(wanted.gender()))
        && (wanted.offline() == null || voice.offline() == wanted.offline());
  }

  Future<ProviderList> providers(ListProviders wanted) {
    return known.transform(any -> states());
  }

  private Future<ProviderList> states() {
    List<Future<Provider>> states = new ArrayList<>();
    registry.all().forEach(provider -> states.add(state(provider)));
    return Future.join(states)
        .map(
            all -> {
              List<Provider> list = new ArrayList<>(all.<Provider>list());
              registry
                  .missing()
                  .forEach(
                      (id, why) -> {
                        // The others are names that no setting here could give a meaning to.
                        if (SpeechProviders.CHOOSABLE.contains(id)) {
                          list.add(new Provider(id, State.NOT_SET, why, 0));
                        }
                      });
              return new ProviderList(list);
            });
  }

  private Future<Provider> state(SpeechProvider provider) {
    int voices = provider.voices().size();
    return provider
        .check()
        .transform(
            checked ->
                Future.succeededFuture(
                    checked.succeeded()
                        ? new Provider(provider.id(), State.READY, null, voices)
                        : new Provider(
                            provider.id(),
                            provider.resting() ? State.RESTING : State.UNAVAILABLE,
                            checked.cause().getMessage(),
                            voices)));
  }
}
