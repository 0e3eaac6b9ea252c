package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.orchestration.Priority;

/**
 * What holds for all rows.
 *
 * @param name {@code null} for none
 * @param base the brief that rows change
 * @param variants of rows that say none of their own; {@code null} for none
 */
record BatchTerms(
    String name,
    ObjectNode base,
    JsonNode variants,
    OnInvalid onInvalid,
    Priority priority,
    int openJobs) {}
