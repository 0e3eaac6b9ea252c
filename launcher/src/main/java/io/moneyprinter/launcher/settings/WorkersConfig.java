package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.platform.tasks.TaskSlots;

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
    WorkerMemoryConfig memory) {
  public int coresToUse() {
    return cores == 0 ? Runtime.getRuntime().availableProcessors() : cores;
  }

  public TaskSlots slots() {
    TaskSlots usual = TaskSlots.forCores(coresToUse());
    return new TaskSlots(
        network, cpu == 0 ? usual.cpu() : cpu, encode == 0 ? usual.encode() : encode);
  }
}
