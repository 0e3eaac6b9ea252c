package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.CostEntry;
import java.util.UUID;

/**
 * An entry to be made.
 *
 * @param part of a step that fans out, from 0; 0 otherwise
 * @param callId by which a call is booked once; {@code null} for what is no call
 * @param line which of a call's costs, from 0
 */
record Posting(CostEntry.Kind kind, String step, int part, Priced priced, UUID callId, int line) {}
