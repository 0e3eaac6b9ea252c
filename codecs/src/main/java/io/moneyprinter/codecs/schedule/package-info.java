/** Videos and batches ordered for times to come. */
package io.moneyprinter.codecs.schedule;
