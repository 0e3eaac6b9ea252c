package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Takes every picture and clip of a folder of this machine into a collection. For the command line
 * of the machine's owner only: nothing that comes over the network may cause it.
 *
 * @param folder absolute path
 */
public record ImportFolder(String folder) {
  public ImportFolder {
    Objects.requireNonNull(folder, "folder");
  }
}
