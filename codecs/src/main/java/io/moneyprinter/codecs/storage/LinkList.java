package io.moneyprinter.codecs.storage;

import java.util.List;

/**
 * A page of links.
 *
 * @param more whether older ones follow
 */
public record LinkList(List<Link> links, boolean more) {
  public LinkList {
    links = List.copyOf(links);
  }
}
