"use strict";

/**
 * The calls of EC2 and S3 by plain HTTP, for an emulator that looks at no signature.
 */
class AwsApi {
  /** @param {string} url of the emulator */
  constructor(url) {
    this.url = url;
  }

  /**
   * Calls EC2; the answer is XML.
   *
   * @param {string} action
   * @param {Record<string, unknown>} parameters lists and objects as EC2 numbers and nests them
   */
  ec2(action, parameters) {
    const body = new URLSearchParams({ Action: action, Version: "2016-11-15" });
    for (const [key, value] of flatten(parameters, [])) body.append(key, value);
    return this.send("ec2", "POST", "/", body.toString(), "application/x-www-form-urlencoded");
  }

  /**
   * @param {string} method
   * @param {string} path bucket, key and query
   * @param {string} [body]
   */
  s3(method, path, body) {
    return this.send("s3", method, path, body);
  }

  /**
   * @param {string} service
   * @param {string} method
   * @param {string} path
   * @param {string} [body]
   * @param {string} [type]
   */
  async send(service, method, path, body, type = "application/json") {
    const response = await fetch(`${this.url}${path}`, {
      method,
      body,
      headers: {
        "content-type": type,
        // An emulator tells services and regions apart by what the signature is for.
        authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`,
      },
    });
    const text = await response.text();
    if (response.ok) return text;
    throw new Error(
      `operation error ${service}: api error ${first(text, "Code")}: ${first(text, "Message")}`,
    );
  }
}

/**
 * @param {unknown} value
 * @param {readonly (string | number)[]} path
 * @returns {[key: string, value: string][]}
 */
function flatten(value, path) {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => flatten(item, [...path, index + 1]));
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => flatten(item, [...path, key]));
  }
  return [[path.join("."), String(value)]];
}

/**
 * The texts of all elements of a name that hold no others.
 *
 * @param {string} xml
 * @param {string} name
 */
function all(xml, name) {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(
    ([, text = ""]) => text,
  );
}

/**
 * @param {string} xml
 * @param {string} name
 */
function first(xml, name) {
  return all(xml, name)[0] ?? "";
}

module.exports = { AwsApi, all, first };
