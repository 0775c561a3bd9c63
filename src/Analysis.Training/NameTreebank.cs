using Analysis.Language;

namespace Analysis.Training;

/// <summary>Reads names from annotated treebanks.</summary>
/// <remarks>
/// GUM marks all mentions, named or not, with all that modifies them. A name here is the run of capitalised words around a mention's
/// head where that is a proper noun: no article, no title, no relative clause, no place behind a comma. Nationalities and the like are
/// adjectives for the most part, which GUM does not mark: they are found by the list. Of nested names the outermost counts.
/// </remarks>
internal sealed class NameTreebank(NameLists lists)
{
    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "of", "the", "and", "&", "-", "for", "on", "de", "la", "del", "van", "von", "der", "al", "el", "bin", "du", "da", "di", "'s", "'", "/", ":" };

    // Words of books that number their parts.
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase) { "figure", "figures", "table", "chapter", "section", "part", "step", "version", "link", "appendix", "mom", "dad", "mum", "sir", "madam", "ma'am" };

    private const string SentenceId = "# sent_id = ";

    /// <summary>One mention of GUM; known where the encyclopedia has an article on what it stands for.</summary>
    private readonly record struct Mention(int First, int End, string Type, bool IsKnown);

    /// <summary>The documents of a folder of GUM, names marked.</summary>
    public IEnumerable<(string Name, NamedSentence[] Sentences)> ReadGum(string folder) =>
        Directory.GetFiles(folder, "*.conllu").Order(StringComparer.Ordinal).SelectMany(path => ReadFile(path, marked: true));

    /// <summary>The documents of a file, names not marked.</summary>
    public IEnumerable<(string Name, NamedSentence[] Sentences)> ReadPlain(string path) => ReadFile(path, marked: false);

    /// <summary>The documents of a CoNLL-U file with the names of an IOB2 file over the same sentences.</summary>
    public static IEnumerable<(string Name, NamedSentence[] Sentences)> ReadIob(string conllu, string iob)
    {
        var names = IobSentences(iob).ToDictionary(sentence => sentence.Id, sentence => sentence.Names, StringComparer.Ordinal);
        var documents = Documents(conllu).GetEnumerator();
        foreach (var group in Treebank.Read(conllu).Select(sentence =>
        {
            documents.MoveNext();
            return (documents.Current.Name, Sentence: new NamedSentence(sentence, names[documents.Current.Id], []));
        }).GroupBy(pair => pair.Name, pair => pair.Sentence, StringComparer.Ordinal))
        {
            yield return (group.Key, [.. group]);
        }
    }

    private static IEnumerable<(string Id, NameSpan[] Names)> IobSentences(string path)
    {
        var id = string.Empty;
        var labels = new List<string>();
        foreach (var line in File.ReadLines(path).Append(string.Empty))
        {
            if (line.StartsWith(SentenceId, StringComparison.Ordinal))
                id = line[SentenceId.Length..];
            if (line.StartsWith('#'))
                continue;
            if (line.Length > 0)
            {
                labels.Add(line.Split('\t')[2]);
                continue;
            }

            if (labels.Count == 0)
                continue;
            var names = new List<NameSpan>();
            for (var index = 0; index < labels.Count; index++)
            {
                if (!labels[index].StartsWith("B-", StringComparison.Ordinal))
                    continue;
                var end = index + 1;
                while (end < labels.Count && labels[end].StartsWith("I-", StringComparison.Ordinal))
                    end++;
                names.Add(new NameSpan(index, end, labels[index][2..] switch { "PER" => NameType.Person, "ORG" => NameType.Organization, _ => NameType.Location }));
            }

            yield return (id, [.. names]);
            labels.Clear();
        }
    }

    private IEnumerable<(string Name, NamedSentence[] Sentences)> ReadFile(string path, bool marked)
    {
        var documents = Documents(path).GetEnumerator();
        var number = 0;
        var sentences = Treebank.Read(path).Select(sentence =>
        {
            documents.MoveNext();
            return (documents.Current.Name, Sentence: new NamedSentence(sentence, marked ? Names(sentence, documents.Current.Mentions) : null, Copies(sentence, number++)));
        });
        foreach (var group in sentences.GroupBy(pair => pair.Name, pair => pair.Sentence, StringComparer.Ordinal))
            yield return (group.Key, [.. group]);
    }

    // Every eighth sentence comes again in Title Case, every 24th in capitals, every twelfth without.
    private static TreebankSentence[] Copies(TreebankSentence sentence, int number) => (number % 24) switch
    {
        0 or 8 or 16 => [Capitals.Title(sentence)],
        4 => [Capitals.All(sentence)],
        6 or 18 => [Capitals.None(sentence)],
        _ => [],
    };

    // For every sentence the document it belongs to and its mentions.
    private static IEnumerable<(string Name, string Id, List<Mention> Mentions)> Documents(string path)
    {
        var id = string.Empty;
        var name = Path.GetFileNameWithoutExtension(path);
        var open = new List<(string Id, int First, string Type, bool IsKnown)>();
        var mentions = new List<Mention>();
        var word = 0;
        foreach (var line in File.ReadLines(path).Append(string.Empty))
        {
            const string Start = "# newdoc id = ";
            if (line.StartsWith(Start, StringComparison.Ordinal))
                name = line[Start.Length..];
            if (line.StartsWith(SentenceId, StringComparison.Ordinal))
                id = line[SentenceId.Length..];
            if (line.StartsWith('#'))
                continue;
            if (line.Length == 0)
            {
                if (word > 0)
                    yield return (name, id, mentions);
                (word, mentions) = (0, []);
                open.Clear();
                continue;
            }

            var columns = line.Split('\t');
            if (columns[0].AsSpan().ContainsAny('-', '.'))
                continue;
            foreach (var field in columns[9].Split('|'))
            {
                if (field.StartsWith("Entity=", StringComparison.Ordinal))
                    ReadBrackets(field["Entity=".Length..], word, open, mentions);
            }

            word++;
        }
    }

    // "(1-person-new-…(2-place-…)" opens two and closes the second; "1)" closes the first.
    private static void ReadBrackets(string field, int word, List<(string Id, int First, string Type, bool IsKnown)> open, List<Mention> mentions)
    {
        for (var index = 0; index < field.Length;)
        {
            var start = index;
            index = field[index] == '(' ? index + 1 : index;
            while (index < field.Length && field[index] is not '(' and not ')')
                index++;
            var closes = index < field.Length && field[index] == ')';
            var parts = field[start..index].TrimStart('(').Split('-');
            index += closes ? 1 : 0;
            if (field[start] == '(')
                open.Add((parts[0], word, parts[1], parts.Length > 7));
            if (!closes)
                continue;
            var place = open.FindLastIndex(mention => mention.Id == parts[0]);
            if (place < 0)
                continue;
            mentions.Add(new Mention(open[place].First, word + 1, open[place].Type, open[place].IsKnown));
            open.RemoveAt(place);
        }
    }

    private NameSpan[] Names(TreebankSentence sentence, List<Mention> mentions)
    {
        var found = new List<(NameSpan Span, int Size)>();
        foreach (var mention in mentions)
        {
            if (NameOf(sentence.Words, mention, mentions) is { } name)
                found.Add((name, mention.End - mention.First));
            if (TownOf(sentence.Words, mention) is { } town)
                found.Add((town, mention.End - mention.First));
        }

        // Longest first; of equal ones that of the smallest mention.
        var taken = new bool[sentence.Words.Length];
        var names = new List<NameSpan>();
        foreach (var (span, _) in found.OrderByDescending(name => name.Span.EndToken - name.Span.FirstToken).ThenBy(name => name.Size).ThenBy(name => name.Span.FirstToken))
            Take(span);
        for (var index = 0; index < taken.Length; index++)
        {
            if (sentence.Words[index].Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN && char.IsUpper(sentence.Words[index].Form[0]) && lists.IsNorp(sentence.Words[index].Form) && !IsLanguage(mentions, index))
                Take(new NameSpan(index, index + 1, NameType.Norp));
        }

        return [.. names.OrderBy(name => name.FirstToken)];

        void Take(NameSpan span)
        {
            if (taken.AsSpan(span.FirstToken..span.EndToken).Contains(true))
                return;
            taken.AsSpan(span.FirstToken..span.EndToken).Fill(true);
            names.Add(span);
        }
    }

    private static bool IsLanguage(List<Mention> mentions, int word) =>
        mentions.Exists(mention => mention.First == word && mention.End == word + 1 && mention.Type == "abstract");

    private NameSpan? NameOf(TreebankWord[] words, Mention mention, List<Mention> mentions)
    {
        NameType type;
        switch (mention.Type)
        {
            case "person": type = NameType.Person; break;
            case "organization": type = NameType.Organization; break;
            case "place": type = NameType.Location; break;
            case "event": type = NameType.Event; break;
            case "abstract" or "object" or "animal" or "substance" or "plant" when mention.IsKnown: type = NameType.Other; break;
            default: return null;
        }

        var head = -1;
        for (var index = mention.First; index < mention.End; index++)
        {
            if (words[index].Head >= mention.First && words[index].Head < mention.End)
                continue;
            if (head < 0 || words[index].Upos == Upos.PROPN && words[head].Upos != Upos.PROPN)
                head = index;
        }

        if (head >= 0 && words[head].Upos == Upos.NOUN)
            head = NameBehind(words, mention, mentions, head);
        if (head < 0 || !HasCapital(words[head].Form))
            return null;

        // "US" and "U.S." before a noun count as adjectives.
        if (words[head].Upos != Upos.PROPN && !(words[head].Upos == Upos.ADJ && type == NameType.Location && mention.End - mention.First == 1 && !lists.IsNorp(words[head].Form)))
            return null;
        if (type == NameType.Other && (Parts.Contains(words[head].Form) || words[head].Form.Contains('/') || words[head].Form.Contains('@') || words[head].Form.StartsWith("www", StringComparison.OrdinalIgnoreCase)))
            return null;

        var (first, end) = Around(words, mention, mentions, head, type);
        if (type == NameType.Person)
            (first, end) = WithoutTitles(words, first, end);
        if (first >= end)
            return null;
        if (end - first == 1 && type is NameType.Person or NameType.Organization && lists.IsNorp(words[first].Form) && !lists.IsOrganization(words[first].Form))
            type = NameType.Norp;
        return new NameSpan(first, end, type);
    }

    // "captain Harry Kane", "the province of Palawan": the common noun is the head of the mention, and the name behind it has none of its own.
    private static int NameBehind(TreebankWord[] words, Mention mention, List<Mention> mentions, int head)
    {
        var name = head + 1;
        if (mention.Type == "place" && name + 1 < mention.End && words[name].Form == "of")
            name++;
        if (name >= mention.End || words[name].Upos != Upos.PROPN || mentions.Exists(inner => inner != mention && inner.First >= mention.First && inner.First <= name && inner.End > name && inner.End <= mention.End))
            return -1;

        // The words of a name hang together before one of them hangs on the noun.
        var top = name;
        while (words[top].Head != head && words[top].Head > head && words[top].Head < mention.End && words[words[top].Head].Upos == Upos.PROPN)
            top = words[top].Head;
        var joined = words[top].Head == head && (name == head + 1
            ? words[top].Relation is DependencyRelation.Flat or DependencyRelation.Appos
            : words[top].Relation == DependencyRelation.Nmod);
        return joined ? top : -1;
    }

    // "Clearwater , Florida": some parses make the state the head, and the town has no mention of its own.
    private static NameSpan? TownOf(TreebankWord[] words, Mention mention)
    {
        if (mention.Type != "place")
            return null;
        var comma = mention.First;
        while (comma < mention.End && IsPart(words[comma]) && words[comma].Upos == Upos.PROPN)
            comma++;
        if (comma == mention.First || comma + 1 >= mention.End || words[comma].Form != "," || words[comma - 1].Head <= comma || words[comma - 1].Head >= mention.End || !IsPart(words[comma + 1]))
            return null;
        return new NameSpan(mention.First, comma, NameType.Location);
    }

    private static (int First, int End) Around(TreebankWord[] words, Mention mention, List<Mention> mentions, int head, NameType type)
    {
        var first = head;
        for (var index = head - 1; index >= mention.First; index--)
        {
            var form = words[index].Form;
            if (IsPart(words[index]))
            {
                // A capitalised article opens a mention, not its name.
                if (words[index].Upos is Upos.DET or Upos.PRON or Upos.ADP or Upos.SCONJ or Upos.CCONJ && !(index > mention.First))
                    break;
                if (type == NameType.Person && mentions.Exists(inner => inner.First <= index && inner.End == index + 1 && inner.End <= head && inner.Type is "place" or "organization" && inner.First >= mention.First))
                    break;
                first = index;
            }
            else if (!Joints.Contains(form) || index == mention.First || !Joins(words, mentions, mention, index))
            {
                break;
            }
        }

        var end = head + 1;
        for (var index = end; index < mention.End; index++)
        {
            var word = words[index];
            if (IsPart(word) || (word.Upos == Upos.NUM && index == end && (type is NameType.Event or NameType.Other || words[index].Form.Length < 4) && words[index - 1].Upos == Upos.PROPN && word.Head >= first && word.Head < index))
            {
                end = index + 1;
                continue;
            }

            if (!Joints.Contains(word.Form) || (type is NameType.Person && word.Form is "of" or "and" or "the" or "for" or "on" or ":" or "/" or "&"))
                break;
            if (word.Form is "'s" or "'" && mentions.Exists(inner => inner.End == index + 1 && inner.First >= mention.First && inner != mention))
                break;
            if (word.Form is "and" && !(index + 1 < mention.End && IsPart(words[index + 1]) && type == NameType.Organization && words[first].Form is "Department" or "Ministry" or "Office" or "Committee" or "Institute" or "National" or "Center" or "Centre"))
                break;
        }

        return (first, end);
    }

    // A joint to the left: "of the" only inside of what hangs on the head, possessives only where the owner is no mention of its own.
    private static bool Joins(TreebankWord[] words, List<Mention> mentions, Mention mention, int index) => words[index].Form switch
    {
        "-" or "&" or "/" or "de" or "la" or "del" or "van" or "von" or "der" or "al" or "el" or "bin" or "du" or "da" or "di" => index > 0 && IsPart(words[index - 1]),
        "of" => index > 0 && IsPart(words[index - 1]) && words[index - 1].Upos == Upos.PROPN,
        "the" => index > 1 && words[index - 1].Form is "of",
        "'s" or "'" => index > 0 && IsPart(words[index - 1]) && !mentions.Exists(inner => inner.End == index + 1 && inner.First >= mention.First && inner != mention),
        _ => false,
    };

    private (int First, int End) WithoutTitles(TreebankWord[] words, int first, int end)
    {
        for (var index = end - 1; index >= first; index--)
        {
            if (lists.IsTitle(words[index].Form))
            {
                first = index + 1;
                break;
            }
        }

        return (first, end);
    }

    private static bool IsPart(TreebankWord word) =>
        HasCapital(word.Form) && word.Upos is not (Upos.PUNCT or Upos.PRON or Upos.ADP or Upos.CCONJ) || word.Upos == Upos.PROPN && word.Form.Length > 1;

    private static bool HasCapital(string form) => char.IsUpper(form[0]) || (form.Length > 2 && char.IsUpper(form[1]));
}
