/**
 * The page of the first visit. What is typed in is kept while the page is open, for one administrator; nothing is written before the last
 * step. A step is a constant of {@link im.myna.web.admin.setup.Step}, a file in src/main/web/admin/setup of that name, and its check in
 * {@link im.myna.web.admin.setup.SetupPage}.
 */
package im.myna.web.admin.setup;
