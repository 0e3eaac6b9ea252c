package io.moneyprinter.platform.tasks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What tasks of a node share: slots of each kind, for every service, and memory, for all. */
public final class ResourcePool {
  /** An FFmpeg process has its frames and references allocated by then. */
  private static final Duration GROWTH = Duration.ofSeconds(5);

  private final TaskSlots slots;
  private final MemoryNeeds needs;
  private final MemoryManager memory;
  private final long largest;

  /**
   * @param slots how many tasks of a kind run at once in each service
   * @param needs what they take
   * @param memory lets them begin
   * @param largest the most memory that one of them can ever have, bytes
   */
  public ResourcePool(TaskSlots slots, MemoryNeeds needs, MemoryManager memory, long largest) {
    this.largest = largest;
    this.slots = slots;
    this.needs = needs;
    this.memory = memory;
  }

  /** The pool of this machine. */
  public static ResourcePool ofMachine(Vertx vertx, TaskSlots slots, MemoryNeeds needs) {
    FreeMemory free = new FreeMemory();
    return new ResourcePool(
        slots,
        needs,
        new MemoryManager(vertx, free, needs.spare(), GROWTH),
        Math.max(0, free.whole() - needs.spare()));
  }

  /** A pool whose memory does not end. */
  public static ResourcePool ample(Vertx vertx, TaskSlots slots) {
    LongSupplier endless = () -> Long.MAX_VALUE / 2;
    return new ResourcePool(
        slots,
        MemoryNeeds.USUAL,
        new MemoryManager(vertx, endless, 0, Duration.ZERO),
        Long.MAX_VALUE / 2);
  }

  /** How many tasks of a kind may run at once. */
  public TaskSlots slots() {
    return slots;
  }

  /** Lets tasks begin when their memory is free. */
  MemoryManager memory() {
    return memory;
  }

  /** What a task of the kind takes that says nothing of its own, bytes. */
  long usual(ResourceClass resource) {
    return needs.of(resource);
  }

  /** The most that one task can ever have, bytes. */
  long largest() {
    return largest;
  }

  /** Shows how many tasks wait for memory. */
  public void meter(MeterRegistry meters) {
    Gauge.builder("tasks.memory.waiting", memory, MemoryManager::waiting)
        .description("Tasks that have a slot and wait until enough memory is free")
        .register(meters);
  }
}
