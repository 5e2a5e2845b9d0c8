import { type IMapField, Root, type Type } from "protobufjs/light";

const text = (id: number) => ({ type: "string", id });
const bytes = (id: number) => ({ type: "bytes", id });
const texts = (id: number): IMapField => ({ keyType: "string", type: "string", id });

/**
 * The messages of Matchbox 0.11 that we send and get (matchbox/server/serverpb/messages.proto and
 * matchbox/storage/storagepb/storage.proto). Field names are those of its files.
 */
const messages = Root.fromJSON({
  nested: {
    Group: {
      fields: {
        id: text(1),
        name: text(2),
        profile: text(3),
        selector: texts(4),
        metadata: bytes(5),
      },
    },
    NetBoot: {
      fields: {
        kernel: text(1),
        initrd: { rule: "repeated", type: "string", id: 2 },
        args: { rule: "repeated", type: "string", id: 4 },
      },
    },
    Profile: {
      fields: {
        id: text(1),
        name: text(2),
        ignition_id: text(3),
        cloud_id: text(4),
        boot: { type: "NetBoot", id: 5 },
        generic_id: text(6),
      },
    },
    Empty: { fields: {} },
    ById: { fields: { id: text(1) } },
    ByName: { fields: { name: text(1) } },
    GroupHolder: { fields: { group: { type: "Group", id: 1 } } },
    GroupList: { fields: { groups: { rule: "repeated", type: "Group", id: 1 } } },
    ProfileHolder: { fields: { profile: { type: "Profile", id: 1 } } },
    IgnitionPut: { fields: { name: text(1), config: bytes(2) } },
    IgnitionGot: { fields: { config: bytes(1) } },
  },
});

const type = (name: string): Type => messages.lookupType(name);

/** A call of the API: its path, what goes in and what comes back. */
export interface Method {
  readonly path: string;
  readonly request: Type;
  readonly response: Type;
}

const method = (path: string, request: string, response: string): Method => ({
  path: `/rpcpb.${path}`,
  request: type(request),
  response: type(response),
});

/** The calls that we make (matchbox/rpc/rpcpb/rpc.proto). */
export const methods = Object.freeze({
  groupPut: method("Groups/GroupPut", "GroupHolder", "Empty"),
  groupGet: method("Groups/GroupGet", "ById", "GroupHolder"),
  groupDelete: method("Groups/GroupDelete", "ById", "Empty"),
  groupList: method("Groups/GroupList", "Empty", "GroupList"),
  profilePut: method("Profiles/ProfilePut", "ProfileHolder", "Empty"),
  profileGet: method("Profiles/ProfileGet", "ById", "ProfileHolder"),
  profileDelete: method("Profiles/ProfileDelete", "ById", "Empty"),
  ignitionPut: method("Ignition/IgnitionPut", "IgnitionPut", "Empty"),
  ignitionGet: method("Ignition/IgnitionGet", "ByName", "IgnitionGot"),
  ignitionDelete: method("Ignition/IgnitionDelete", "ByName", "Empty"),
});
