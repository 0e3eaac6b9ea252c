/** Jobs and their steps: ordering, watching, deciding, doing, costs and times. */
package io.moneyprinter.codecs.orchestration;
