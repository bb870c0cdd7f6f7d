/**
 * Decides what happens to a record: keep, restrict, dispose, or ask a person. Pure: values in,
 * values out, time passed in.
 */
package eu.sotto.retention;
