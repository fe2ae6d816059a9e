/** The directories of companies, for those who govern the server. Whoever may change them learns what the server's machine can reach. */
package im.myna.administration.directory;
