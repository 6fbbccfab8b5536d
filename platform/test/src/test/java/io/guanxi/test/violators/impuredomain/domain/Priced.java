package io.guanxi.test.violators.impuredomain.domain;

import org.springframework.stereotype.Component;

@Component
class Priced {}
