/**
 * Language models behind one interface: any server that speaks OpenAI's chat completions, Google's
 * Gemini and Anthropic's Claude in their own forms, each with keys, breaker and time limit, one
 * after the other in the operator's order.
 */
package io.moneyprinter.content.model;
