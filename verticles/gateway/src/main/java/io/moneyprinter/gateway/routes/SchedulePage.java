package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.schedule.ScheduleList;
import io.moneyprinter.gateway.http.Cursor;
import java.util.List;

/**
 * A page of schedules.
 *
 * @param next path of the next page; {@code null} on the last
 */
record SchedulePage(List<ScheduleView> schedules, String next) {
  static final String LIST = "schedules";

  static SchedulePage of(ScheduleList list, int limit) {
    List<ScheduleView> schedules = list.schedules().stream().map(ScheduleView::of).toList();
    String next =
        list.more() && !schedules.isEmpty()
            ? "/v1/schedules?limit=%d&cursor=%s"
                .formatted(limit, Cursor.after(LIST, schedules.get(schedules.size() - 1).id()))
            : null;
    return new SchedulePage(schedules, next);
  }
}
