/** Azure AI Speech. */
package io.moneyprinter.speech.azure;
