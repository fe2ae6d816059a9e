/**
 * Data forms (XEP-0004): what is asked of people, and what they answered. An answer is checked against the form that was asked, so what
 * {@link im.myna.form.Answers} holds is what the form allows.
 */
package im.myna.form;
