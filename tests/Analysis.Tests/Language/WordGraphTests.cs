using Analysis.Language;
using Analysis.Language.Words;

namespace Analysis.Tests.Language;

/// <summary>What holds of all words, and what the graph does with what it does not know.</summary>
public class WordGraphTests
{
    private static readonly WordRelations Relations = WordRelations.Default;
    private static readonly WordGraph Graph = Relations.Graph;

    private static readonly Lazy<ILookup<string, int>> SynsetsByWord = new(() => Enumerable.Range(0, Graph.SynsetCount)
        .SelectMany(synset => Graph.MembersOf(synset).ToArray().Select(Graph.WordOf).Append(Graph.NameOf(synset)).Distinct().Select(word => (word, synset)))
        .ToLookup(pair => pair.word, pair => pair.synset, StringComparer.Ordinal));

    [Fact]
    public void EveryRelation_HasItsMirror()
    {
        foreach (var (left, right) in RelatedPairs(everyNth: 23))
        {
            var (there, back) = (Relate(left, right), Relate(right, left));
            Assert.Equal((there.Kind.Mirror(), there.Strength, there.Roles.Mirror()), (back.Kind, back.Strength, back.Roles));
            Assert.Equal(there.Path.Reverse().Select(step => (step.To, step.Link.Mirror(), step.From, step.Remark)), back.Path.Select(step => (step.From, step.Link, step.To, step.Remark)));
        }
    }

    [Fact]
    public void EveryPath_LeadsFromLeftToRightAlongLinks()
    {
        int longest = 0;
        foreach (var (left, right) in RelatedPairs(everyNth: 37))
        {
            var relation = Relate(left, right);
            Assert.Equal(Graph.WordOf(left), relation.Path[0].From);
            Assert.Equal(Graph.WordOf(right), relation.Path[^1].To);
            for (int i = 1; i < relation.Path.Length; i++) Assert.Equal(relation.Path[i - 1].To, relation.Path[i].From);
            Assert.All(relation.Path, step => Assert.True(IsStored(step), $"{relation}: {step}"));
            Assert.InRange(relation.Strength, 1, WordRelation.MaxStrength);
            longest = Math.Max(longest, relation.Path.Length);
        }
        Assert.InRange(longest, 4, Trail.MaxSteps);
    }

    [Fact]
    public void NoLink_SaysSameAndOpposite()
    {
        WordLink[] apart = [WordLink.AntonymOf, WordLink.ConverseOf, WordLink.Unrelated, WordLink.KindOf, WordLink.HasKind];
        for (int entry = 0; entry < Graph.EntryCount; entry++)
        {
            var same = new HashSet<int> { entry };
            foreach (var edge in Graph.EntryEdges(entry))
                if (edge.Link is WordLink.SynonymOf) same.Add(edge.To);
            foreach (var edge in Graph.EntryEdges(entry))
                Assert.False(apart.Contains(edge.Link) && same.Contains(edge.To), $"{Graph.WordOf(entry)} and {Graph.WordOf(edge.To)} are said to be the same and {edge.Link}.");
        }
    }

    [Fact]
    public void NoWord_IsItsOwnOpposite()
    {
        for (int entry = 0; entry < Graph.EntryCount; entry++)
        {
            var relation = Relations.Relate(Graph.WordOf(entry), Graph.ClassOf(entry).Tag(), Graph.WordOf(entry), Graph.ClassOf(entry).Tag());
            Assert.Equal((WordRelationKind.Same, true), (relation.Kind, relation.Path.IsEmpty));
        }
    }

    [Fact]
    public void EveryDemonym_HasItsCountry()
    {
        int demonyms = 0, countries = 0;
        for (int entry = 0; entry < Graph.EntryCount; entry++)
            foreach (var membership in Graph.Memberships(entry))
            {
                var links = Graph.EntryEdges(entry).ToArray();
                if (Graph.Note(membership.Set) == "nationalities")
                {
                    demonyms++;
                    Assert.Contains(links, edge => edge.Link is WordLink.DemonymOf && Graph.ClassOf(edge.To) is WordClass.Name
                        && Graph.Memberships(edge.To).ToArray().Any(country => country.Member == membership.Member && Graph.Note(country.Set) == "countries"));
                }
                if (Graph.Note(membership.Set) != "countries") continue;
                countries++;
                Assert.Contains(links, edge => edge.Link is WordLink.HasDemonym);
            }
        Assert.True(demonyms > 600 && countries > 190, $"{demonyms} demonyms, {countries} countries");
    }

