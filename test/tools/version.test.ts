const { isAtLeast } = require("../../tools/setup/version.js");

describe("a version is compared by its three numbers", () => {
  it.each([
    ["v3.217.0", "3.217.0", true],
    ["v3.216.9", "3.217.0", false],
    ["v3.1000.0", "3.217.0", true],
    ["v4.0.0", "3.217.0", true],
    ["v2.999.999", "3.217.0", false],
    ["v3.265.0-alpha.1+abcdef", "3.217.0", true],
    ["go1.26.8", "1.26", true],
    ["go1.26", "1.26", true],
    ["go1.9.7", "1.26", false],
    ["devel go1.27-0123abcd", "1.26", true],
    ["no number", "3.217.0", false],
    ["", "3.217.0", false],
  ])("%j is at least %j: %j", (text, oldest, expected) => {
    expect(isAtLeast(text, oldest)).toBe(expected);
  });
});
