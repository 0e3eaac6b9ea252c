/** The life of a service: opened in order, undone in reverse. */
package io.moneyprinter.platform.service;
