using Analysis.Language;

namespace Analysis.Training;

/// <summary>Learns lemma rules with their exceptions, and the features of closed classes.</summary>
internal static class MorphologyTrainer
{
    // Rules of fewer words are chance; 2 and 3 scored alike.
    private const int MinRuleWords = 2;

    // Closed-class words are frequent, and rules cover the open classes.
    private const int MinFeatsCount = 3;

    /// <summary>Words with their lemmas.</summary>
    private sealed record Entry(byte Tag, string Form, string Lemma);

    /// <summary>A rule with its texts.</summary>
    public sealed record Rule(byte Tag, string Suffix, byte Cut, string Ending);

    /// <summary>A word with a lemma or features of its own.</summary>
    public sealed record Fact(byte Tag, string Form, string Value);

    public static (Rule[] Rules, Fact[] Exceptions) Lemmas(
        IEnumerable<TreebankSentence> sentences, TagSet tags, WordNetWords dictionary)
    {
        var rules = new List<Rule>();
        var exceptions = new List<Fact>();
        var verbs = IrregularVerbs.All()
            .Select(verb => new Entry((byte)tags.IndexOf(Upos.VERB, verb.Xpos), verb.Form, verb.Lemma))
            .ToDictionary(entry => (entry.Tag, entry.Form));
        var seen = Entries(sentences, tags).Where(entry => !verbs.ContainsKey((entry.Tag, entry.Form))).Concat(verbs.Values).ToArray();
        var known = seen.Select(entry => (entry.Tag, entry.Form)).ToHashSet();
        var unseen = dictionary.Irregular
            .Where(word => tags.IndexOf(word.Upos, word.Xpos) >= 0)
            .Select(word => new Entry((byte)tags.IndexOf(word.Upos, word.Xpos), word.Form, word.Lemma))
            .Where(entry => !known.Contains((entry.Tag, entry.Form)))
            .DistinctBy(entry => (entry.Tag, entry.Form))
            .ToLookup(entry => entry.Tag);
        foreach (var group in seen.GroupBy(entry => entry.Tag).OrderBy(group => group.Key))
        {
            var learned = Rules(group.Key, [.. group]);
            rules.AddRange(learned.Values);
            exceptions.AddRange(group.Concat(unseen[group.Key])
                .Where(entry => Apply(learned, entry.Form) != entry.Lemma)
                .Select(entry => new Fact(entry.Tag, entry.Form, entry.Lemma)));
        }

        return ([.. rules.OrderBy(rule => rule.Tag).ThenBy(rule => rule.Suffix, StringComparer.Ordinal)], Sort(exceptions));
    }

    public static Fact[] Feats(IEnumerable<TreebankSentence> sentences, TagSet tags)
    {
        // Verbs get theirs from the tree.
        var facts =
            from sentence in sentences
            from word in sentence.Words
            where word.Xpos is not (Xpos.VB or Xpos.VBD or Xpos.VBG or Xpos.VBN or Xpos.VBP or Xpos.VBZ)
            let tag = tags.IndexOf(word.Upos, word.Xpos)
            where tag >= 0
            group word.Feats by (Tag: (byte)tag, Form: Form(word.Form, keepCase: false)) into same
            let best = same.GroupBy(feats => feats, StringComparer.Ordinal)
                .OrderByDescending(feats => feats.Count()).ThenBy(feats => feats.Key, StringComparer.Ordinal).First()
            where best.Count() >= MinFeatsCount
            where best.Key != Morphology.ByTag(tags[same.Key.Tag].Upos, tags[same.Key.Tag].Xpos, same.Key.Form)
            select new Fact(same.Key.Tag, same.Key.Form, best.Key);
        return Sort(facts);
    }

    private static Fact[] Sort(IEnumerable<Fact> facts) =>
        [.. facts.OrderBy(fact => fact.Tag).ThenBy(fact => fact.Form, StringComparer.Ordinal)];

    private static IEnumerable<Entry> Entries(IEnumerable<TreebankSentence> sentences, TagSet tags) =>
        from sentence in sentences
        from word in sentence.Words
        let tag = tags.IndexOf(word.Upos, word.Xpos)
        where tag >= 0 && word.Lemma != "_" && !Lemmatizer.IsOwnLemma(word.Upos, word.Xpos)
        group Lemma(word) by (Tag: (byte)tag, Form: Form(word.Form, Lemmatizer.KeepsCase(word.Xpos))) into same
        let best = same.GroupBy(lemma => lemma, StringComparer.Ordinal)
            .OrderByDescending(lemmas => lemmas.Count()).ThenBy(lemmas => lemmas.Key, StringComparer.Ordinal).First()
        orderby same.Key.Form.Length, same.Key.Form
        select new Entry(same.Key.Tag, same.Key.Form, best.Key);

    // Where a common noun or a verb stands in a title, some lemmas kept its capital.
    private static string Lemma(TreebankWord word)
    {
        var lemma = Form(word.Lemma, keepCase: true);
        var capitalised = lemma.Length > 1 && char.IsUpper(lemma[0]) && !lemma.AsSpan(1).ContainsAnyInRange('A', 'Z');
        return capitalised && word.Xpos is not (Xpos.NNP or Xpos.NNPS) && word.Upos is Upos.NOUN or Upos.VERB or Upos.ADV or Upos.AUX
            ? lemma.ToLowerInvariant()
            : lemma;
    }

    private static string Form(string word, bool keepCase)
    {
        Span<char> folded = stackalloc char[WordReader.MaxWordLength];
        var form = folded[..WordReader.Fold(word, folded, foldDigits: false)].ToString();
        return keepCase ? form : form.ToLowerInvariant();
    }

    // From short endings to long ones: an ending gets a rule where most of its words want another than the shorter ending's.
    private static Dictionary<string, Rule> Rules(byte tag, Entry[] entries)
    {
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal) { [string.Empty] = new(tag, string.Empty, 0, string.Empty) };
        for (var length = 0; length <= Lemmatizer.MaxSuffix; length++)
        {
            var suffixes = entries.Where(entry => entry.Form.Length >= length)
                .GroupBy(entry => entry.Form[^length..], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
            foreach (var suffix in suffixes)
            {
                var best = suffix
                    .Select(entry => Script(entry.Form, entry.Lemma))
                    .Where(script => script.Cut <= suffix.Key.Length && script.Ending.Length <= Lemmatizer.MaxLemmaEnding)
                    .GroupBy(script => script)
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Cut).ThenBy(group => group.Key.Ending, StringComparer.Ordinal)
                    .FirstOrDefault();
                if (best is null || (suffix.Key.Length > 0 && best.Count() < MinRuleWords))
                    continue;
                var inherited = suffix.Count(entry => Apply(rules, entry.Form) == entry.Lemma);
                if (best.Count() > inherited)
                    rules[suffix.Key] = new Rule(tag, suffix.Key, (byte)best.Key.Cut, best.Key.Ending);
            }
        }

        return rules;
    }

    private static (int Cut, string Ending) Script(string form, string lemma)
    {
        var common = form.AsSpan().CommonPrefixLength(lemma);
        return (form.Length - common, lemma[common..]);
    }

    private static string Apply(Dictionary<string, Rule> rules, string form)
    {
        for (var length = Math.Min(Lemmatizer.MaxSuffix, form.Length); length >= 0; length--)
        {
            if (rules.TryGetValue(form[^length..], out var rule))
                return form[..^rule.Cut] + rule.Ending;
        }

        return form;
    }
}
