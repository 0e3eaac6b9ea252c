/**
 * Records to JSON and back: canonical, strict where a person writes, lenient where an older node
 * does.
 */
package io.moneyprinter.codecs.json;
