package org.vestibule.config;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.vestibule.platform.json.Json;

/** Calls of an owner on one flow. */
public record FlowApi(Tenant tenant, String flow) {
  /** A flow of an application that no other test knows. */
  public static FlowApi fresh() {
    return new FlowApi(Operator.newTenant(), "standard");
  }

  public String path(String rest) {
    return tenant.path("/flows/" + flow + rest);
  }

  public ValidatableResponse get(String rest) {
    return tenant.as("owner").get(path(rest)).then();
  }

  public JsonPath read(String rest) {
    return get(rest).statusCode(200).extract().jsonPath();
  }

  public String text(String rest) {
    return get(rest).statusCode(200).extract().asString();
  }

  public ValidatableResponse post(String rest, String body) {
    return json(body).post(path(rest)).then();
  }

  public ValidatableResponse put(String rest, String body) {
    return json(body).put(path(rest)).then();
  }

  public ValidatableResponse patch(String rest, String body) {
    return json(body).patch(path(rest)).then();
  }

  public ValidatableResponse delete(String rest) {
    return tenant.as("owner").delete(path(rest)).then();
  }

  private RequestSpecification json(String body) {
    return tenant.as("owner").contentType("application/json; charset=UTF-8").body(body);
  }

  /** A new text, the same in all locales; answers its key. */
  public String newKey(String text) {
    var values = Json.object();
    List<String> locales = read("/locales").getList("name");
    locales.forEach(it -> values.put(it, text));
    String body = Json.write(List.of(Json.object().set("values", values)));
    return post("/translations", body).statusCode(201).extract().path("[0].key");
  }

  public String head() {
    return read("").getString("version");
  }

  public int versions() {
    return read("/versions").getList("version").size() - 1;
  }

  /** What the newest version says about its change. */
  public String note() {
    return read("/versions").getString("[0].change");
  }
}
