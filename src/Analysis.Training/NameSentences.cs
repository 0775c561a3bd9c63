using Analysis.Language;

namespace Analysis.Training;

/// <summary>The sentences written to learn names from, for what the treebanks have too little of: vessels, storms, cups, shops.</summary>
internal static class NameSentences
{
    /// <summary>The documents of the embedded list, names marked.</summary>
    public static IEnumerable<(string Name, NamedSentence[] Sentences)> Read()
    {
        var document = new List<NamedSentence>();
        var number = 1;
        foreach (var line in NameLists.Lines("name-sentences.txt").Append(string.Empty))
        {
            if (line.Length > 0)
            {
                document.Add(Sentence(line));
            }
            else if (document.Count > 0)
            {
                yield return ($"written-{number++}", [.. document]);
                document.Clear();
            }
        }
    }

    // "The ferry [X Karoline] ran aground ."
    private static NamedSentence Sentence(string line)
    {
        var words = new List<TreebankWord>();
        var names = new List<NameSpan>();
        var (first, type) = (-1, NameType.Other);
        foreach (var part in line.Split(' '))
        {
            if (part.Length == 2 && part[0] == '[')
            {
                (first, type) = (words.Count, NameLists.TypeOf(part[1]));
                continue;
            }

            var ends = first >= 0 && part[^1] == ']';
            words.Add(new TreebankWord(ends ? part[..^1] : part, string.Empty, Upos.X, Xpos.FW, string.Empty, -1, DependencyRelation.Dep));
            if (!ends)
                continue;
            names.Add(new NameSpan(first, words.Count, type));
            first = -1;
        }

        if (first >= 0)
            throw new InvalidDataException($"A name is not closed: {line}");
        return new NamedSentence(new TreebankSentence("written", [.. words]), [.. names], []);
    }
}
