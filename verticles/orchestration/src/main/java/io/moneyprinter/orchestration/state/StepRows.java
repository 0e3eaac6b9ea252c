package io.moneyprinter.orchestration.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of one job's steps as a change leaves them, and what of that has to be written. */
final class StepRows {
  private final Map<UUID, StepRow> steps = new LinkedHashMap<>();
  private final Map<UUID, StepWrite> writes = new LinkedHashMap<>();
  private final List<UUID> removed = new ArrayList<>();

  StepRows(Collection<StepRow> rows) {
    rows.forEach(row -> steps.put(row.id(), row));
  }

  /** The parts themselves, without the second copies of some. */
  List<StepRow> all() {
    return steps.values().stream().filter(row -> row.place().copyOf() == null).toList();
  }

  Optional<StepRow> copyOf(StepRow step) {
    return steps.values().stream()
        .filter(row -> step.id().equals(row.place().copyOf()))
        .findFirst();
  }

  StepRow byId(UUID id) {
    return steps.get(id);
  }

  void write(StepWrite write) {
    StepRow changed = write.row();
    writes.merge(changed.id(), write, StepWrite::after);
    steps.put(changed.id(), changed);
  }

  /** Forgets all that is known of a part: its copy, and its row, where it is one of several. */
  void anew(StepRow step) {
    copyOf(step).ifPresent(this::remove);
    if (step.place().part() > 0) {
      remove(step);
    } else {
      write(new StepWrite(step.anew(), null, null, true));
    }
  }

  void remove(StepRow step) {
    steps.remove(step.id());
    writes.remove(step.id());
    removed.add(step.id());
  }

  /** The result that a part gets by this change; empty when it gets none. */
  Optional<String> newResult(String name, int part) {
    return writes.values().stream()
        .filter(write -> write.result() != null)
        .filter(write -> write.row().place().name().equals(name))
        .filter(write -> write.row().place().part() == part)
        .map(StepWrite::result)
        .findFirst();
  }

  Collection<StepWrite> writes() {
    return writes.values();
  }

  Collection<UUID> removed() {
    return removed;
  }

  boolean changed() {
    return !writes.isEmpty() || !removed.isEmpty();
  }
}
