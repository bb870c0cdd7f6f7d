/** Decisions and the permits that only this library can make. */
package eu.sotto.permit;
