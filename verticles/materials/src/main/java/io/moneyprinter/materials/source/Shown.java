package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a video shows already: by name, and by how it looks. Not safe to use from two threads. */
public final class Shown {
  private final Set<String> keys = new HashSet<>();
  private final List<String> looks = new ArrayList<>();

  /** Notes a candidate; whether neither it nor what looks the same was there before. */
  public boolean take(Candidate candidate) {
    String look = candidate.perceptualHash();
    if (keys.contains(candidate.key())
        || looks.stream().anyMatch(other -> LikeLooks.same(look, other))) {
      return false;
    }
    add(candidate);
    return true;
  }

  /** Notes what shows in any case. */
  public void add(Candidate candidate) {
    keys.add(candidate.key());
    if (candidate.perceptualHash() != null) {
      looks.add(candidate.perceptualHash());
    }
  }

  /** Notes what shows by its name alone. */
  public void add(Set<String> names) {
    keys.addAll(names);
  }

  Shown copy() {
    Shown copy = new Shown();
    copy.keys.addAll(keys);
    copy.looks.addAll(looks);
    return copy;
  }
}
