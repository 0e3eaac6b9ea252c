/** How everything that the services keep of a person, or of a tenant, is taken along. */
package io.moneyprinter.codecs.export;
