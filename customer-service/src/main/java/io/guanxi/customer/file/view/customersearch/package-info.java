/** Answers: who has this shop id, e-mail address or telephone number, and whose name has a word that begins like this? */
@NullMarked
package io.guanxi.customer.file.view.customersearch;

import org.jspecify.annotations.NullMarked;
