package io.moneyprinter.materials.meaning;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the texts of one video's scenes and candidates mean. Where no service is set, or it fails,
 * nothing is known, and matching goes by words alone. Safe to use from any thread.
 */
public final class Meanings {
  /** Texts in one call: their vectors stay below the size that the books on paid calls keep. */
  private static final int BATCH = 40;

  private static final int LONGEST = 2000;

  private final EmbeddingClient client;
  private final EmbeddingStore store;
  private final TaskContext task;
  private final Map<String, float[]> known = new ConcurrentHashMap<>();
  private volatile String trouble;

  /** Numbers in the vector that the service told last; 0 before it was asked. */
  private volatile int latest;

  /** What is asked, for the books. */
  record Input(String model, List<String> texts) {}

  /**
   * @param client {@code null} when no service is set
   */
  Meanings(EmbeddingClient client, EmbeddingStore store, TaskContext task) {
    this.client = client;
    this.store = store;
    this.task = task;
  }

  /** Nothing is known. */
  public static Meanings none() {
    return new Meanings(null, null, null);
  }

  /**
   * Finds out about texts. Fails only when a cap on what may be spent forbids it; a service that
   * fails is not asked again for this video.
   */
  public Future<Void> learn(Collection<String> texts) {
    List<String> open =
        texts.stream().map(Meanings::cut).filter(text -> fresh(text)).distinct().toList();
    if (client == null || trouble != null || open.isEmpty()) {
      return Future.succeededFuture();
    }
    return store
        .find(client.model(), open)
        .compose(
            found -> {
              known.putAll(found);
              return ask(open.stream().filter(this::fresh).toList());
            })
        .compose(asked -> ask(stale()))
        .compose(
            asked ->
                stale().isEmpty()
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture(client.uneven()))
        .recover(
            cause -> {
              ServiceFailure failure = ServiceFailure.from(cause);
              if (CostCaps.refused(failure)) {
                return Future.failedFuture(failure);
              }
              trouble = failure.getMessage();
              return Future.succeededFuture();
            });
  }

  /**
   * Texts whose vectors are of another length than that of most: the service has changed what it
   * calls by this name, and what was kept of it cannot be compared any more.
   */
  private List<String> stale() {
    Map<Integer, Long> lengths =
        known.values().stream()
            .collect(Collectors.groupingBy(v -> v.length, Collectors.counting()));
    if (lengths.size() < 2) {
      return List.of();
    }
    int now = latest > 0 ? latest : Collections.max(lengths.keySet());
    return known.entrySet().stream()
        .filter(one -> one.getValue().length != now)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private boolean fresh(String text) {
    return !text.isBlank() && !known.containsKey(text);
  }

  private Future<Void> ask(List<String> texts) {
    Future<Void> asked = Future.succeededFuture();
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch =
          new ArrayList<>(texts.subList(from, Math.min(texts.size(), from + BATCH)));
      asked = asked.compose(before -> askBatch(batch));
    }
    return asked;
  }

  private Future<Void> askBatch(List<String> batch) {
    return task.calls()
        .once(
            client.priced(),
            new Input(client.model(), batch),
            Vectors.class,
            () -> client.embed(batch))
        .compose(
            vectors -> {
              for (int i = 0; i < batch.size(); i++) {
                float[] vector = Vectors.unpack(vectors.packed().get(i));
                latest = vector.length;
                known.put(batch.get(i), vector);
              }
              return store.keep(client.model(), batch, vectors);
            });
  }

  /**
   * How near two texts are, -1 to 1; empty when one is not known, and for all once the service has
   * failed: to know some and not others would be unfair to the others.
   */
  public OptionalDouble likeness(String one, String other) {
    float[] a = known.get(cut(one));
    float[] b = known.get(cut(other));
    return trouble != null || a == null || b == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Vectors.cosine(a, b));
  }

  /** Whether a service is set, but could not tell. */
  public boolean failed() {
    return trouble != null;
  }

  /** What went wrong, for people. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble)
        .map(what -> "Clips were matched by their words alone: " + what);
  }

  private static String cut(String text) {
    String bare = text.strip();
    return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
  }
}
