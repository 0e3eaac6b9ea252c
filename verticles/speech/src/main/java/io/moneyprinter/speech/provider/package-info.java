/** What every engine of speech does, and choosing among them. */
package io.moneyprinter.speech.provider;
