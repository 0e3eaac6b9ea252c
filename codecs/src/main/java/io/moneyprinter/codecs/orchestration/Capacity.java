package io.moneyprinter.codecs.orchestration;

/**
 * What a node has for the tasks of one queue, what one of them holds, or what a step wants.
 *
 * @param slots tasks that run at once; a step may want several of them
 * @param memory MiB
 * @param gpus places on graphics processors
 */
public record Capacity(int slots, long memory, int gpus) {
  public Capacity {
    if (slots < 0 || memory < 0 || gpus < 0) {
      throw new IllegalArgumentException("A capacity is not negative");
    }
  }

  /** Whether whoever has this has all that is wanted. */
  public boolean covers(Capacity wanted) {
    return slots >= wanted.slots && memory >= wanted.memory && gpus >= wanted.gpus;
  }
}
