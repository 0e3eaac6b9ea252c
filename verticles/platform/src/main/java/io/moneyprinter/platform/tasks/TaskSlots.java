package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.ResourceClass;

/**
 * How many tasks of each kind a node runs at once, per service.
 *
 * @param network tasks that wait for others
 * @param cpu tasks that keep a core busy
 * @param encode encoders
 */
public record TaskSlots(int network, int cpu, int encode) {
  public TaskSlots {
    if (network < 1 || cpu < 1 || encode < 1) {
      throw new IllegalArgumentException("Each kind of task needs at least one slot");
    }
  }

  /** Sized from the processors of this machine. */
  public static TaskSlots forCores(int cores) {
    return new TaskSlots(16, Math.max(1, cores), Math.max(1, cores / 2 + cores % 2));
  }

  int of(ResourceClass resource) {
    return switch (resource) {
      case NETWORK -> network;
      case CPU -> cpu;
      case ENCODE -> encode;
    };
  }
}
