package io.moneyprinter.orchestration.state;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of what tasks were measured to take. */
public final class CostStore {
  /**
   * How much a new measurement counts in the exponential average: half of what is known is from the
   * last three. The first few are averaged plainly.
   */
  private static final double SHARE = 0.2;

  /**
   * The deviation follows as RFC 6298, 2.3 has it for round trips: a quarter of it is how far the
   * newest measurement was off what was known before.
   */
  private static final String LEARN =
      "INSERT INTO step_cost AS c (address, busy, wall, units, deviation)"
          + " VALUES ($1, $2, $3, $4, $6)"
          + " ON CONFLICT (address) DO UPDATE SET"
          + " busy = c.busy + greatest($5, 1.0 / (c.samples + 1)) * (excluded.busy - c.busy),"
          + " wall = c.wall + greatest($5, 1.0 / (c.samples + 1)) * (excluded.wall - c.wall),"
          + " deviation = 0.75 * coalesce(c.deviation, c.wall / 2)"
          + " + 0.25 * abs(excluded.wall - c.wall),"
          + " units = c.units + greatest($5, 1.0 / (c.samples + 1)) * (excluded.units - c.units),"
          + " samples = c.samples + 1";

  /** Takes measurements in, in an order in which nodes do not get into one another's way. */
  public Future<?> learn(SqlClient client, List<StepCost> measured) {
    List<Tuple> rows =
        measured.stream()
            .sorted(Comparator.comparing(StepCost::address))
            .map(m -> Tuple.of(m.address(), m.busy(), m.wall(), m.units(), SHARE, m.deviation()))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : client.preparedQuery(LEARN).executeBatch(rows);
  }

  public Future<List<StepCost>> all(SqlClient client) {
    return client
        .query(
            "SELECT address, busy, wall, units, samples,"
                + " coalesce(deviation, wall / 2) AS deviation FROM step_cost")
        .execute()
        .map(
            rows -> {
              List<StepCost> costs = new ArrayList<>();
              rows.forEach(
                  row ->
                      costs.add(
                          new StepCost(
                              row.getString("address"),
                              row.getDouble("busy"),
                              row.getDouble("wall"),
                              row.getDouble("units"),
                              row.getDouble("deviation"),
                              row.getLong("samples"))));
              return costs;
            });
  }
}
