package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.platform.tasks.MemoryNeeds;

/** The memory that tasks take at their height: one begins only when so much is free. */
public record WorkerMemoryConfig(
    @Setting(
            doc = "What a task that waits for the network may take; 0B for too little to wait for",
            value = "0B")
        DataSize network,
    @Setting(
            doc = "What a task that keeps a core busy may take; 0B for too little to wait for",
            value = "96MB")
        DataSize cpu,
    @Setting(
            doc =
                "What an encoder may take; about 512MB for 1080x1920, in proportion to the picture",
            value = "512MB")
        DataSize encode,
    @Setting(
            doc =
                "What stays free of the machine's memory, or of its container's, when a task"
                    + " begins",
            value = "256MB")
        DataSize spare) {
  public MemoryNeeds needs() {
    return new MemoryNeeds(network.bytes(), cpu.bytes(), encode.bytes(), spare.bytes());
  }
}
