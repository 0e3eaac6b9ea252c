package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * What a tenant spent on a day. A job counts to the day on which it was ordered or last resumed.
 * All money in micro-USD.
 *
 * @param day such as {@code 2026-01-31}, in UTC
 * @param settled booked
 * @param reserved set aside for jobs that are under way
 * @param monthSettled booked in the month of the day
 * @param monthReserved set aside in the month of the day
 * @param caps what holds for the tenant
 * @param lines by provider and unit
 */
public record DayCosts(
    String day,
    long settled,
    long reserved,
    long monthSettled,
    long monthReserved,
    CostCaps caps,
    List<CostLine> lines) {
  public DayCosts {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(caps, "caps");
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
