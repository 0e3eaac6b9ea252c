package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the materials service for the files that a brief names. */
public final class MediaFinder {
  private static final String ASKED = "/names/";

  private final EventBus bus;

  public MediaFinder(EventBus bus) {
    this.bus = bus;
  }

  /** All of them; {@code INVALID} with the pointer to each name that is not there. */
  public Future<MediaShelf> find(VideoBrief brief) {
    Map<String, String> wanted = MediaNames.of(brief);
    if (wanted.isEmpty()) {
      return Future.succeededFuture(MediaShelf.EMPTY);
    }
    String collection = brief.materials().collection();
    if (collection == null) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              wanted.keySet().iterator().next(),
              "names a file, but there is no collection: give materials.collection"));
    }
    List<String> names = wanted.values().stream().distinct().toList();
    return MaterialsMessages.FIND_ITEMS
        .ask(bus, new FindItems(collection, names))
        .map(found -> new MediaShelf(found.items()))
        .recover(cause -> Future.failedFuture(inTheBrief(cause, names, wanted)));
  }

  /** The same failure, its pointers turned from places in the question to places in the brief. */
  private static Throwable inTheBrief(
      Throwable cause, List<String> names, Map<String, String> wanted) {
    ServiceFailure failure = ServiceFailure.from(cause);
    if (failure.code() != FailureCode.INVALID) {
      return failure;
    }
    List<Violation> faults = new ArrayList<>();
    for (Violation fault : failure.violations()) {
      String name = asked(fault.pointer(), names);
      List<String> places =
          wanted.entrySet().stream()
              .filter(entry -> entry.getValue().equals(name))
              .map(Map.Entry::getKey)
              .toList();
      if (places.isEmpty()) {
        faults.add(new Violation("/materials/collection", fault.message()));
      }
      places.forEach(place -> faults.add(new Violation(place, fault.message())));
    }
    return faults.isEmpty() ? failure : ServiceFailure.invalid(failure.getMessage(), faults);
  }

  private static String asked(String pointer, List<String> names) {
    String place = pointer.startsWith(ASKED) ? pointer.substring(ASKED.length()) : "";
    return place.matches("[0-9]{1,6}") && Integer.parseInt(place) < names.size()
        ? names.get(Integer.parseInt(place))
        : null;
  }
}
