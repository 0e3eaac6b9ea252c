package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.platform.tasks.TaskSlots;
import java.time.Duration;

/** How much a node does at once. */
public record WorkersConfig(
    @Setting(doc = "Processors to use; 0 for all of them", value = "0", min = 0, max = 1024)
        int cores,
    @Setting(
            doc = "Tasks that wait for the network, at once in each service",
            value = "16",
            min = 1,
            max = 1000)
        int network,
    @Setting(
            doc = "Tasks that keep a core busy, at once in each service; 0 for one a core",
            value = "0",
            min = 0,
            max = 1000)
        int cpu,
    @Setting(
            doc = "Encoders at once, about half a gigabyte each; 0 to size them from the cores",
            value = "0",
            min = 0,
            max = 1000)
        int encode,
    @Setting(
            doc =
                "How long a node that leaves lets running tasks finish before it hands them to"
                    + " others, up to 1h",
            value = "5s")
        Duration drain,
    WorkerMemoryConfig memory) {
  public WorkersConfig {
    if (drain.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("drain must be 1h or less");
    }
  }

  public int coresToUse() {
    return cores == 0 ? Runtime.getRuntime().availableProcessors() : cores;
  }

  public TaskSlots slots() {
    TaskSlots usual = TaskSlots.forCores(coresToUse());
    return new TaskSlots(
        network, cpu == 0 ? usual.cpu() : cpu, encode == 0 ? usual.encode() : encode);
  }
}
