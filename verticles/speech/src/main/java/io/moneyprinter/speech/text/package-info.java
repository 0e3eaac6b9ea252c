/** Written text as it is said: numbers, units, abbreviations and names in words. */
package io.moneyprinter.speech.text;
