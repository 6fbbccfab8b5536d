package io.guanxi.loyalty.account.explain;

/** One language's words for what happens on an account. */
record Wording(Phrases phrases, EntryWording entries, StandingWording standing) {}
