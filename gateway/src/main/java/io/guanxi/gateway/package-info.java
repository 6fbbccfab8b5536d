/** The one door to the platform: routes, the composed customer view, and order intake over HTTP. It keeps no state. */
@NullMarked
package io.guanxi.gateway;

import org.jspecify.annotations.NullMarked;
