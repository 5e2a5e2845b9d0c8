import { defineCodes } from "./doc.js";

/** Codes of the provision room: from power off to ready. */
export const provisionCodes = defineCodes({
  READINESS_UNSET: {
    title: "A machine that is switched on is waited for",
    explanation:
      "With a bmc, pulumi up starts the machine, and is done when it is up. How that shows has to be said: by a report of the machine itself, for which there has to be an address, by its SSH port, or not at all.",
  },
  READINESS_ADDRESS: {
    title: "The SSH port of a machine has an address",
    explanation:
      "Which address DHCP gives a machine is not known before it boots, unless it is given a fixed one.",
  },
  READINESS_PHONE_HOME_URL: {
    title: "Machines report to an address of the computer that runs pulumi",
    explanation:
      "pulumi up listens on the port of that address while it waits. It speaks http: whoever reads along on the boot network reads the configs as well, and a token is worth nothing once it was used.",
  },
  READINESS_TIMEOUT: {
    title: "A machine is waited for between a second and a day",
    explanation:
      "Servers with much memory test themselves for a quarter of an hour before they boot; one that needs longer than a day will not come.",
  },
  PROVISION_GENERATION: {
    title: "A generation is a whole number from 1",
    explanation:
      "Raising it provisions the machine anew. A report of an older generation is from a machine that was not restarted, and is not taken.",
  },
  PROVISION_MAX_UNAVAILABLE: {
    title: "At least one machine may be away at a time",
    explanation:
      "Machines that run are provisioned anew by so many at a time. With none, no change would ever arrive.",
  },
  PROVISION_SERVE: {
    title: "What pulumi up serves itself, it serves by http",
    explanation:
      "Boot firmware trusts no certificate that could be made for the minutes of an update. For https there has to be a web server of one's own.",
  },
  PROVISION_SHUTDOWN: {
    title: "A shutdown may take from no time to an hour",
    explanation:
      "The machine's system is asked to shut down first, and its power is cut after that time. 0 cuts it at once.",
  },
  PROVISION_LISTEN: {
    title: "pulumi up can open the port that machines come to",
    explanation:
      "It listens while machines are waited for. Something else may have that port: often the web server that serves the directory, or another pulumi up.",
  },
  PROVISION_NOT_READY: {
    title: "A machine gets ready in time",
    explanation:
      "It was started and did not show that it is up. The message holds the last thing known: between that and the next step lies the trouble. The machine stays as it is, to be looked at, and the next pulumi up starts it anew.",
  },
  PROVISION_HELD: {
    title: "Machines are not taken away while others do not come back",
    explanation:
      "A change that breaks one machine would break them one after the other. Those that wait for their turn go on running as they are.",
  },
  PROVISION_INTERRUPTED: {
    title: "Provisioning was not interrupted",
    explanation:
      "Ctrl-C ends the wait and not the machine, which goes on booting. The next pulumi up takes its report if it comes soon, and starts it anew otherwise.",
  },
});
