"use strict";

// Starts the policy pack in a folder, has it judge resources over the wire as the engine does, and prints the
// milliseconds that one takes: policy-worker.js FOLDER COUNT

const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { createInterface } = require("node:readline");
const { credentials } = require("@grpc/grpc-js");
const { AnalyzerClient } = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
const { AnalyzeRequest, AnalyzerResourceOptions } = require("@pulumi/pulumi/proto/analyzer_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
const { resources } = require("./resources.js");

const [folder = "", count = "1000"] = process.argv.slice(2);

async function main() {
  const server = spawn(process.execPath, ["index.js"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(createInterface(server.stdout), "line");
  const analyzer = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const requests = resources(Number(count)).map(({ type, name, props }) =>
    new AnalyzeRequest()
      .setType(type)
      .setName(name)
      .setUrn(`urn:pulumi:dev::bench::${type}::${name}`)
      .setOptions(
        new AnalyzerResourceOptions().setCustomtimeouts(
          new AnalyzerResourceOptions.CustomTimeouts(),
        ),
      )
      .setProperties(Struct.fromJavaScript(props)),
  );
  const judge = async () => {
    let violations = 0;
    for (const request of requests) {
      const answer = await new Promise((done, fail) => {
        analyzer.analyze(request, (error, response) => (error ? fail(error) : done(response)));
      });
      violations += answer.getDiagnosticsList().length;
    }
    return violations;
  };
  await judge();
  const started = process.hrtime.bigint();
  const violations = await judge();
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  console.log(JSON.stringify({ each: milliseconds / requests.length, violations }));
  analyzer.close();
  server.kill();
}

main();
