/** The admin pages of a deployed server, as browsers and those who only look like one see them. */
package im.myna.blackbox.admin;
