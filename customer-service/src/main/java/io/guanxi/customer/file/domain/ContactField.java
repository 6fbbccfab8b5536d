package io.guanxi.customer.file.domain;

/** One part of a customer's contact data. The constants' names are written into events. */
public enum ContactField {
    NAME,
    EMAIL,
    PHONE,
    LANGUAGE
}
