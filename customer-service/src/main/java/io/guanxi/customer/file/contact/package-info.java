/** Keeps contact data readable for those who hold the customer's key, and for nobody once that key is destroyed. */
@NullMarked
package io.guanxi.customer.file.contact;

import org.jspecify.annotations.NullMarked;