    [Theory]
    [InlineData("kill", Upos.VERB)]
    [InlineData("rise", Upos.NOUN)]
    [InlineData("rise", Upos.VERB)]
    [InlineData("deadly", Upos.ADJ)]
    [InlineData("attack", Upos.NOUN)]
    [InlineData("buy", Upos.VERB)]
    [InlineData("quickly", Upos.ADV)]
    [InlineData("French", Upos.ADJ)]
    [InlineData("lawyer", Upos.NOUN)]
    [InlineData("beat", Upos.VERB)]
    [InlineData("strike", Upos.VERB)]
    [InlineData("government", Upos.NOUN)]
    public void Sets_AreWhatRelateSays(string lemma, Upos upos)
    {
        int entry = Graph.Find(lemma, WordClasses.Of(upos));
        var kinds = Enumerable.Range(0, Graph.EntryCount).Where(other => other != entry)
            .GroupBy(other => Relate(entry, other).Kind, other => $"{Graph.WordOf(other)}/{Graph.ClassOf(other).Tag()}").ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());
        AssertSet(WordRelationKind.Same, Relations.Synonyms(lemma, upos));
        AssertSet(WordRelationKind.Opposite, Relations.Opposites(lemma, upos));
        AssertSet(WordRelationKind.Narrower, Relations.Broader(lemma, upos));
        AssertSet(WordRelationKind.Implies, Relations.Implied(lemma, upos));
        AssertSet(WordRelationKind.Derived, Relations.Derived(lemma, upos));

