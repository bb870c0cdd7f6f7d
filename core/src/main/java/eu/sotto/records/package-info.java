/**
 * What is kept of a call: sealed under the keys of its subject and of its due day, and gone when
 * that day has come. {@link eu.sotto.records.Records} is the way in; it owns the index of records
 * and calls and knows who is who.
 */
package eu.sotto.records;
