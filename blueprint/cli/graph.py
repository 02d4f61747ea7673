"""`blueprint graph`: the service as a graph, for other programs."""

from __future__ import annotations

import os

import click

from blueprint.cli.choice import OneOf
from blueprint.cli.files import open_document, write
from blueprint.diagnostics import Refusal

FORMATS = ("json", "graphml")


@click.command("graph")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("-o", "--output", default="-", metavar="PATH", help="Where to write; standard output unless given.")
@click.option(
    "-f",
    "--format",
    "form",
    type=OneOf("format", FORMATS),
    metavar="FORMAT",
    help="json or graphml; taken from the output's suffix unless given, else json.",
)
@click.option("--scenario", default="", metavar="SCENARIO", help="The graph as this scenario changes it.")
def command(file: str, output: str, form: str | None, scenario: str) -> None:
    """Write a blueprint's graph as JSON or GraphML.

    The JSON is networkx node-link data (`networkx.node_link_graph` reads it back); GraphML opens in yEd, Gephi and
    Cytoscape. Nodes are cells, waits and decisions; edges say what leads to, enables, fails to or recovers to what.

    \b
    Examples:
      blueprint graph hotel.bp > hotel.json
      blueprint graph hotel.bp -o hotel.graphml
    """
    from blueprint.graph.network import to_graphml, to_json

    chosen = form or _form(output)
    document = open_document(file)
    graph = (document.in_scenario(scenario) if scenario else document).graph()
    text = to_json(graph) if chosen == "json" else to_graphml(graph)
    write(output, text.encode("utf-8"))


def _form(output: str) -> str:
    suffix = os.path.splitext(output)[1].lstrip(".").lower()
    if output == "-" or suffix in FORMATS:
        return suffix or "json"
    raise Refusal(f"`{output}` has no known suffix. A graph is written as .json or .graphml.")
