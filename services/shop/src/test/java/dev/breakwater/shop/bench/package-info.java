/// How fast the services' building blocks are, beside the tools that others measure brokers and servers with; `docs/benchmarks-shop.md`.
@NullMarked
package dev.breakwater.shop.bench;

import org.jspecify.annotations.NullMarked;
