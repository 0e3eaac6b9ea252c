package io.moneyprinter.materials.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A site that is searched over HTTP: answers are kept, equal searches at the same time are one, and
 * no more is asked than the site allows.
 */
final class HttpSource implements MaterialSource {
  private final SourceWire wire;
  private final Parts parts;
  private final SharedLimit limit;
  private final Readiness readiness;
  private final Map<String, Future<List<Candidate>>> running = new ConcurrentHashMap<>();

  /**
   * What a source works with.
   *
   * @param address at which the site is asked
   * @param agent what the program calls itself there
   * @param patience the longest wait for one answer, waits that the site asks for included
   */
  record Parts(
      Vertx vertx,
      ProviderClient client,
      SearchCache cache,
      SourceMeters meters,
      FileFetcher files,
      String address,
      String agent,
      Duration patience) {}

  /**
   * @param limit counts what is asked
   */
  HttpSource(SourceWire wire, Parts parts, SharedLimit limit, Readiness readiness) {
    this.wire = wire;
    this.parts = parts;
    this.limit = limit;
    this.readiness = readiness;
  }

  @Override
  public String name() {
    return wire.profile().name();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  @Override
  public boolean resting() {
    return parts.client().resting();
  }

  @Override
  public Future<List<Candidate>> search(SourceQuery query) {
    List<SourceWire.Ask<List<Candidate>>> asks = wire.search(query);
    if (asks.isEmpty() || query.terms().isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    String key = parts.cache().key(name(), parts.address(), query);
    Promise<List<Candidate>> mine = Promise.promise();
    Future<List<Candidate>> other = running.putIfAbsent(key, mine.future());
    if (other != null) {
      return other;
    }
    parts
        .cache()
        .find(key)
        .compose(
            kept -> {
              kept.ifPresent(found -> parts.meters().came(name(), "cached"));
              return kept.map(Future::succeededFuture).orElseGet(() -> asked(key, asks));
            })
        .onComplete(
            done -> {
              running.remove(key);
              mine.handle(done);
            });
    return mine.future();
  }

  private Future<List<Candidate>> asked(String key, List<SourceWire.Ask<List<Candidate>>> asks) {
    Future<List<Candidate>> all = Future.succeededFuture(new ArrayList<>());
    for (SourceWire.Ask<List<Candidate>> ask : asks) {
      all =
          all.compose(
              found ->
                  ask(ask)
                      .map(
                          more -> {
                            found.addAll(more);
                            return found;
                          }));
    }
    return all.onSuccess(found -> parts.meters().came(name(), found.isEmpty() ? "empty" : "ok"))
        .onFailure(cause -> parts.meters().failed(name(), cause))
        .compose(found -> parts.cache().keep(key, found, wire.profile().life()).map(kept -> found));
  }

  private <T> Future<T> ask(SourceWire.Ask<T> ask) {
    return limit
        .take(parts.patience().dividedBy(2))
        .compose(
            wait ->
                wait.isPresent()
                    ? ask(ask, wait.get())
                    : Future.failedFuture(
                        ServiceFailure.unavailable(
                            wire.profile().title()
                                + " was asked as often as it allows. Try again later, or set"
                                + " materials.sources."
                                + name()
                                + ".requests-per-hour if it allows you more")));
  }

  private <T> Future<T> ask(SourceWire.Ask<T> ask, Duration wait) {
    ProviderRequest request =
        ask.request()
            .header("user-agent", parts.agent())
            .until(Instant.now().plus(wait).plus(parts.patience()), parts.patience());
    Future<?> turn =
        wait.isZero()
            ? Future.succeededFuture()
            : parts.vertx().timer(Math.max(1, wait.toMillis()));
    return turn.compose(
        now -> parts.client().send(request, answer -> ask.reader().apply(json(answer))));
  }

  private JsonNode json(ProviderResponse answer) {
    try {
      JsonNode tree = RecordJson.wire().readTree(answer.body().getBytes());
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      throw parts.client().unreadable("it is not JSON");
    }
    throw parts.client().unreadable("it is not a JSON object");
  }

  @Override
  public Future<Fetched> fetch(Candidate candidate, Wanted wanted, TaskContext task) {
    Optional<SourceWire.Ask<Candidate>> detail =
        candidate.renditions().isEmpty() ? wire.detail(candidate) : Optional.empty();
    return detail
        .map(this::ask)
        .orElseGet(() -> Future.succeededFuture(candidate))
        .compose(whole -> parts.files().fetch(whole, wanted));
  }

  @Override
  public void close() {
    parts.client().close();
  }
}
