/** Many videos ordered at once, as rows of a table, a list or a matrix of variants. */
package io.moneyprinter.codecs.batch;
