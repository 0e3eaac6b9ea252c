package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.orchestration.Capacity;

/**
 * What a step occupies while it runs, for whoever decides where and when it may.
 *
 * @param cpu cores, 0 to 1024, of which each takes a slot; parts of one are allowed; {@code null}
 *     where nothing is said
 * @param memory MiB, 0 or more; {@code null} where nothing is said
 * @param gpu whole graphics processors, 0 to 64; {@code null} where nothing is said
 */
public record Needs(Double cpu, Long memory, Integer gpu) {
  public static final Needs UNKNOWN = new Needs(null, null, null);

  /** Whether anything is said that decides where a step may run. */
  public boolean stated() {
    return slots() > 1 || memory != null || gpus() > 0;
  }

  /** Slots of a queue: one for each core, or part of one, that is wanted; at least 1. */
  public int slots() {
    return cpu == null ? 1 : Math.max(1, (int) Math.ceil(cpu));
  }

  private int gpus() {
    return gpu == null ? 0 : gpu;
  }

  /**
   * What has to be kept free for a step.
   *
   * @param usual MiB for one that says nothing of memory
   */
  public Capacity capacity(long usual) {
    return new Capacity(slots(), memory == null ? usual : memory, gpus());
  }

  public Needs {
    if (cpu != null && !(cpu >= 0 && cpu <= 1024)) {
      throw new IllegalArgumentException("needs.cpu must be 0 to 1024 cores, not " + cpu);
    }
    if (memory != null && memory < 0) {
      throw new IllegalArgumentException("needs.memory must be 0 MiB or more, not " + memory);
    }
    if (gpu != null && (gpu < 0 || gpu > 64)) {
      throw new IllegalArgumentException("needs.gpu must be 0 to 64, not " + gpu);
    }
  }
}
