using System.Globalization;
using Analysis.Language;
using Analysis.Language.Conllu;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Language;

public class ConlluWriterTests
{
    [Fact]
    public async Task Article_IsWrittenThroughout() => await Verifier.Verify(Write(
        "Ferry runs aground\n\nBy Ann Lee\n\nThe drivers' union didn't  strike, but it can't last. “We're glad,” Dahl's\nlawyer said.\n\nShare this article\n"));

    [Fact]
    public async Task Lines_AreSentencesOfGivenTokens() => await Verifier.Verify(WriteTokens("She did n't go .\n\n  The   boat sank .\n"));

    [Fact]
    public async Task Conllu_KeepsWhatIsNotGrammar() => await Verifier.Verify(WriteTokens(
        """
        # newdoc id = ferry
        # sent_id = f-1
        # note = kept
        1-2	didn't	_	_	_	_	_	_	_	SpaceAfter=No|Entity=(1)
        1	did	wrong	X	X	X=Y	2	dep	_	_
        2	n't	wrong	X	X	_	0	root	_	SpaceAfter=No
        2.1	gone	go	VERB	VBN	_	_	_	0:root	_
        3	.	.	PUNCT	.	_	2	punct	_	_

        1	Grey Tern	x	X	X	_	0	root	_	_
        """));

