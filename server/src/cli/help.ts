export const HELP = `stridewise: what can go wrong on each operation of an OpenAPI description, and what was answered

  stridewise check [paths]     checks descriptions and threat models, and prints the ranked threats
  stridewise explain RULE ["GET /x"] [paths]
                               says why a rule finds something on an operation or does not, and what would clear it;
                               without an operation, for all of them; of a written threat, where its figures come from
  stridewise simulate [paths]  simulates attacks on what is open: what is lost how often, by which ways, and which
                               measures to take first
  stridewise report [paths]    writes one page for people: figures, risk matrix, data flows, coverage, ranked threats with
                               reasons, answers and simulated attacks; HTML that opens offline, or Markdown
  stridewise drift [paths]     says what has changed since the last review of a model, or since a git revision:
                               operations, what they ask, take and give out, and with --since the risk
  stridewise inventory [paths] lists every API with its version, owner, data and review, and what to look at;
                               with --traffic also what is called and in no description, and what nobody calls
  stridewise accept STATEMENT...
                               writes an answer into the threat model: accept, mitigate, transfer or avoid what
                               the statements name, such as "disclosure on GET /pets"
  stridewise log [paths]       says who answered what and when, from the git history of the models
  stridewise goals [paths]     says how each goal of the models stands, what speaks against it and what the regulation
                               behind it asks, by our reading
  stridewise pasta [paths]     says how far each model is in the seven stages of PASTA, and what is missing
  stridewise init [paths]      writes a first threat model for the descriptions that have none: each guess says
                               what it was made from. One model a folder; no file is ever overwritten
  stridewise schema            prints the threat-model language as a JSON Schema, for editors that know nothing else
  stridewise lsp --stdio       serves an editor over the Language Server Protocol

Paths are files, folders, globs, or - for standard input; the default is the working directory. Descriptions
and models are found by their content; node_modules and what .gitignore names are left out.

Options of check
  --model FILE                 use this threat model instead of those found (may be repeated)
  --format text|json|sarif|junit|gitlab
                               default: text
  --output FILE, -o FILE       write the result to a file; of init: the one model of all descriptions
  --fail-on LEVEL              low, medium, high or critical; default: what lies above the model's acceptable
                               line, and high where there is no model
  --baseline FILE              what was open when this file was written fails nothing and is not listed
  --write-baseline FILE        write what is open now to a file, and check nothing
  --fail-on-new                anything open that the baseline does not know fails, whatever its level
  --runs N, --seed N           of simulate and report: how many attacks, 10000 by default; the same seed gives the
                               same result
  --date YYYY-MM-DD            of report: the day that it names and judges by; without it, it names none. Its formats
                               are html, the default, and markdown
  --since REF                  of drift: a branch, tag or commit to compare with; its format may be markdown
  --reason TEXT, --owner NAME, --until DAY
                               of accept; of transfer --to NAME, of mitigate --control ID; of all but accept
                               --status and --due DAY; of all of them --evidence FILE, --effect PERCENT,
                               --except STATEMENT, --in ENVIRONMENT, --monitor WHERE, --title, --id, --model FILE;
                               --place description writes it into the description, under x-stridewise, on the
                               operation, path or API that it answers
  --traffic FILE               of inventory: HAR, a combined log or JSON lines, also packed by gzip; - for standard input
  --help, -h                   this text
  --version, -v                the version

Exit status
  0  nothing at or above the bar
  1  a warning or error at or above the bar, or an error in a model or description; init wrote not all that
     was asked for, since a model or file is there already; drift found more risk than before
  2  could not run: unknown option, nothing to check, a named file that cannot be read

NO_COLOR turns colours off.
`;
