/** What is measured, and how: stanzas by their numbers, a server by what the operating system and its Java machine say of it. */
package im.myna.benchmark.measure;
