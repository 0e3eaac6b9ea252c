package io.moneyprinter.materials;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** What an operator decides about the tenants' own libraries. */
public record LibraryConfig(
    @Setting(
            doc =
                "Most bytes that one tenant's library may hold, with all versions, deleted files"
                    + " and uploads under way",
            value = "20GB")
        DataSize tenantSize,
    @Setting(
            doc = "Most uploads that one tenant may have under way, 1 to 1000",
            value = "20",
            min = 1,
            max = 1000)
        int openUploads,
    @Setting(
            doc = "How long an upload to which nothing more comes is kept, to be taken up again",
            value = "1d")
        Duration uploadLife,
    @Setting(doc = "How long a deleted file can be restored", value = "30d") Duration deletedLife,
    @Setting(
            doc = "Most entries of a ZIP archive, folders included, 1 to 100000",
            value = "2000",
            min = 1,
            max = 100_000)
        int archiveEntries,
    @Setting(doc = "Most bytes that the files of a ZIP archive may unpack to", value = "8GB")
        DataSize archiveSize,
    @Setting(
            doc =
                "How many times larger than packed a file of a ZIP archive may be; pictures and"
                    + " clips hardly shrink, bombs do",
            value = "100",
            min = 2,
            max = 2000)
        int archiveRatio) {
  /** As it is where nothing is set. */
  public static LibraryConfig usual() {
    return new LibraryConfig(
        DataSize.parse("20GB"),
        20,
        Duration.ofDays(1),
        Duration.ofDays(30),
        2000,
        DataSize.parse("8GB"),
        100);
  }
}
