package io.retrace;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one deployable, modules by feature. */
@SpringBootApplication
public class RetraceApplication {

    static void main(String[] args) {
        SpringApplication.run(RetraceApplication.class, args);
    }
}
