/// What the contract publishes (schemas, OpenAPI, AsyncAPI), read as its users read it.
@NullMarked
package dev.breakwater.shop.published;

import org.jspecify.annotations.NullMarked;
