package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.List;

/** A place that pictures and clips come from. Safe to use from any thread. */
public interface MaterialSource extends AutoCloseable {
  /** Short and in small letters, as briefs and settings write it. */
  String name();

  /** What a brief has to do so that this one may be asked without being named. */
  Readiness readiness();

  /** The setting without which it is {@link Readiness#UNSET}. */
  default String needs() {
    return "materials.sources." + name() + ".api-key";
  }

  /** Whether a source is asked when a brief leaves the choice open. */
  enum Readiness {
    /** It has what it needs. */
    READY,
    /** It would work, but is asked only where a brief or a setting names it. */
    ON_REQUEST,
    /** A setting is missing. */
    UNSET
  }

  /** Whether it is left alone at present, because it failed several times in a row. */
  default boolean resting() {
    return false;
  }

  /** Whether it belongs to somebody else: not the tenant's own library. */
  default boolean outside() {
    return true;
  }

  /** Whether it makes pictures rather than finds them: then a search offers one, yet to be made. */
  default boolean makes() {
    return false;
  }

  /**
   * What the source offers, its own best first; none is no failure. Fails with {@code INVALID}
   * naming the setting at fault, {@code QUOTA}, {@code UNAVAILABLE} or {@code TIMEOUT}.
   */
  Future<List<Candidate>> search(SourceQuery query);

  /**
   * Brings a candidate of this source into the store: the smallest rendition that covers what is
   * wanted, checked by the video service. Fails with {@code INVALID} when the file is of no use,
   * and as {@link #search} does.
   *
   * @param task whose work this is; paid calls go through it
   */
  Future<Fetched> fetch(Candidate candidate, Wanted wanted, TaskContext task);

  @Override
  default void close() {}
}
