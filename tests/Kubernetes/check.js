// Checks each object of the files given by the schema of its kind: required fields, types, forms of values. Fields that the schema does not know
// are found by KubernetesManifestTests.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

let count = 0;
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, "utf8"))) {
    if (document.errors.length > 0) throw document.errors[0];
    const object = document.toJS();
    const { [object.kind]: Model } = await import(`kubernetes-models/${object.apiVersion}`);
    try {
      new Model(object).validate();
    } catch (error) {
      console.error(`${file}: ${object.kind} ${object.metadata?.name}: ${error.message}`);
      process.exitCode = 1;
    }

    count++;
  }
}

console.log(`${count} objects checked`);
if (count === 0) process.exitCode = 1;
