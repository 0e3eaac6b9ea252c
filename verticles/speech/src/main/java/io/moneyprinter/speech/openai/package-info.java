/** Services that speak as OpenAI's do, on the web or on a machine nearby. */
package io.moneyprinter.speech.openai;
