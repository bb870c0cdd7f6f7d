/**
 * Finds spoken and written personal data in transcripts, German and English, and takes it out of
 * text and audio. Pure: values in, values out. What is redacted here is never called anonymised.
 */
package eu.sotto.redaction;
