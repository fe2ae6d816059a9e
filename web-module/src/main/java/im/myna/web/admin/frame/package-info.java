/**
 * What all admin pages share: who looks, in which language and light, where the pages are, and how they say what was done. A page is
 * a file in src/main/web/admin, a place in {@link im.myna.web.admin.frame.Place}, and a bean that translates and delegates to
 * im.myna.administration, which checks the right.
 */
package im.myna.web.admin.frame;
