package io.moneyprinter.orchestration.state;

/** What a part was asked or gave, as JSON, with where it belongs. */
public record StepContent(String name, int part, String address, String request, String result) {}
