/** People who log in with the password that a directory has: a real slapd, with a company of five thousand in it. */
package im.myna.blackbox.directory;
