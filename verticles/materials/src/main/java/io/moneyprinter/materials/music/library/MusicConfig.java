package io.moneyprinter.materials.music.library;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The music library: what may be added, and where else music may come from. */
public record MusicConfig(
    @Setting(
            doc =
                "Folder with music that every tenant may use; absent for the folder music in the"
                    + " data folder")
        Optional<String> folder,
    @Setting(doc = "Largest file of one piece, uploaded or fetched", value = "64MB")
        DataSize maxFileSize,
    @Setting(doc = "Longest piece that is taken", value = "20m") Duration maxLength,
    @Setting(
            doc = "Most pieces that one tenant may have uploaded",
            value = "500",
            min = 1,
            max = 100_000)
        int maxPieces,
    @Setting(
            doc =
                "Names and addresses of hosts that outside sources may name for their files although"
                    + " they are not on the public internet")
        List<String> privateHosts,
    OpenverseConfig openverse,
    FreesoundConfig freesound) {
  public MusicConfig {
    folder = folder.map(String::strip).filter(text -> !text.isEmpty());
    privateHosts = List.copyOf(privateHosts);
  }
}
