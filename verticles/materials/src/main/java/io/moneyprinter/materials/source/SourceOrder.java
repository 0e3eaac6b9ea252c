package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.config.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Which sources a brief means. */
final class SourceOrder {
  private static final String AUTO = "auto";
  private static final String GENERATED = "generated";

  private final SourceRegistry registry;
  private final BooleanSupplier stock;

  /**
   * @param stock whether outside services may be looked through for the present caller
   */
  SourceOrder(SourceRegistry registry, BooleanSupplier stock) {
    this.registry = registry;
    this.stock = stock;
  }

  /**
   * The sources in the order in which they are to be asked, up to the drawing of pictures. One that
   * is named but lacks a setting is left out, and said so.
   *
   * @param named as the brief names them; empty for what the installation is set to
   */
  List<MaterialSource> of(List<String> named, List<String> notes) {
    List<String> names = new ArrayList<>();
    for (String name : named.isEmpty() ? List.of(AUTO) : named) {
      names.addAll(name.equals(AUTO) ? registry.usual() : List.of(name));
    }
    List<MaterialSource> order = new ArrayList<>();
    for (String name : names) {
      if (name.equals(GENERATED)) {
        break;
      }
      registry.of(name).filter(source -> !order.contains(source)).ifPresent(order::add);
    }
    order.removeIf(
        source -> {
          boolean unset = source.readiness() == MaterialSource.Readiness.UNSET;
          if (unset) {
            notes.add(source.name() + " was left out: set " + source.needs());
          }
          return unset;
        });
    if (!stock.getAsBoolean()) {
      leaveOutStock(order, notes);
    }
    return order;
  }

  private static void leaveOutStock(List<MaterialSource> order, List<String> notes) {
    if (order.removeIf(source -> source.outside() && !source.makes())) {
      notes.add(
          "Outside services were not looked through: the operators have switched it off ("
              + Flag.STOCK_FOOTAGE.key()
              + ")");
    }
  }
}
