/** The stand-in for MongoDB: its wire protocol over one MVStore file, with ordered indexes and commits before replies. */
@NullMarked
package io.guanxi.embedded.store;

import org.jspecify.annotations.NullMarked;
