import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** All of it in one stream, in which a line takes the place of the one before. */
const stream = 4593;

let engine: EngineClient | undefined;

/**
 * Shows a line beside the running operation, until the next one or the end; nothing is kept of it.
 * The engine gives a provider its address as the first argument; without one nothing is shown.
 */
export function showProgress(text: string): void {
  const [address] = process.argv.slice(2);
  if (address === undefined || !/^[\w.-]+:\d+$/.test(address)) return;
  engine ??= new EngineClient(address, credentials.createInsecure());
  const request = new LogRequest();
  request.setSeverity(LogSeverity.INFO);
  request.setMessage(text);
  request.setStreamid(stream);
  request.setEphemeral(true);
  // What cannot be shown is no reason to stop.
  engine.log(request, () => undefined);
}
