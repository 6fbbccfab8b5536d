/** How likely a customer is to stay away for some months: learned from months that are over, checked on later ones. */
@NullMarked
package io.guanxi.analytics.churn.domain;

import org.jspecify.annotations.NullMarked;
