package io.guanxi.standalone.issuer;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets the command line take a service away and bring it back, to see how the others do without it. */
@RestController
class ServiceSwitchController {

    private final ServiceSwitch services;

    ServiceSwitchController(ServiceSwitch services) {
        this.services = services;
    }

    @PostMapping("/standalone/services/{name}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String name) {
        services.set(name, false);
    }

    @PostMapping("/standalone/services/{name}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(@PathVariable String name) {
        services.set(name, true);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail unknown(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }
}
