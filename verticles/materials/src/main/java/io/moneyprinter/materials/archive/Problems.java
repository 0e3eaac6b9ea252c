package io.moneyprinter.materials.archive;

import io.moneyprinter.codecs.bus.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with files of an archive, in words. */
final class Problems {
  private static final int LONGEST_NAME = 120;

  private Problems() {}

  static Violation of(String path, String what) {
    String shown = path.replaceAll("\\p{C}", "?");
    String name = shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) + "…" : shown;
    return new Violation("/file", "'" + name + "' in the archive " + what);
  }

  static String sentence(List<Violation> problems) {
    return problems.stream().map(Violation::message).collect(Collectors.joining("; "));
  }
}
