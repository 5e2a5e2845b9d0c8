import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** The part of Pulumi's engine that providers tell their progress; its address is this process's first argument. */
export class EngineLog {
  readonly lines: { readonly ephemeral: boolean; readonly text: string }[] = [];
  private readonly server = new Server();
  private readonly args = process.argv;

  static async start(): Promise<EngineLog> {
    const log = new EngineLog();
    log.server.addService(
      { log: EngineService.log },
      {
        log: (call: ServerUnaryCall<LogRequest, Empty>, done: sendUnaryData<Empty>) => {
          const { severity, message, ephemeral } = call.request.toObject();
          if (severity === LogSeverity.INFO) log.lines.push({ ephemeral, text: message });
          done(null, new Empty());
        },
      },
    );
    const port = await new Promise((listening, failed) => {
      log.server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
        error ? failed(error) : listening(bound),
      );
    });
    process.argv = [...process.argv.slice(0, 2), `127.0.0.1:${port}`];
    return log;
  }

  close(): void {
    process.argv = this.args;
    this.server.forceShutdown();
  }
}
