/**
 * How a command gets to the server: by REST, here or elsewhere; through the control socket of the one on this machine; and, when none
 * runs, to its database.
 */
package im.myna.micro.contact;
