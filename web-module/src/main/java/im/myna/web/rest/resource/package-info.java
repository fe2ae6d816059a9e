/** One class for each kind of thing that is governed. They translate; what may be done and how stands in the administration. */
package im.myna.web.rest.resource;
