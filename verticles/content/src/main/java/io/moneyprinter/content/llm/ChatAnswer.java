package io.moneyprinter.content.llm;

/**
 * What a model answered.
 *
 * @param text its words as they came
 * @param tokens tokens paid for, question and answer together; 0 where the server does not say
 * @param cutOff whether it was stopped at the allowed number of tokens
 */
record ChatAnswer(String text, int tokens, boolean cutOff) {}
