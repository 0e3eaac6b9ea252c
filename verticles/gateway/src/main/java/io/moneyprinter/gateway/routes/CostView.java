package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostEstimate;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.DayCosts;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.orchestration.JobCosts;
import io.moneyprinter.codecs.orchestration.SpanCosts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a video costs, in US dollars.
 *
 * @param estimated guessed before it began
 * @param reserved set aside for what is still to come
 * @param settled booked
 */
record CostView(BigDecimal estimated, BigDecimal reserved, BigDecimal settled, String currency) {
  /** An amount of something and its price. */
  record Line(String provider, CostUnit unit, double quantity, BigDecimal amount, boolean priced) {
    static Line of(CostLine line) {
      return new Line(
          line.provider(), line.unit(), line.quantity(), dollars(line.microUsd()), line.priced());
    }

    static List<Line> of(List<CostLine> lines) {
      return lines.stream().map(Line::of).toList();
    }
  }

  /**
   * An entry of the ledger.
   *
   * @param price US dollars for one of the unit
   * @param prices version of the price list
   */
  record Entry(
      CostEntry.Kind kind,
      String step,
      int part,
      String provider,
      CostUnit unit,
      double quantity,
      BigDecimal price,
      BigDecimal amount,
      String prices,
      Instant at) {
    static Entry of(CostEntry entry) {
      return new Entry(
          entry.kind(),
          entry.step(),
          entry.part(),
          entry.line().provider(),
          entry.line().unit(),
          entry.line().quantity(),
          entry.price() == null
              ? null
              : BigDecimal.valueOf(entry.price()).movePointLeft(6).stripTrailingZeros(),
          dollars(entry.line().microUsd()),
          entry.prices(),
          entry.at());
    }
  }

  /** The ledger of a video. */
  record Ledger(
      String id, CostView cost, BigDecimal budget, List<Line> estimate, List<Entry> entries) {
    static Ledger of(JobCosts costs) {
      return new Ledger(
          costs.jobId(),
          CostView.of(costs.cost()),
          dollars(costs.budget()),
          Line.of(costs.estimate()),
          costs.entries().stream().map(Entry::of).toList());
    }
  }

  /** What a video would cost. */
  record Estimate(
      BigDecimal estimated,
      String currency,
      double videoSeconds,
      List<Line> lines,
      String prices,
      String refusal) {
    static Estimate of(CostEstimate estimate) {
      return new Estimate(
          dollars(estimate.microUsd()),
          JobCost.CURRENCY,
          estimate.videoSeconds(),
          Line.of(estimate.lines()),
          estimate.prices(),
          estimate.refusal());
    }
  }

  /** The most that may be spent. */
  record Limits(BigDecimal job, BigDecimal day, BigDecimal month) {
    static Limits of(CostCaps caps) {
      return new Limits(dollars(caps.job()), dollars(caps.day()), dollars(caps.month()));
    }
  }

  /** What is booked and set aside. */
  record Sum(BigDecimal settled, BigDecimal reserved) {}

  /** What a tenant spent on a day. */
  record Day(
      String day,
      String currency,
      BigDecimal settled,
      BigDecimal reserved,
      Sum month,
      Limits caps,
      List<Line> lines) {
    static Day of(DayCosts costs) {
      return new Day(
          costs.day(),
          JobCost.CURRENCY,
          dollars(costs.settled()),
          dollars(costs.reserved()),
          new Sum(dollars(costs.monthSettled()), dollars(costs.monthReserved())),
          Limits.of(costs.caps()),
          Line.of(costs.lines()));
    }
  }

  /**
   * What was spent in some days.
   *
   * @param to exclusive
   */
  record Span(String from, String to, String currency, BigDecimal settled, List<Line> lines) {
    static Span of(LocalDate from, LocalDate to, SpanCosts costs) {
      return new Span(
          from.toString(),
          to.toString(),
          JobCost.CURRENCY,
          dollars(costs.microUsd()),
          Line.of(costs.lines()));
    }
  }

  /** {@code null} where an older node did not say. */
  static CostView of(JobCost cost) {
    return cost == null
        ? null
        : new CostView(
            dollars(cost.estimated()),
            dollars(cost.reserved()),
            dollars(cost.settled()),
            JobCost.CURRENCY);
  }

  private static BigDecimal dollars(Long micros) {
    return micros == null ? null : BigDecimal.valueOf(micros, 6);
  }
}
