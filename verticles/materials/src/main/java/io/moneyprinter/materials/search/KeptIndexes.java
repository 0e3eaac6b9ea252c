package io.moneyprinter.materials.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Indexes that are kept between videos, and brought up to date with what has changed. The entries
 * that a user comes with are the truth, so that none is found which is not there any more. Those
 * that were not used for longest are given up first. Safe to use from any thread; blocks.
 */
public final class KeptIndexes implements AutoCloseable {
  private final TextAnalysis analysis;
  private final MeterRegistry meters;
  private final int most;
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most entries in all indexes together; a single one may be larger while it is used
   */
  public KeptIndexes(TextAnalysis analysis, int most, MeterRegistry meters) {
    this.analysis = analysis;
    this.most = most;
    this.meters = meters;
  }

  /** An index and what is in it. */
  private static final class Kept {
    private final TextIndex index;
    private final Map<String, SearchEntry> entries = new HashMap<>();
    private int users;
    private boolean dropped;

    Kept(TextIndex index) {
      this.index = index;
    }
  }

  /**
   * The index of that name with these entries in it, which whoever asks has to close.
   *
   * @param name tells apart what must not be seen together; holds the tenant
   */
  public OpenIndex open(String name, Collection<SearchEntry> entries) {
    Kept one;
    synchronized (kept) {
      one = kept.computeIfAbsent(name, key -> new Kept(new TextIndex(analysis)));
      one.users++;
    }
    try {
      update(one, entries);
    } catch (RuntimeException e) {
      giveBack(one);
      throw e;
    }
    shrink();
    return new OpenIndex(one.index, () -> giveBack(one));
  }

  private void update(Kept one, Collection<SearchEntry> entries) {
    synchronized (one) {
      Set<String> gone = new HashSet<>(one.entries.keySet());
      List<SearchEntry> changed = new ArrayList<>();
      for (SearchEntry entry : entries) {
        gone.remove(entry.id());
        if (!entry.equals(one.entries.put(entry.id(), entry))) {
          changed.add(entry);
        }
      }
      gone.forEach(one.entries::remove);
      if (!gone.isEmpty()) {
        one.index.remove(gone);
      }
      if (!changed.isEmpty()) {
        one.index.put(changed);
      }
      count("written", changed.size());
      count("removed", gone.size());
      count("kept", entries.size() - changed.size());
    }
  }

  private void count(String outcome, int entries) {
    Counter.builder("materials.index.entries")
        .description("Entries of the kept indexes when one is opened, by what was done with them")
        .tag("outcome", outcome)
        .register(meters)
        .increment(entries);
  }

  private void shrink() {
    synchronized (kept) {
      long all = kept.values().stream().mapToLong(one -> one.index.size()).sum();
      Iterator<Kept> oldest = kept.values().iterator();
      while (all > most && oldest.hasNext()) {
        Kept one = oldest.next();
        if (one.users == 0) {
          all -= one.index.size();
          oldest.remove();
          one.index.close();
        }
      }
    }
  }

  private void giveBack(Kept one) {
    synchronized (kept) {
      one.users--;
      if (one.dropped && one.users == 0) {
        one.index.close();
      }
    }
    shrink();
  }

  @Override
  public void close() {
    synchronized (kept) {
      for (Kept one : kept.values()) {
        one.dropped = true;
        if (one.users == 0) {
          one.index.close();
        }
      }
      kept.clear();
    }
  }
}
