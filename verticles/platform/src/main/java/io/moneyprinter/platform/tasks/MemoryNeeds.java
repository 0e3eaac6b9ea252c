package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.ResourceClass;

/**
 * How much memory a task of each kind takes at its height, 0 for too little to wait for, and how
 * much stays free for all else, in bytes.
 */
public record MemoryNeeds(long network, long cpu, long encode, long spare) {
  private static final long MIB = 1024 * 1024;

  /** An encoder of a 1080×1920 segment with its filter graph takes about half a gigabyte. */
  public static final MemoryNeeds USUAL = new MemoryNeeds(0, 96 * MIB, 512 * MIB, 256 * MIB);

  public MemoryNeeds {
    if (network < 0 || cpu < 0 || encode < 0 || spare < 0) {
      throw new IllegalArgumentException("Memory is not negative");
    }
  }

  long of(ResourceClass resource) {
    return switch (resource) {
      case NETWORK -> network;
      case CPU -> cpu;
      case ENCODE -> encode;
    };
  }
}
