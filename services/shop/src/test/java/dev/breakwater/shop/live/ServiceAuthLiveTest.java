package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.auth.BadTokens;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.user.UserService;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
class ServiceAuthLiveTest {
    @Test
    void badTokensAreRefusedOverHttpAndNaiveAnOldOneIsTaken() throws Exception {
        try (Shop shop = new Shop(Map.of())) {
            Chassis users = shop.start(Services.USER, UserService::assemble);
            String path = "/users/" + shop.user();
            Map<String, String> bad = BadTokens.all(Shop.SECRET, InstantSource.system().instant());
            Map<String, String> answers = new LinkedHashMap<>();
            for (String token : bad.keySet()) {
                HttpResponse<String> refused = shop.getWith(token, Services.USER, path);
                assertEquals("401 Bearer", refused.statusCode() + " " + refused.headers().firstValue("WWW-Authenticate").orElse(""));
                answers.put(token, Json.parseObject(refused.body()).get("error").stringValue());
            }
            assertEquals(bad, answers);
            assertEquals(200, shop.getWith(BadTokens.good(Shop.SECRET), Services.USER, path).statusCode());

            assertEquals("404 {\"error\":\"no such path\"}",
                    shop.get(Services.USER, "/nowhere").statusCode() + " " + shop.get(Services.USER, "/nowhere").body());

            users.switches().set(SwitchNames.SERVICE_TOKEN, Json.object().put("value", SwitchNames.NAIVE).get("value"));
            String old = bad.keySet().stream().filter(token -> "Token expired".equals(bad.get(token))).findFirst().orElseThrow();
            assertEquals(200, shop.getWith(old, Services.USER, path).statusCode());
        }
    }
}
