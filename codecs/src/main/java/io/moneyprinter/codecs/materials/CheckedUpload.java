package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.video.MediaInfo;
import java.util.List;

/**
 * What would come of taking a file into the library.
 *
 * @param size bytes
 * @param archive whether it holds further files, which would be looked at as it is unpacked
 * @param media what it was found to be; {@code null} for an archive, and where nobody can look now
 * @param warnings what may be other than meant
 */
public record CheckedUpload(long size, boolean archive, MediaInfo media, List<Violation> warnings) {
  public CheckedUpload {
    warnings = List.copyOf(warnings);
  }
}
