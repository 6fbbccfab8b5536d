package io.guanxi.web.idempotency;

import java.util.Map;

/** What was answered to a request, so far as a repeated one must get it again. */
record Answer(int status, Map<String, String> headers, byte[] body) {}
