/** Which specification a class implements: said where it is true, read where it is told. */
package im.myna.specification;
