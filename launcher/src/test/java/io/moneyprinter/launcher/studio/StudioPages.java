package io.moneyprinter.launcher.studio;

import java.util.List;
import java.util.stream.Stream;

/** The addresses of the studio, for tests of all pages. */
final class StudioPages {
  /**
   * An address and the page that is shown there.
   *
   * @param folder of the page's module
   */
  record Address(String path, String folder, String page) {
    boolean there() {
      String module = "/studio/pages/" + folder + "/" + page + "-page.js";
      return StudioPages.class.getResource(module) != null;
    }

    /** For files. */
    String name() {
      return path.equals("/") ? "create" : path.substring(1).replace('/', '-');
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

  private StudioPages() {}

  /** Those that are there without anything having been made. */
  static List<Address> all() {
    return Stream.concat(
            Stream.of(
                of("/", "create"),
                of("/videos", "library"),
                of("/videos/" + NOTHING, "video"),
                of("/videos/" + NOTHING + "/storyboard", "storyboard"),
                of("/batches", "batches"),
                of("/materials", "materials"),
                of("/notifications", "notifications"),
                of("/account", "account"),
                of("/reference", "reference"),
                of("/dashboard", "dashboard"),
                new Address("/dashboard/jobs", "dashboard", "jobs")),
            settings())
        .filter(Address::there)
        .toList();
  }

  /** Each section of the settings. */
  static Stream<Address> settings() {
    return Stream.of(
            "profile",
            "security",
            "keys",
            "usage",
            "team",
            "providers",
            "storage",
            "flags",
            "values",
            "configuration",
            "audit")
        .map(section -> of("/settings/" + section, "settings"));
  }

  private static Address of(String path, String page) {
    return new Address(path, page, page);
  }
}