        void AssertSet(WordRelationKind kind, IEnumerable<RelatedWord> found) => Assert.Equal(
            kinds.GetValueOrDefault(kind, []), found.Select(word => $"{word.Lemma}/{word.Upos}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("война")]
    [InlineData("戦争")]
    [InlineData("\uD83D")]
    [InlineData("kill\u0301")]
    [InlineData("KILL")]
    [InlineData("~!@#$%^&*()")]
    public void UnknownWords_AreRelatedToNothing(string word)
    {
        foreach (var upos in Enum.GetValues<Upos>())
        {
            Assert.Equal(WordRelationKind.None, Relations.Relate(word, upos, "die", Upos.VERB).Kind);
            Assert.Equal(WordRelationKind.None, Relations.Relate("die", Upos.VERB, word, upos).Kind);
            Assert.Empty(Relations.Synonyms(word, upos));
            Assert.True(Relations.IrregularLemma(word, upos).IsEmpty);
        }
        Assert.Equal("None", default(WordRelation).ToString());
    }

    [Fact]
    public void LongWord_IsRelatedToNothing()
    {
        string longest = new('k', 10_000);
        Assert.Equal(WordRelationKind.None, Relations.Relate(longest, Upos.VERB, "kill", Upos.VERB).Kind);
        Assert.Equal(WordRelationKind.Same, Relations.Relate(longest, Upos.VERB, longest, Upos.VERB).Kind);
        Assert.Empty(Relations.Broader(longest, Upos.NOUN));
    }

    [Fact]
    public void Asking_AllocatesNothing()
    {
        int none = 0;
        Ask(ref none);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Ask(ref none);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(101, none);

        static void Ask(ref int none)
        {
            if (Relations.Relate("mayor", Upos.NOUN, "storm", Upos.NOUN).Kind is WordRelationKind.None) none++;
            Relations.Relate("murder", Upos.NOUN, "die", Upos.VERB);
            Relations.Relate("zzz", Upos.NOUN, "die", Upos.VERB);
        }
    }

    [Fact]
    public void Threads_GetTheSameAnswers()
    {
        var pairs = RelatedPairs(everyNth: 997).ToArray();
        string[] alone = [.. pairs.Select(pair => Relate(pair.Left, pair.Right).ToString())];
        string[] together = new string[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Relate(pairs[i].Left, pairs[i].Right).ToString());
        Assert.Equal(alone, together);
    }

    [Theory]
    [InlineData("children", Upos.NOUN, "child")]
    [InlineData("women", Upos.NOUN, "woman")]
    [InlineData("sold", Upos.VERB, "sell")]
    [InlineData("slain", Upos.VERB, "slay")]
    [InlineData("worse", Upos.ADJ, "bad")]
    [InlineData("best", Upos.ADV, "well")]
    [InlineData("sold", Upos.NOUN, "")]
    [InlineData("walked", Upos.VERB, "")]
    public void IrregularForm_HasItsLemma(string form, Upos upos, string lemma) => Assert.Equal(lemma, Relations.IrregularLemma(form, upos).ToString());

    [Fact]
    public void Section_IsReadAgainAsItIs()
    {
        var again = WordRelations.Load(LanguageResource.Embedded);
        Assert.Equal(Relations.Hash, again.Hash);
        Assert.Equal(Relations.Relate("kill", Upos.VERB, "die", Upos.VERB).ToString(), again.Relate("kill", Upos.VERB, "die", Upos.VERB).ToString());
    }

    private static WordRelation Relate(int left, int right) => Relations.Relate(Graph.WordOf(left), Graph.ClassOf(left).Tag(), Graph.WordOf(right), Graph.ClassOf(right).Tag());

    /// <summary>Pairs that stand in some relation, from every so manieth entry to all that it is related to.</summary>
    private static IEnumerable<(int Left, int Right)> RelatedPairs(int everyNth)
    {
        for (int entry = 0; entry < Graph.EntryCount; entry += everyNth)
        {
            var (word, upos) = (Graph.WordOf(entry), Graph.ClassOf(entry).Tag());
            IEnumerable<RelatedWord> related = [.. Relations.Synonyms(word, upos), .. Relations.Opposites(word, upos), .. Relations.Broader(word, upos), .. Relations.Implied(word, upos), .. Relations.Derived(word, upos)];
            foreach (var other in related) yield return (entry, Graph.Find(other.Lemma, WordClasses.Of(other.Upos)));
            foreach (var edge in Graph.EntryEdges(entry).ToArray())
                if (Relate(entry, edge.To).Kind is not WordRelationKind.None) yield return (entry, edge.To);
        }
    }

    private static bool IsStored(WordStep step)
    {
        var classes = Enum.GetValues<WordClass>();
        int[] from = [.. classes.Select(of => Graph.Find(step.From, of)).Where(entry => entry >= 0)];
        int[] to = [.. classes.Select(of => Graph.Find(step.To, of)).Where(entry => entry >= 0)];
        foreach (int entry in from)
        {
            if (Graph.EntryEdges(entry).ToArray().Any(edge => edge.Link == step.Link && to.Contains(edge.To))) return true;
            if (step.Link is WordLink.AntonymOf && Graph.SensesOf(entry).ToArray().Any(synset => Graph.Antonyms(synset).ToArray().Any(a => a.FromEntry == entry && to.Contains(a.ToEntry)))) return true;
            if (step.Link is WordLink.Excludes && Graph.Memberships(entry).ToArray().Any(m => to.Any(other => Graph.Memberships(other).ToArray().Any(n => n.Set == m.Set && n.Member != m.Member)))) return true;
        }
        int[] sources = [.. SynsetsByWord.Value[step.From]], targets = [.. SynsetsByWord.Value[step.To]];
        return step.Link is WordLink.SynonymOf && sources.Intersect(targets).Any()
            || sources.Any(synset => Graph.SynsetEdges(synset).ToArray().Any(edge => edge.Link == step.Link && targets.Contains(edge.To)))
            || targets.Any(synset => Graph.SynsetEdges(synset).ToArray().Any(edge => edge.Link == step.Link.Mirror() && sources.Contains(edge.To)));
    }
}
