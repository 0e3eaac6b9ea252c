package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * Says that the caller's tenant is done with files. Those that another video or material of the
 * tenant names stay; the others count no longer as the tenant's, and are removed once nobody has
 * them.
 *
 * @param keys 1 to 1000
 * @param except id of the video or material that is given up, and whose naming does not count;
 *     {@code null} for none
 */
public record ReleaseFiles(List<String> keys, String except) {
  public ReleaseFiles {
    keys = FileKeys.checked(keys);
  }
}
