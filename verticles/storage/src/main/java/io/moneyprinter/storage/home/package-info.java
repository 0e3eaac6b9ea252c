/** Where the files of each class lie for good: buckets, their keys, and moving between them. */
package io.moneyprinter.storage.home;
