/** PostgreSQL: a database for each service, made and migrated when it is first opened. */
package io.moneyprinter.platform.database;
