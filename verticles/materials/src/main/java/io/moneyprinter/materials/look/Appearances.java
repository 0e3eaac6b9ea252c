package io.moneyprinter.materials.look;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.MeasureAppearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how files look: each is decoded once, by the video service, and remembered by its bytes.
 * What cannot be looked at is unknown, and nothing fails for it.
 */
public final class Appearances {
  private static final Logger LOG = LoggerFactory.getLogger(Appearances.class);

  /** Files that are looked at while a video waits; the others are unknown until the next one. */
  private static final int MOST_AT_ONCE = 12;

  private static final int LANES = 2;

  private final Node node;
  private final AppearanceStore store;

  public Appearances(Node node, Database database) {
    this.node = node;
    this.store = new AppearanceStore(database);
  }

  /** A file whose looks are wanted. */
  public record Subject(Blob blob, MediaInfo.Kind kind, double seconds) {
    /** By what is known of a file; sounds have no looks. */
    public static Subject of(Blob blob, MediaInfo info) {
      return new Subject(blob, info.kind(), info.seconds());
    }

    boolean seen() {
      return kind != MediaInfo.Kind.AUDIO;
    }
  }

  /** What is known by key of bytes or name of candidate. */
  public Future<Map<String, Appearance>> known(Collection<String> subjects) {
    return subjects.isEmpty() ? Future.succeededFuture(Map.of()) : store.find(subjects);
  }

  /** How files look, by the key of their bytes; a few that are not known are looked at. */
  public Future<Map<String, Appearance>> of(Collection<Subject> files) {
    Map<String, Subject> open = new HashMap<>();
    files.stream().filter(Subject::seen).forEach(file -> open.put(file.blob().key(), file));
    return known(open.keySet())
        .compose(
            found -> {
              Map<String, Appearance> all = new HashMap<>(found);
              open.keySet().removeAll(found.keySet());
              Iterator<Subject> left =
                  open.values().stream()
                      .sorted((one, other) -> one.blob().key().compareTo(other.blob().key()))
                      .limit(MOST_AT_ONCE)
                      .iterator();
              List<Future<Void>> lanes = new ArrayList<>();
              for (int i = 0; i < LANES; i++) {
                lanes.add(lane(left, all));
              }
              return Future.all(lanes).map(all);
            });
  }

  private Future<Void> lane(Iterator<Subject> left, Map<String, Appearance> all) {
    Subject next;
    synchronized (left) {
      if (!left.hasNext()) {
        return Future.succeededFuture();
      }
      next = left.next();
    }
    return look(next.blob().key(), next)
        .compose(
            looks -> {
              if (looks == null) {
                // Whoever cannot be asked about one cannot be asked about the others.
                return Future.succeededFuture();
              }
              synchronized (all) {
                all.put(next.blob().key(), looks);
              }
              return lane(left, all);
            });
  }

  /** Looks at a file that has just come, unless that was done; never fails. */
  public Future<Void> see(Subject file) {
    return file.seen() ? of(List.of(file)).mapEmpty() : Future.succeededFuture();
  }

  /**
   * Looks at a file and remembers what it saw.
   *
   * @param subject by what it is remembered
   * @return {@code null} when it cannot be looked at
   */
  public Future<Appearance> look(String subject, Subject file) {
    return VideoMessages.MEASURE_APPEARANCE
        .ask(
            node.vertx().eventBus(),
            new MeasureAppearance(file.blob(), file.kind(), file.seconds()))
        .compose(looks -> store.keep(subject, looks).map(looks))
        .recover(
            cause -> {
              LOG.info("It is not known how {} looks: {}", subject, cause.getMessage());
              return Future.succeededFuture(null);
            });
  }

  /** Forgets thumbnails that were seen long ago. */
  public Future<Void> forgetOld() {
    return store.forgetOld();
  }
}
