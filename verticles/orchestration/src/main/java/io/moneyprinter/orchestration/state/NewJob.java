package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.Priority;
import java.util.UUID;

/**
 * A job to be.
 *
 * @param subject who orders it
 * @param idempotencyKey {@code null} for none
 * @param rerunOf {@code null} unless it repeats another job
 * @param traceId of the request that orders it; {@code null} where it is not traced
 */
public record NewJob(
    UUID id,
    String tenant,
    String subject,
    String correlationId,
    String brief,
    String briefHash,
    String idempotencyKey,
    Priority priority,
    UUID rerunOf,
    String traceId) {}
