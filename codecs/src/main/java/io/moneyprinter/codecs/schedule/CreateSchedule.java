package io.moneyprinter.codecs.schedule;

import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.video.VideoBrief;

/**
 * Orders a video or a batch at times to come. Exactly one of {@code brief} and {@code batch}, and
 * one of {@code runAt} and {@code cron}, has to be there. The tenant is that of the call.
 *
 * @param name for people; may be {@code null}
 * @param runAt a time with its offset (RFC 3339), such as {@code 2026-05-01T09:00:00+02:00}
 * @param cron minute, hour, day of month, month and day of week, as crontab(5) has them
 * @param zone whose clocks {@code cron} goes by, such as {@code Europe/Berlin}; absent for UTC
 * @param missed absent for {@link Missed#ONCE}
 * @param overlap absent for {@link Overlap#ALLOW}
 * @param priority of the video; absent for {@link Priority#NORMAL}; a batch says its own
 * @param idempotencyKey as for a video; may be {@code null}
 */
public record CreateSchedule(
    String name,
    VideoBrief brief,
    CreateBatch batch,
    String runAt,
    String cron,
    String zone,
    Missed missed,
    Overlap overlap,
    Priority priority,
    String idempotencyKey) {}
