/**
 * The face of the library: {@link eu.sotto.CallPrivacy}, {@link eu.sotto.Call}, {@link
 * eu.sotto.Subject}. All calls block; a denial is a value; everything is thread-safe.
 */
package eu.sotto;
