/** Sound as samples: read, resampled, levelled, stretched and written. */
package io.moneyprinter.speech.audio;
