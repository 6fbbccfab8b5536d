package io.guanxi.customer.file.messaging;

import io.guanxi.customer.file.contact.ProfileFields;

/** What this service reads of a shop's news about a customer. */
record CustomerNews(String shop, String externalId, ProfileFields profile) {}
