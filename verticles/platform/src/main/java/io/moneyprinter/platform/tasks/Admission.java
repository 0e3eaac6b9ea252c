package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.orchestration.Capacity;
import io.vertx.core.Future;

/**
 * Lets the tasks of one worker begin when what they occupy is free: slots and graphics processors
 * of the worker, memory of the machine.
 */
final class Admission {
  private static final long MIB = 1024 * 1024;

  private final ResourcePool pool;
  private final SlotGate gate;
  private final Capacity whole;
  private final Capacity usual;

  Admission(ResourcePool pool, TaskSlots slots, ResourceClass resource) {
    int gpus = resource == ResourceClass.ENCODE ? slots.gpu() : 0;
    this.pool = pool;
    this.gate = new SlotGate(slots.of(resource), gpus);
    this.whole = new Capacity(slots.of(resource), pool.largest() / MIB, gpus);
    this.usual = new Capacity(1, (pool.usual(resource) + MIB - 1) / MIB, 0);
  }

  /** All that the worker has. */
  Capacity whole() {
    return whole;
  }

  /** Done when a task that says nothing of its own may begin. */
  Future<Hold> usual() {
    return hold(usual);
  }

  /** Done when a task that occupies this may begin; then it has to be released. */
  Future<Hold> hold(Capacity wanted) {
    return gate.enter(wanted.slots(), wanted.gpus())
        .compose(
            entered ->
                pool.memory()
                    .admit(wanted.memory() * MIB)
                    .map(grant -> new Hold(wanted, grant))
                    .onFailure(none -> gate.leave(wanted.slots(), wanted.gpus())));
  }

  /** What a task holds until it has ended. */
  final class Hold {
    private final Capacity held;
    private final MemoryManager.Grant grant;

    private Hold(Capacity held, MemoryManager.Grant grant) {
      this.held = held;
      this.grant = grant;
    }

    Capacity capacity() {
      return held;
    }

    /** The task turned out to want less memory than is held for it. */
    void lowerTo(Capacity wanted) {
      grant.lower(wanted.memory() * MIB);
    }

    /** To be called once. */
    void release() {
      grant.release();
      gate.leave(held.slots(), held.gpus());
    }
  }
}
