/** How a feature says what it answers for: annotations on its methods, and the words that stand in them. They do nothing by themselves. */
package im.myna.routing.declaration;
