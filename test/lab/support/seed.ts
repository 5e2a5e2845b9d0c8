/** Files below /etc with the users and groups of Flatcar's image that configs refer to, before Ignition runs. */
export const seed: Readonly<Record<string, string>> = {
  passwd: "root:x:0:0:root:/root:/bin/bash\ncore:x:500:500:Flatcar Admin:/home/core:/bin/bash\n",
  shadow: "root:*:15887:0:::::\ncore:*:15887:0:::::\n",
  group:
    "root:x:0:\nwheel:x:10:core\nsudo:x:150:core\ndocker:x:233:core\nsystemd-journal:x:248:core\ncore:x:500:\n",
  gshadow:
    "root:*::\nwheel:*::core\nsudo:*::core\ndocker:*::core\nsystemd-journal:*::core\ncore:*::\n",
};
