package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.ResourceClass;

/**
 * How many tasks of each kind a node runs at once, per service.
 *
 * @param network tasks that wait for others
 * @param cpu tasks that keep a core busy
 * @param encode encoders
 * @param gpu how many of the encoders work on graphics processors
 */
public record TaskSlots(int network, int cpu, int encode, int gpu) {
  public TaskSlots {
    if (network < 1 || cpu < 1 || encode < 1 || gpu < 0) {
      throw new IllegalArgumentException("Each kind of task needs at least one slot");
    }
  }

  /**
   * Sized from the processors of this machine. One encoder does not fill two cores (drawing and
   * decoding wait for one another), so up to four cores get an encoder each; beyond that memory
   * would run out first, about half a gigabyte for each.
   */
  public static TaskSlots forCores(int cores) {
    return new TaskSlots(16, Math.max(1, cores), Math.max(Math.min(cores, 4), cores / 2));
  }

  /** On processors alone. */
  public TaskSlots(int network, int cpu, int encode) {
    this(network, cpu, encode, 0);
  }

  /** The same with encoders on graphics processors beside those that there are. */
  public TaskSlots accelerated(int places) {
    return new TaskSlots(network, cpu, encode + places, gpu + places);
  }

  int of(ResourceClass resource) {
    return switch (resource) {
      case NETWORK -> network;
      case CPU -> cpu;
      case ENCODE -> encode;
    };
  }
}
