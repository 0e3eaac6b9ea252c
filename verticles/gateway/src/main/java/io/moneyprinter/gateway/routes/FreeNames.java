package io.moneyprinter.gateway.routes;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files in one ZIP, of which no two differ by their case alone. */
final class FreeNames {
  private final Set<String> taken = new HashSet<>();

  /**
   * The title with the ending, numbered where it is taken: {@code beach (2).jpg}.
   *
   * @param ending such as {@code .jpg}; empty for a folder
   */
  String take(String title, String ending) {
    String name = DownloadName.of(title, ending);
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = DownloadName.of(title, " (" + n + ")" + ending);
    }
    return name;
  }
}
