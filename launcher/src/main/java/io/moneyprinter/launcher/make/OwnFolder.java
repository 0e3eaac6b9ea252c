package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.VideoBrief;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of this machine with pictures and clips of the user's own. */
final class OwnFolder {
  private OwnFolder() {}

  /** The brief as it will be when the folder has become a collection. */
  static VideoBrief imported(Path folder, VideoBrief brief) {
    return brief.but().materials(brief.materials().with(folder.toString())).build();
  }

  static void require(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND,
          "There is no folder " + folder + ". Check materials.folder, or leave it out");
    }
    if (!Files.isReadable(folder)) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The folder " + folder + " may not be read. Give yourself permission (chmod u+rx)");
    }
  }
}
