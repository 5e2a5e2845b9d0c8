/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // The lab boots machines: npm run test:lab.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/lab/"],
  // Types are checked once, by tsc; checking them again in every test file costs ten times the run.
  transform: { "^.+\\.ts$": ["ts-jest", { diagnostics: false }] },
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
};
