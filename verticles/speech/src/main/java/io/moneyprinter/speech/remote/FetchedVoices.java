package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.speech.Voice;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider's own list, as it was when it was last asked; until then what is known of it. */
public final class FetchedVoices implements VoiceBook {
  private static final Logger LOG = LoggerFactory.getLogger(FetchedVoices.class);

  private static final Duration FRESH = Duration.ofHours(6);

  private final String provider;
  private final boolean open;
  private final Supplier<Future<List<Voice>>> list;
  private volatile List<Voice> voices;
  private volatile Instant asked = Instant.EPOCH;

  /**
   * @param provider the first part of the ids
   * @param known voices to begin with
   * @param open whether a name that is not on the list may be right as well
   */
  public FetchedVoices(
      String provider, List<Voice> known, boolean open, Supplier<Future<List<Voice>>> list) {
    this.provider = provider;
    this.voices = List.copyOf(known);
    this.open = open;
    this.list = list;
  }

  @Override
  public List<Voice> all() {
    return voices;
  }

  @Override
  public Optional<Voice> named(String id) {
    Optional<Voice> listed = VoiceBook.super.named(id);
    return open ? listed.or(() -> Optional.of(VoiceBook.unlisted(provider, id))) : listed;
  }

  /** Never fails: without an answer the list stays as it is. Asks a few times a day at most. */
  @Override
  public Future<Void> refresh() {
    Instant now = Instant.now();
    if (asked.plus(FRESH).isAfter(now)) {
      return Future.succeededFuture();
    }
    asked = now;
    return list.get()
        .transform(
            answer -> {
              if (answer.failed()) {
                LOG.info("{} did not list its voices: {}", provider, answer.cause().getMessage());
              } else if (!answer.result().isEmpty()) {
                voices = List.copyOf(answer.result());
              }
              return Future.succeededFuture();
            });
  }
}
