/**
 * Law as data: the German default pack of retention duties, maxima and deadlines, each with its
 * citation, its validity, its sector and a plain sentence in German and English.
 *
 * <p>No statute applies to a record until a register binds a class to it.
 */
package eu.sotto.retention.law;
