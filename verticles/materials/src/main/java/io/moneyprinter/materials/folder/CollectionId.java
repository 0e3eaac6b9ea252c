package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Names a collection by what is in it: names, tags and bytes of all files. */
final class CollectionId {
  private static final int DIGITS = 32;

  private CollectionId() {}

  static String of(List<Collection.Item> items) {
    MessageDigest sha256 = Sha256.begin();
    for (Collection.Item item : items) {
      add(sha256, item.name());
      item.tags().forEach(tag -> add(sha256, tag));
      add(sha256, item.other() == null ? key(item.picture()) : item.other().key());
      add(sha256, "");
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static String key(Picture picture) {
    if (picture instanceof Picture.Still still) {
      return still.blob().key();
    }
    return picture instanceof Picture.Footage footage ? footage.blob().key() : "";
  }
}
