package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.schedule.ScheduleList;
import java.util.List;

/**
 * A page of schedules.
 *
 * @param next path of the next page; {@code null} on the last
 */
record SchedulePage(List<ScheduleView> schedules, String next) {
  static SchedulePage of(ScheduleList list, int limit) {
    List<ScheduleView> schedules = list.schedules().stream().map(ScheduleView::of).toList();
    String next =
        list.more() && !schedules.isEmpty()
            ? "/v1/schedules?limit=%d&after=%s"
                .formatted(limit, schedules.get(schedules.size() - 1).id())
            : null;
    return new SchedulePage(schedules, next);
  }
}
