package io.moneyprinter.materials;

import io.moneyprinter.materials.music.library.FreesoundConfig;
import io.moneyprinter.materials.music.library.MusicConfig;
import io.moneyprinter.materials.music.library.OpenverseConfig;
import io.moneyprinter.platform.settings.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the music library for tests. */
public final class MusicSettings {
  private MusicSettings() {}

  /** Without any outside source. */
  public static MusicConfig offline() {
    return config(Optional.empty(), false, "http://127.0.0.1:1", Optional.empty());
  }

  /** With both outside sources at one address, and a folder; two uploads at most. */
  static MusicConfig at(String address, String folder) {
    return config(Optional.of(folder), true, address, Optional.of("first-key, second-key"));
  }

  private static MusicConfig config(
      Optional<String> folder, boolean openverse, String address, Optional<String> key) {
    return new MusicConfig(
        folder,
        DataSize.parse("1MB"),
        Duration.ofMinutes(10),
        2,
        List.of("127.0.0.1"),
        new OpenverseConfig(openverse, address, Duration.ofSeconds(2)),
        new FreesoundConfig(address, key, Duration.ofSeconds(2)));
  }
}
