/** The only implementations of the sealed types in {@code eu.sotto.permit}; not exported. */
package eu.sotto.permit.granted;
