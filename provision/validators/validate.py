"""Has others' tools read what this project writes for them, and what its examples hold.

    python3 validate.py run FOLDER          a run's RO-Crate metadata and in-toto statement
    python3 validate.py statement FILE      an in-toto statement alone
    python3 validate.py manifests FILE…     Kubernetes manifests
    python3 validate.py bills FILE…         bills of materials in CycloneDX

Ends with 1 if anything is wrong, and says what. Nothing is fetched.
"""

import importlib.util
import json
import pathlib
import re
import sys

PROFILE = "process-run-crate-0.5"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
# A run that nobody published has no day of publication, and no other is made up for it.
NO_DAY = re.compile(r"MUST have a `datePublished` property")


def the_context():
    """The JSON-LD context of RO-Crate 1.1, from the package that carries it."""
    package = importlib.util.find_spec("rocrate").origin
    text = (pathlib.Path(package).parent / "data/ro-crate.jsonld").read_text(encoding="utf-8")
    context = json.loads(text)
    if context["@id"] != CONTEXT:
        sys.exit(f"validate: rocrate carries the context {context['@id']}")
    return text


def from_the_package(text):
    """An answer to whoever asks for the context; anything else is not asked for."""
    import requests

    def get(_self, url, *_args, **_kwargs):
        if url.rstrip("/") != CONTEXT:
            raise requests.ConnectionError(f"{url} is not fetched")
        response = requests.Response()
        response.status_code = 200
        response.headers["Content-Type"] = "application/ld+json"
        response._content = text.encode()
        return response

    return get


def crate(folder):
    from rocrate_validator import models, services
    from rocrate_validator.utils.http import HttpRequester

    HttpRequester.get = from_the_package(the_context())
    settings = services.ValidationSettings(
        rocrate_uri=str(folder),
        profile_identifier=PROFILE,
        requirement_severity=models.Severity.REQUIRED,
    )
    issues = services.validate(settings).get_issues()
    metadata = json.loads((folder / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    root = next(entity for entity in metadata["@graph"] if entity["@id"] == "./")
    for issue in issues:
        if NO_DAY.search(issue.message) and "datePublished" not in root:
            print(f"{folder}: not published, so it has no day of publication, which RO-Crate asks for")
            continue
        yield f"{folder}: {issue.check.identifier}: {issue.message}"


def statement(file):
    from google.protobuf import json_format
    from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
    from in_toto_attestation.v1 import statement_pb2
    from in_toto_attestation.v1.resource_descriptor import ResourceDescriptor
    from in_toto_attestation.v1.statement import Statement

    text = json.loads(file.read_text(encoding="utf-8"))
    try:
        # The parser refuses fields that the schema does not have.
        parsed = json_format.ParseDict(text, statement_pb2.Statement())
        Statement.copy_from_pb(parsed).validate()
        predicate = json_format.ParseDict(text["predicate"], provenance_pb2.Provenance())
        for dependency in predicate.build_definition.resolved_dependencies:
            ResourceDescriptor.copy_from_pb(dependency).validate()
        if not predicate.build_definition.build_type or not predicate.run_details.builder.id:
            yield f"{file}: no build type, or no builder"
    except (json_format.ParseError, ValueError) as error:
        yield f"{file}: {error}"


def run(folder):
    folder = pathlib.Path(folder)
    yield from crate(folder)
    yield from statement(folder / "provenance.intoto.json")


def manifests(*files):
    import kubernetes_validate
    import yaml

    for file in files:
        for manifest in yaml.safe_load_all(pathlib.Path(file).read_text(encoding="utf-8")):
            try:
                kubernetes_validate.validate(manifest, kubernetes_validate.latest_version(), strict=True)
            except kubernetes_validate.ValidationError as error:
                yield f"{file}: {error.message}"


def bills(*files):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    for file in files:
        text = pathlib.Path(file).read_text(encoding="utf-8")
        version = SchemaVersion.from_version(json.loads(text)["specVersion"])
        error = JsonStrictValidator(version).validate_str(text)
        if error is not None:
            yield f"{file}: {error}"


def main(what, *arguments):
    checks = {
        "run": run,
        "statement": lambda file: statement(pathlib.Path(file)),
        "manifests": manifests,
        "bills": bills,
    }
    problems = list(checks[what](*arguments))
    print("\n".join(problems) if problems else f"{' '.join(arguments)}: as it should be")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("run", "statement", "manifests", "bills"):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
