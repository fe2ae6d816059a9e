/** The admin pages: a bean for each, which says what the page shows and does what its buttons say, by im.myna.administration. */
package im.myna.web.admin;
