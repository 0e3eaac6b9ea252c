/** What operators switch while nodes run. */
package io.moneyprinter.platform.flags;
