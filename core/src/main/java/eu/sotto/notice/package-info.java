/**
 * Notices: what a caller is told and asked, word for word, by version and language. Pure values.
 */
package eu.sotto.notice;
