/** Shows every version of models, rules and segments with what it rests on, and lets analysts make new ones, over HTTP. */
@NullMarked
package io.guanxi.analytics.models.web;

import org.jspecify.annotations.NullMarked;
