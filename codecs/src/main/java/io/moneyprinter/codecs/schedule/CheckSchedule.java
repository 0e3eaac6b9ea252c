package io.moneyprinter.codecs.schedule;

import java.util.Objects;

/** Asks what an order for times to come would be, without keeping it. */
public record CheckSchedule(CreateSchedule order) {
  public CheckSchedule {
    Objects.requireNonNull(order, "order");
  }
}
