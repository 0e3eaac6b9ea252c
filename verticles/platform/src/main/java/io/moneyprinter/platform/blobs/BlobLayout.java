package io.moneyprinter.platform.blobs;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.node.DataFolder;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where stored and staged files lie on disk. No text from outside ever becomes a path here. */
public final class BlobLayout {
  private static final Pattern STAGED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final DataFolder data;

  public BlobLayout(DataFolder data) {
    this.data = data;
  }

  /** The file of a key; two levels of folders keep each of them small. */
  public Path blob(String key) {
    if (!Blob.isKey(key)) {
      throw new IllegalArgumentException("Not a blob key");
    }
    return data.blobs().resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
  }

  /** The file of a staged name; anything but a plain file name is refused. */
  public Path staged(String name) {
    if (!STAGED.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a staged name: letters, digits, '.', '_' and '-'");
    }
    return data.staging().resolve(name);
  }
}
