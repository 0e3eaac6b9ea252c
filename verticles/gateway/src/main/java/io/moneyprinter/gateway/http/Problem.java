package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.Violation;
import java.util.List;

/**
 * Why a request was not carried out (RFC 9457).
 *
 * @param type {@code urn:moneyprinter:problem:…}, stable
 * @param title the type in words
 * @param status the HTTP status
 * @param detail what happened here and what to do about it
 * @param violations what is wrong with the request, each with a JSON pointer; {@code null} when
 *     nothing is
 * @param correlationId to quote when reporting it
 * @param traceId of the trace that the request is part of; {@code null} where it never began
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<Violation> violations,
    String correlationId,
    String traceId) {}
