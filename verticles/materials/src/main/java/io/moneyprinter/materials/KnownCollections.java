package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.FoundItems;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.materials.library.LibraryShelf;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The caller's collections, imported or of the library, and what is in them. */
final class KnownCollections {
  /** A refusal names no more files than somebody will read. */
  private static final int MOST_NAMED = 40;

  private final CollectionStore store;
  private final LibraryShelf library;

  KnownCollections(CollectionStore store, LibraryShelf library) {
    this.store = store;
    this.library = library;
  }

  /** Fails with {@code NOT_FOUND} when the caller's tenant has none of that id. */
  Future<Collection> of(String id) {
    String tenant = CallContext.currentOrSystem().tenant();
    return store
        .find(tenant, id)
        .compose(
            found -> found.isPresent() ? Future.succeededFuture(found) : library.find(tenant, id))
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ServiceFailure.notFound(
                            "There is no collection "
                                + id
                                + ". Import its folder again, or leave materials out to have every"
                                + " picture drawn")));
  }

  /** Fails with {@code INVALID}, a violation for each name that is not there. */
  Future<FoundItems> find(FindItems request) {
    return of(request.collection()).map(collection -> find(request, collection));
  }

  private static FoundItems find(FindItems request, Collection collection) {
    Map<String, Collection.Item> byName = new LinkedHashMap<>();
    collection.items().forEach(item -> byName.put(item.name(), item));
    List<Violation> missing = new ArrayList<>();
    List<Collection.Item> found = new ArrayList<>();
    for (int i = 0; i < request.names().size(); i++) {
      String name = request.names().get(i);
      if (byName.containsKey(name)) {
        found.add(byName.get(name));
      } else {
        missing.add(new Violation("/names/" + i, "There is no file " + name));
      }
    }
    if (!missing.isEmpty()) {
      throw ServiceFailure.invalid(
          missing.stream().map(Violation::message).collect(Collectors.joining("; "))
              + " in the collection. It holds "
              + listed(byName),
          missing);
    }
    return new FoundItems(found);
  }

  private static String listed(Map<String, Collection.Item> items) {
    String named = items.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return items.size() > MOST_NAMED
        ? named + " and " + (items.size() - MOST_NAMED) + " more"
        : named;
  }
}
