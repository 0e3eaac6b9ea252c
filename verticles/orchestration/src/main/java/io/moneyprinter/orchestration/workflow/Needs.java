package io.moneyprinter.orchestration.workflow;

/**
 * What a step occupies while it runs, for whoever decides where and when it may.
 *
 * @param cpu cores, 0 to 1024; parts of one are allowed; {@code null} where nothing is said
 * @param memory MiB, 0 or more; {@code null} where nothing is said
 * @param gpu whole graphics processors, 0 to 64; {@code null} where nothing is said
 */
public record Needs(Double cpu, Long memory, Integer gpu) {
  public static final Needs UNKNOWN = new Needs(null, null, null);

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
