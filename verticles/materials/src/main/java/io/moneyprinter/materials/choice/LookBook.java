package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.materials.look.Thumbnails;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the candidates of one video look, as far as somebody looked at them before, and as far as
 * thumbnails tell. Safe to use from any thread.
 */
public final class LookBook {
  /** Thumbnails that are fetched for a scene: of those that may be shown there. */
  private static final int MOST = 4;

  private final Appearances appearances;
  private final Thumbnails thumbnails;
  private final Map<String, Appearance> known = new ConcurrentHashMap<>();
  private final Map<String, Future<Void>> glimpsed = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /**
   * @param thumbnails fetches those of candidates
   */
  public LookBook(Appearances appearances, Thumbnails thumbnails) {
    this.appearances = appearances;
    this.thumbnails = thumbnails;
  }

  /** Finds out what is known of candidates. */
  public Future<Void> learn(Collection<Candidate> candidates) {
    List<String> open =
        candidates.stream()
            .filter(candidate -> candidate.appearance() == null)
            .map(Candidate::key)
            .filter(asked::add)
            .toList();
    if (appearances == null || open.isEmpty()) {
      return Future.succeededFuture();
    }
    return appearances
        .known(open)
        .map(
            found -> {
              known.putAll(found);
              return null;
            });
  }

  /** A candidate with its looks, as far as they are known. */
  public Candidate seen(Candidate candidate) {
    return candidate.looking(known.get(candidate.key()));
  }

  /** Looks at the thumbnails of the first few of some candidates. Never fails. */
  public Future<Void> glimpse(List<Candidate> best) {
    List<Future<Void>> looks = new ArrayList<>();
    for (Candidate candidate : best.subList(0, Math.min(MOST, best.size()))) {
      boolean open = seen(candidate).appearance() == null && thumbnails != null;
      if (open && thumbnails.has(candidate)) {
        looks.add(glimpsed.computeIfAbsent(candidate.key(), key -> glimpse(candidate)));
      }
    }
    return Future.all(looks).mapEmpty();
  }

  private Future<Void> glimpse(Candidate candidate) {
    return thumbnails
        .look(candidate)
        .map(
            looks -> {
              looks.ifPresent(found -> known.put(candidate.key(), found));
              return null;
            });
  }

  /**
   * Looks at files that came from sources, which tell more than thumbnails do. Never fails.
   *
   * @param shown candidates by their scene
   */
  public Future<Void> watch(List<SceneMaterial> materials, Map<Integer, Candidate> shown) {
    Future<Void> watched = Future.succeededFuture();
    for (SceneMaterial material : materials) {
      Candidate candidate = shown.get(material.scene());
      Appearances.Subject file = file(material.picture());
      if (candidate != null && file != null && !watched(seen(candidate))) {
        watched = watched.compose(before -> watch(candidate.key(), file));
      }
    }
    return watched;
  }

  private static boolean watched(Candidate candidate) {
    Appearance looks = candidate.appearance();
    return looks != null && (candidate.kind() == Candidate.Kind.STILL || looks.motion() != null);
  }

  /** A picture's file; {@code null} for one that has none. */
  public static Appearances.Subject file(Picture picture) {
    if (picture instanceof Picture.Footage footage) {
      return new Appearances.Subject(footage.blob(), MediaInfo.Kind.VIDEO, footage.seconds());
    }
    return picture instanceof Picture.Still still
        ? new Appearances.Subject(still.blob(), MediaInfo.Kind.STILL, 0)
        : null;
  }

  private Future<Void> watch(String key, Appearances.Subject file) {
    return appearances
        .look(key, file)
        .map(
            looks -> {
              if (looks != null) {
                known.put(key, looks);
              }
              return null;
            });
  }
}
