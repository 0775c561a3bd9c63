using System.Globalization;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>A mention as the GUM corpus marks it.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Core">The words without which it would not name what it does: the head, or all of a name.</param>
/// <param name="Entity">Number of what it denotes; the same for all mentions of it.</param>
/// <param name="Type">Type of the entity: <c>person</c>, <c>organization</c>, <c>place</c>, <c>time</c> and so on.</param>
/// <param name="Form">The word of a pronoun in lower case; empty for any other mention.</param>
/// <param name="IsName">Whether its head is a proper noun and it is no time.</param>
internal sealed record MarkedMention(TextSpan Span, TextSpan Core, int Entity, string Type, string Form, bool IsName);

/// <summary>A document of GUM with its text as it was before anybody cut it, and the mentions marked in it.</summary>
/// <param name="Name">Name of the document.</param>
/// <param name="Text">The sentences: a blank line between paragraphs, within one a space unless the treebank says there is none.</param>
/// <param name="Mentions">In order of their start, the longer first.</param>
internal sealed record CoreferenceDocument(string Name, string Text, MarkedMention[] Mentions)
{
    /// <summary>The part of the name that says what kind of text it is: <c>news</c>, <c>interview</c>, <c>bio</c>.</summary>
    public string Genre => Name.Split('_')[1];

    /// <summary>Reads the documents of a folder, one a file, in the order of their names.</summary>
    public static IEnumerable<CoreferenceDocument> Read(string folder) =>
        Directory.GetFiles(folder, "*.conllu").Order(StringComparer.Ordinal).Select(path => new Reader().Read(Path.GetFileNameWithoutExtension(path), File.ReadLines(path)));

    /// <summary>A word of the treebank and where it stands.</summary>
    private readonly record struct Word(TextSpan Span, string Form, string Upos);

    private sealed class Reader
    {
        private readonly StringBuilder _text = new();
        private readonly List<Word> _words = [];
        private readonly Dictionary<string, Stack<(int First, string[] Fields)>> _open = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _entities = new(StringComparer.Ordinal);
        private readonly List<MarkedMention> _mentions = [];
        private int _at;

        public CoreferenceDocument Read(string name, IEnumerable<string> lines)
        {
            bool paragraph = false, joined = true;
            int rangeEnd = 0, rangeStop = 0;
            foreach (string line in lines)
            {
                if (line.StartsWith("# newpar", StringComparison.Ordinal)) paragraph = true;
                else if (line.StartsWith("# text = ", StringComparison.Ordinal))
                {
                    if (_text.Length > 0) _text.Append(paragraph ? "\n\n" : joined ? "" : " ");
                    _at = _text.Length;
                    _text.Append(line.AsSpan("# text = ".Length).Trim());
                    (paragraph, rangeEnd) = (false, 0);
                }
                else if (line.Length > 0 && line[0] != '#')
                {
                    string[] columns = line.Split('\t');
                    if (columns[0].Contains('.', StringComparison.Ordinal)) continue;
                    if (columns[0].Split('-') is [_, var last])
                    {
                        rangeEnd = int.Parse(last, CultureInfo.InvariantCulture);
                        rangeStop = Find(columns[1]).End;
                        joined = columns[9].Split('|').Contains("SpaceAfter=No");
                        continue;
                    }
                    bool inRange = int.Parse(columns[0], CultureInfo.InvariantCulture) <= rangeEnd;
                    if (!inRange) joined = columns[9].Split('|').Contains("SpaceAfter=No");
                    AddWord(columns, inRange ? rangeStop : _text.Length);
                }
            }
            return new CoreferenceDocument(name, _text.ToString(), [.. _mentions.OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)]);
        }

        private TextSpan Find(string form)
        {
            string text = _text.ToString(_at, _text.Length - _at);
            int start = text.IndexOf(form, StringComparison.Ordinal);
            return start < 0 ? new TextSpan(_at, _at) : new TextSpan(_at + start, _at + start + form.Length);
        }

        private void AddWord(string[] columns, int stop)
        {
            // A word of a contraction may be spelt otherwise than the text has it: then it stands for all that is left of the contraction.
            var span = Find(columns[1]);
            if (span.IsEmpty || span.End > stop) span = new TextSpan(_at, Math.Max(_at, stop));
            else _at = span.End;
            _words.Add(new Word(span, columns[1], columns[3]));
            string? marks = columns[9].Split('|').FirstOrDefault(field => field.StartsWith("Entity=", StringComparison.Ordinal))?["Entity=".Length..];
            for (int i = 0; marks is not null && i < marks.Length;)
            {
                if (marks[i] is '(')
                {
                    int end = marks.IndexOfAny(['(', ')'], i + 1) is var next and >= 0 ? next : marks.Length;
                    string[] fields = marks[(i + 1)..end].Split('-');
                    if (end < marks.Length && marks[end] is ')')
                    {
                        Close(_words.Count - 1, fields);
                        end++;
                    }
                    else
                    {
                        if (!_open.TryGetValue(fields[0], out var open)) _open[fields[0]] = open = new Stack<(int, string[])>();
                        open.Push((_words.Count - 1, fields));
                    }
                    i = end;
                }
                else
                {
                    int end = marks.IndexOf(')', i);
                    var (first, fields) = _open[marks[i..end]].Pop();
                    Close(first, fields);
                    i = end + 1;
                }
            }
        }

        // Fields: GRP-etype-infstat-salience-centering-minspan-link-identity. A part of a mention in several is numbered: "12[1/2]".
        private void Close(int first, string[] fields)
        {
            string group = fields[0].Split('[')[0];
            if (!_entities.TryGetValue(group, out int entity)) _entities[group] = entity = _entities.Count;
            int[] core = [.. fields[5].Split(',').Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int at) ? first + at - 1 : first).Where(at => at < _words.Count)];
            if (core.Length == 0) core = [first];
            // A name is all of its proper nouns in a row, whichever of them is the head.
            int coreEnd = core[^1];
            while (_words[core[0]].Upos is "PROPN" && coreEnd + 1 < _words.Count && _words[coreEnd + 1].Upos is "PROPN") coreEnd++;
            var span = new TextSpan(_words[first].Span.Start, _words[^1].Span.End);
            bool pronoun = first == _words.Count - 1 && _words[first].Upos is "PRON";
            _mentions.Add(new MarkedMention(
                span, new TextSpan(_words[core[0]].Span.Start, _words[coreEnd].Span.End), entity, fields[1], pronoun ? _words[first].Form.ToLowerInvariant().Replace('’', '\'') : "",
                !pronoun && fields[1] is not "time" && _words[core[0]].Upos is "PROPN"));
        }
    }
}