    [Theory]
    [InlineData("1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n3\tB\t_\t_\t_\t_\t1\tdep\t_\t_", "Line 2 is no line of CoNLL-U: its number is not the next.")]
    [InlineData("1\tA\t_\t_\t_\t_\t0\troot\t_\t_\nB", "Line 2 is no line of CoNLL-U: it has not ten columns divided by tabs.")]
    [InlineData("1\t\t_\t_\t_\t_\t0\troot\t_\t_", "Line 1 is no line of CoNLL-U: the form is empty.")]
    [InlineData("1-2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n", "Line 3 is no line of CoNLL-U: the sentence ends before its last range does.")]
    public void Conllu_ThatIsMalformedIsRefusedByLine(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => WriteTokens(text)).Message);

    [Theory]
    [InlineData("I'd've gone", "1-3 I'd've")]
    [InlineData("He cannot, gonna", "2-3 cannot", "5-6 gonna")]
    [InlineData("Ann’s boat", "1-2 Ann’s")]
    [InlineData("the drivers' union", "2-3 drivers'")]
    [InlineData("He left 'for drivers'.")]
    [InlineData("the U.S.'s fleet", "2-3 U.S.'s")]
    [InlineData("He didnt go", "2-3 didnt")]
    [InlineData("well-known, 50-year-old")]
    public void Contractions_AreRanges(string text, params string[] ranges) => Assert.Equal(
        ranges, Write(text).Split('\n').Select(line => line.Split('\t')).Where(columns => columns.Length > 1 && columns[0].Contains('-')).Select(columns => $"{columns[0]} {columns[1]}"));

    [Fact]
    public void Ids_HoldNoSlashAndNoSpace() => Assert.StartsWith("# newdoc id = a_b_c.txt\n# newpar\n# sent_id = a_b_c.txt-1\n", Write("Yes.", "a/b c.txt"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\ufeff\u200b\t")]
    public void Nothing_GivesNothing(string text) => Assert.Equal("", Write(text));

    [Fact]
    public void AnyText_IsValidAndWhole() => Properties.Hold(Texts.Garbage, parts => AssertWhole(string.Concat(parts)), 40);

    [Fact]
    public void AnyArticle_IsValidAndWhole() => Properties.Hold(Texts.ArticleLike, parts => AssertWhole(string.Concat(parts)), 40);

    [Theory]
    [InlineData("word ", 20_000)]
    [InlineData("The mayor said that ", 25_000)]
    [InlineData("a", 100_000)]
    [InlineData("n't", 20_000)]
    [InlineData("“(", 20_000)]
    [InlineData("1. ", 20_000)]
    [InlineData("[1] ", 20_000)]
    [InlineData("a_b.c/", 20_000)]
    [InlineData("*", 50_000)]
    [InlineData("f*", 50_000)]
    [InlineData("桥塌了", 10_000)]
    [InlineData("👩‍👧‍👦 ", 5_000)]
    [InlineData("Ã©Â€â„¢ ", 5_000)]
    [InlineData("| 12 | 4,5 |\t", 5_000)]
    [InlineData("if (x != 0) { y[i++] = \"a\\n\"; }\n", 2_000)]
    [InlineData("THE COUNCIL VOTED AGAINST THE PLAN ", 5_000)]
    public void LongText_IsValidAndWhole(string part, int copies)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        AssertWhole(string.Concat(Enumerable.Repeat(part, copies)), timeout.Token);
    }

    [Fact]
    public void Sentence_OfManyGivenTokens_StaysOne()
    {
        string output = WriteTokens(string.Join(' ', Enumerable.Repeat("the ferry carried passengers to the port and", 2_500)));
        Assert.Single(AssertValid(output));
    }

    private static string Write(string text, string id = "a", CancellationToken cancellation = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new ConlluWriter(output, TrainedParser.Default).Write(SyntaxTree.ParseThroughout(SourceText.From(text), cancellation), id, cancellation);
        return output.ToString();
    }

    private static string WriteTokens(string text)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new ConlluWriter(output, TrainedParser.Default).WriteTokens(text.ReplaceLineEndings("\n"), "a");
        return output.ToString();
    }

    private static void AssertWhole(string text, CancellationToken cancellation = default)
    {
        string output = Write(text, cancellation: cancellation);
        AssertValid(output);
        var words = output.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Where(columns => !columns[0].Contains('-'));
        Assert.Equal(Solid(SourceText.From(text).Text), Solid(string.Concat(words.Select(columns => columns[1]))));
    }

    /// <summary>What official tools ask of a file: numbers without gaps, one root, heads inside, no empty column, a text that its tokens make up.</summary>
    /// <returns>The sentences.</returns>
    private static string[] AssertValid(string output)
    {
        string[] sentences = output.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var ids = new HashSet<string>();
        foreach (string sentence in sentences)
        {
            string[] lines = sentence.Split('\n');
            Assert.True(ids.Add(Assert.Single(lines, line => line.StartsWith("# sent_id = ", StringComparison.Ordinal))));
            string text = Assert.Single(lines, line => line.StartsWith("# text = ", StringComparison.Ordinal))["# text = ".Length..];
            var rows = lines.Where(line => line[0] != '#').Select(line => line.Split('\t')).ToList();
            Assert.All(rows, columns => Assert.True(columns.Length == 10 && !columns.Contains("")));
            var words = rows.Where(columns => !columns[0].Contains('-')).ToList();
            Assert.Equal(Enumerable.Range(1, words.Count).Select(number => number.ToString(CultureInfo.InvariantCulture)), words.Select(columns => columns[0]));
            Assert.Single(words, columns => columns[6] == "0");
            Assert.All(words, columns => Assert.Equal(columns[6] == "0", columns[7] == "root"));
            Assert.All(words, columns => Assert.InRange(int.Parse(columns[6], CultureInfo.InvariantCulture), 0, words.Count));
            int rangeEnd = 0;
            string joined = "";
            var written = new System.Text.StringBuilder();
            foreach (string[] columns in rows)
            {
                string[] numbers = columns[0].Split('-');
                if (numbers.Length == 1 && int.Parse(numbers[0], CultureInfo.InvariantCulture) <= rangeEnd) continue;
                if (numbers.Length == 2) rangeEnd = int.Parse(numbers[1], CultureInfo.InvariantCulture);
                written.Append(joined).Append(columns[1]);
                joined = columns[9] == "SpaceAfter=No" ? "" : " ";
            }
            Assert.Equal(text, written.ToString());
        }
        return sentences;
    }

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\ufeff' or '\u200b')));
}
