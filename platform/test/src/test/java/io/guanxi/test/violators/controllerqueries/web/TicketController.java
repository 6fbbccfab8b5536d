package io.guanxi.test.violators.controllerqueries.web;

import org.bson.Document;
import org.springframework.stereotype.Controller;

@Controller
class TicketController {
    Document filter() {
        return new Document("open", true);
    }
}
