/** Google Cloud Text-to-Speech, and Gemini's voices. */
package io.moneyprinter.speech.google;
