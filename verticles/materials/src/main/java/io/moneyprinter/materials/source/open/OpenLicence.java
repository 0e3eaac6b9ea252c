package io.moneyprinter.materials.source.open;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A licence under which a picture may be shown and changed, also for money.
 *
 * @param name SPDX identifier, or {@code Public domain}
 * @param url its text; may be {@code null}
 * @param shareAlike whether what is made from it has to bear the same licence
 */
record OpenLicence(String name, String url, boolean shareAlike) {
  private static final Pattern CREATIVE =
      Pattern.compile("creativecommons\\.org/licenses/(by(?:-sa)?)/(\\d\\.\\d)");

  private static final Pattern SHORT = Pattern.compile("cc[ -](by(?:-sa)?)[ -](\\d\\.\\d).*");

  /**
   * The licence that an address or a short name stands for; empty for all that forbid trade or
   * change, and for all that are not known here.
   *
   * @param url may be {@code null}
   * @param shortName as Wikimedia Commons writes it, such as {@code CC BY 4.0}; may be {@code null}
   */
  static Optional<OpenLicence> of(String url, String shortName) {
    String address = url == null ? "" : url.toLowerCase(Locale.ROOT);
    String named = shortName == null ? "" : shortName.strip().toLowerCase(Locale.ROOT);
    if (address.contains("creativecommons.org/publicdomain/zero") || named.startsWith("cc0")) {
      return free("CC0-1.0", url, "https://creativecommons.org/publicdomain/zero/1.0/");
    }
    if (address.contains("creativecommons.org/publicdomain/mark")
        || address.contains("creativecommons.org/licenses/publicdomain")
        || named.equals("public domain")
        || named.startsWith("pd-")) {
      return free("Public domain", url, "https://creativecommons.org/publicdomain/mark/1.0/");
    }
    Matcher found = CREATIVE.matcher(address);
    if (!found.find()) {
      found = SHORT.matcher(named);
      if (!found.matches()) {
        return Optional.empty();
      }
    }
    String kind = found.group(1);
    String version = found.group(2);
    return Optional.of(
        new OpenLicence(
            "CC-%s-%s".formatted(kind.toUpperCase(Locale.ROOT), version),
            "https://creativecommons.org/licenses/%s/%s/".formatted(kind, version),
            kind.endsWith("-sa")));
  }

  /**
   * The same, where a licence that spreads to what is made from it does not do.
   *
   * @param shareAlike whether one that does will do all the same
   */
  static Optional<OpenLicence> of(String url, String shortName, boolean shareAlike) {
    return of(url, shortName).filter(licence -> shareAlike || !licence.shareAlike());
  }

  private static Optional<OpenLicence> free(String name, String url, String usual) {
    return Optional.of(new OpenLicence(name, url == null ? usual : url, false));
  }
}
