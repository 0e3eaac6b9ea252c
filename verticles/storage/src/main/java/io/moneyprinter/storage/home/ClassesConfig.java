package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.storage.StorageClass;
import java.util.Arrays;
import java.util.stream.Stream;

/** What holds for each class of files. */
public record ClassesConfig(
    ClassConfig temporary,
    ClassConfig segments,
    ClassConfig parts,
    ClassConfig materials,
    ClassConfig results) {

  /** All on the nodes' disks, as they are. */
  public static ClassesConfig usual() {
    ClassConfig usual = ClassConfig.usual();
    return new ClassesConfig(usual, usual, usual, usual, usual);
  }

  public ClassConfig of(StorageClass kind) {
    return switch (kind) {
      case TEMPORARY -> temporary;
      case SEGMENTS -> segments;
      case PARTS -> parts;
      case MATERIALS -> materials;
      case RESULTS -> results;
    };
  }

  public Stream<ClassConfig> all() {
    return Arrays.stream(StorageClass.values()).map(this::of);
  }
}
