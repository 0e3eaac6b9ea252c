package io.moneyprinter.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {
  @TempDir Path folder;

  @BeforeEach
  void machine() throws IOException {
    write("meminfo", "MemTotal:  4000 kB\nMemAvailable:    3000 kB\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private long free() {
    return new FreeMemory(folder.resolve("meminfo"), folder).getAsLong();
  }

  @Test
  void withoutALimitTheMachineCounts() throws IOException {
    assertThat(free()).isEqualTo(3000 * 1024);
    write("memory.max", "max\n");
    write("memory.current", "1000\n");
    assertThat(free()).isEqualTo(3000 * 1024);
  }

  @Test
  void theLimitOfTheControlGroupCountsWhereItIsLower() throws IOException {
    write("memory.max", "1000000\n");
    write("memory.current", "900000\n");
    write("memory.stat", "anon 1\ninactive_file 50000\n");
    assertThat(free()).isEqualTo(150_000);
    write("memory.max", "9000000000\n");
    assertThat(free()).isEqualTo(3000 * 1024);
  }

  @Test
  void theFirstVersionOfControlGroupsIsReadToo() throws IOException {
    write("memory/memory.limit_in_bytes", "1000000\n");
    write("memory/memory.usage_in_bytes", "900000\n");
    write("memory/memory.stat", "cache 1\ntotal_inactive_file 50000\n");
    assertThat(free()).isEqualTo(150_000);
  }

  @Test
  void thisMachineHasSome() {
    assertThat(new FreeMemory().getAsLong()).isPositive();
  }
}
