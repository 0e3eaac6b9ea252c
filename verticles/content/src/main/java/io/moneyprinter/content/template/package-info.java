/** What videos of a tenant have in common: kept in versions, and filled into briefs. */
package io.moneyprinter.content.template;
