"use strict";

// A stand-in for the cloud providers, to run programs through the real engine without a cloud or a provider plugin:
//
//   node main.js aws|azure-native|gcp|openstack
//
// It takes any resource, keeps nothing but a record of what it was told (record.js), and behaves in what matters to a
// test as the providers do: which change replaces, updates or is refused, which outputs there are and that they are
// unknown in a preview, what the look-ups answer. The tables under clouds/ hold these facts with their sources. Nothing
// here proves that a cloud accepts a program. Environment: CLOUD_STAND_IN_RECORD, the file of the record;
// CLOUD_STAND_IN_FORWARD, the address of an emulator of the cloud's API that creating, deleting and look-ups go to.

const grpc = require("@grpc/grpc-js");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const { serve } = require("./provider.js");
const { Record } = require("./record.js");

const [, , name = ""] = process.argv;
/** @type {import("./cloud.js").Cloud} */
const cloud = require(`./clouds/${name}.js`);
const emulator = process.env.CLOUD_STAND_IN_FORWARD;
/** @type {import("./provider.js").Forward | undefined} */
const forward = emulator === undefined ? undefined : require(`./forward/${name}.js`)(emulator);

const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
// A method that is missing here is answered as "unimplemented", which the engine takes as an answer.
server.addService(
  ResourceProviderService,
  /** @type {grpc.UntypedServiceImplementation} */ (
    serve(cloud, new Record(process.env.CLOUD_STAND_IN_RECORD), forward)
  ),
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  // The first line tells the engine where to call.
  process.stdout.write(`${port}\n`);
});
