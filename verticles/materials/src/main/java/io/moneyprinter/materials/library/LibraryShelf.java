package io.moneyprinter.materials.library;

import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.materials.asset.AssetSearch;
import io.moneyprinter.materials.asset.CollectionDesk;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A collection of the library in the form of an imported folder, so that briefs can use either: its
 * files have the names they came with.
 */
public final class LibraryShelf {
  private final CollectionDesk collections;
  private final AssetSearch search;
  private final int most;

  /**
   * @param most files that are taken of one collection, the newest
   */
  public LibraryShelf(CollectionDesk collections, AssetSearch search, int most) {
    this.collections = collections;
    this.search = search;
    this.most = most;
  }

  /** Empty when the tenant has none of that id. */
  public Future<Optional<Collection>> find(String tenant, String id) {
    return collections
        .find(tenant, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : search
                        .collected(tenant, id, most)
                        .map(
                            assets ->
                                Optional.of(
                                    new Collection(id, found.get().name(), items(assets)))));
  }

  private static List<Collection.Item> items(List<Asset> assets) {
    List<Collection.Item> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Asset asset : assets) {
      AssetVersion file = asset.current();
      String name = file.fileName() == null ? asset.title() : file.fileName();
      // Two of one name are told apart by the beginning of their ids.
      String unique = names.add(name) ? name : asset.id().substring(0, 8) + "-" + name;
      names.add(unique);
      items.add(
          file.info().kind() == MediaInfo.Kind.AUDIO
              ? new Collection.Item(unique, asset.tags(), null, file.blob(), file.info().seconds())
              : new Collection.Item(unique, asset.tags(), LibrarySource.picture(file)));
    }
    return items;
  }
}
