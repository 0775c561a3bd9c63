using System.Globalization;
using System.Text;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Tests.Language;

/// <summary>Sentences are written with a space between words, which is how the tests mark words.</summary>
public class TrainedParserTests
{
    [Theory]
    [InlineData("The council approved the plan on Monday .", "nsubj(approved, council) obj(approved, plan) obl(approved, Monday)")]
    [InlineData("The mayor did not sign the contract .", "nsubj(sign, mayor) advmod(sign, not) obj(sign, contract)")]
    [InlineData("Three workers were injured in the fire .", "nummod(workers, Three) nsubj:pass(injured, workers) aux:pass(injured, were)")]
    [InlineData("The minister said that the talks failed .", "nsubj(said, minister) ccomp(said, failed) mark(failed, that) nsubj(failed, talks)")]
    [InlineData("She wrote a letter and he read it .", "nsubj(wrote, She) obj(wrote, letter) conj(wrote, read) nsubj(read, he)")]
    [InlineData("The bank raised rates and the shares fell .", "nsubj(raised, bank)")] // It misses that "fell" is a conjunct.
    [InlineData("Shareholders rejected the deal , the company said .", "ccomp(said, rejected) nsubj(said, company) nsubj(rejected, Shareholders)")]
    [InlineData("\u201C We will not raise taxes , \u201D the minister told reporters .", "ccomp(told, raise) advmod(raise, not) nsubj(told, minister)")]
    [InlineData("The deal was rejected by shareholders last month .", "nsubj:pass(rejected, deal) obl:agent(rejected, shareholders) obl:unmarked(rejected, month)")]
    [InlineData("Police said 12 people were killed .", "ccomp(said, killed) nummod(people, 12) nsubj:pass(killed, people)")]
    [InlineData("She is not a member of the party .", "nsubj(member, She) cop(member, is) advmod(member, not)")]
    public void Sentence_HasRelations(string sentence, string relations)
    {
        var found = Render(sentence);
        Assert.All(relations.Split(' ').Chunk(2), pair => Assert.Contains(string.Join(' ', pair), found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The council approved the plan .", "approved")]
    [InlineData("The mayor did not sign the contract .", "sign")]
    [InlineData("She is not a member of the party .", "member")]
    [InlineData("\u201C We will appeal , \u201D the lawyer told reporters .", "told")]
    public void Sentence_HasRoot(string sentence, string root) => Assert.Contains($"root(-, {root})", Render(sentence), StringComparison.Ordinal);

    [Theory]
    [InlineData("Council Approves Housing Plan After Long Debate")]
    [InlineData("COUNCIL APPROVES HOUSING PLAN AFTER LONG DEBATE")]
    public void Headline_IsNotAllNames(string headline)
    {
        var words = Annotate(headline);
        Assert.Equal(Upos.VERB, words[1].Upos);
        Assert.Equal("approve", words[1].Lemma);
        Assert.True(words.Count(word => word.Upos == Upos.PROPN) <= 1);
    }

    [Theory]
    [InlineData("\u201C No , \u201D he said \u2013 twice .", "\" No , \" he said -- twice .")]
    public void TypographicMarks_AreAsPlainOnes(string typographic, string plain)
    {
        // The lemma of a dash is as written.
        Assert.Equal(Annotate(plain).Select(WithoutDash), Annotate(typographic).Select(WithoutDash));

        static WordAnnotation WithoutDash(WordAnnotation word) => word.Lemma is "-" or "--" ? word with { Lemma = "-" } : word;
    }

    [Theory]
    [InlineData("Officials denied the reports", "official deny the report")]
    [InlineData("Her children were running home", "her child be run home")]
    [InlineData("A bomb exploded and he was misled", "a bomb explode and he be mislead")]
    [InlineData("They smelled smoke and fled", "they smell smoke and flee")]
    [InlineData("The 1,250 recycled potatoes -- …", "the 1250 recycle potato -- …")]
    [InlineData("See http://Example.org/SomePage", "see http://Example.org/SomePage")]
    public void Words_HaveLemmas(string sentence, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Annotate(sentence).Select(word => word.Lemma)));

    [Fact]
    public void NoWords_GiveNothing() => TrainedParser.Default.Parse("text", [], []);

    [Fact]
    public void AnnotationsOfOtherLength_AreRefused() => Assert.Throws<ArgumentException>(
        () => TrainedParser.Default.Parse("one two", [new TextSpan(0, 3), new TextSpan(4, 7)], new WordAnnotation[1]));

    [Fact]
    public void ArbitraryWords_GiveATree()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var words = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Garbage(random));
            AssertTree(Annotate(string.Join(' ', words)));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\uD800")]
    [InlineData("\u0130\u0131\u00DF")]
    [InlineData("!")]
    [InlineData("----------------------------------------------------------------------------------------------------")]
    public void AWord_IsARoot(string word) => AssertTree(Annotate(word));

    [Theory]
    [InlineData(399)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(20_000)]
    public void LongSentence_GivesATree(int count)
    {
        string[] words = ["the", "minister", "said", "that", "prices", "rose", ",", "and"];
        var annotations = Annotate(string.Join(' ', Enumerable.Range(0, count).Select(index => words[index * 5 % words.Length])));
        Assert.Equal(count, annotations.Length);
        AssertTree(annotations);
    }

    [Fact]
    public void LongWord_IsRead() => AssertTree(Annotate(new string('x', 100_000) + " fell"));

    [Fact]
    public void Answers_DependOnNeitherThreadNorCulture()
    {
        string[] sentences =
        [
            "TIMES INSISTS IT WILL PRINT INDIVIDUAL FILES",
            "I think Istanbul is in Turkey , he said .",
            "The Committee will publish its findings in April .",
        ];
        var expected = sentences.Select(Render).ToArray();
        Parallel.For(0, 200, index =>
        {
            CultureInfo.CurrentCulture = new CultureInfo(index % 2 == 0 ? "tr-TR" : "de-DE");
            Assert.Equal(expected[index % 3], Render(sentences[index % 3]));
        });
    }

    [Fact]
    public void Hash_IsHexadecimal() => Assert.Matches("^[0-9a-f]{64}$", TrainedParser.Default.Hash);

    [Fact]
    public void Tags_AreSpelledAsInConllu()
    {
        Assert.Equal("PRP$", Xpos.PRPS.ToConllu());
        Assert.Equal("-LRB-", Xpos.LRB.ToConllu());
        Assert.All(Enum.GetValues<Xpos>(), xpos => Assert.Equal(xpos, XposNames.Parse(xpos.ToConllu())));
        Assert.Equal("compound:prt", DependencyRelation.CompoundPrt.ToConllu());
        Assert.Equal(DependencyRelation.Nsubj, DependencyRelation.NsubjPass.Universal());
        Assert.All(
            Enum.GetValues<DependencyRelation>(), relation => Assert.Equal(relation, DependencyRelations.Parse(relation.ToConllu())));
        Assert.Equal(DependencyRelation.Obl, DependencyRelations.Parse("obl:unheard"));
    }

    private static WordAnnotation[] Annotate(string sentence)
    {
        var spans = new List<TextSpan>();
        for (var start = 0; start < sentence.Length;)
        {
            var end = sentence.IndexOf(' ', start);
            end = end < 0 ? sentence.Length : end;
            spans.Add(new TextSpan(start, end));
            start = end + 1;
        }

        var annotations = new WordAnnotation[spans.Count];
        TrainedParser.Default.Parse(sentence, spans.ToArray(), annotations);
        return annotations;
    }

    private static string Render(string sentence)
    {
        var words = sentence.Split(' ');
        var annotations = Annotate(sentence);
        return string.Join(' ', annotations.Select((word, index) =>
            $"{word.Relation.ToConllu()}({(word.Head < 0 ? "-" : words[word.Head])}, {words[index]})"));
    }

    private static void AssertTree(WordAnnotation[] words)
    {
        Assert.Single(words, word => word.Head == -1);
        Assert.All(words, word => Assert.Equal(word.Head == -1, word.Relation == DependencyRelation.Root));
        Assert.All(words, word => Assert.NotEmpty(word.Lemma));
        for (var index = 0; index < words.Length; index++)
        {
            var steps = 0;
            for (var head = words[index].Head; head >= 0; head = words[head].Head)
                Assert.True(head < words.Length && steps++ < words.Length, "A cycle.");
        }
    }

    private static string Garbage(Random random)
    {
        var word = new StringBuilder();
        var length = random.Next(1, 12);
        while (word.Length < length)
        {
            var unit = random.Next(3) == 0 ? (char)random.Next(0x21, 0x10000) : (char)random.Next(0x21, 0x7F);
            word.Append(unit);
        }

        return word.ToString();
    }
}
