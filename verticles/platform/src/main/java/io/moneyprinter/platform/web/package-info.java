/** Fetching what strangers name: never from this machine or its own network. */
package io.moneyprinter.platform.web;
