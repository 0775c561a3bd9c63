using System.Collections.Immutable;
using Analysis.Analyzers;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Analyzers;

public class AnalysisDriverTests
{
    private const string Flawed =
        "Bridge of Marlow closed\n\nThe bridge on March 11, 2024. (Photo by Ann Lee/Norwave)\n\n“The old bridge isnâ€™t safe for anybody, the mayor said on Monday.\n\n"
        + "The council closed the bridge on Monday. Read more: How it was built. “It is old,” said Ann Lee. About 60 people came on March 12, 2024.\n\n"
        + "The council closed the old bridge over the Lunn on Monday.\n\nThe council closed the old bridge over the Lunn on Monday.\n\n"
        + "Leave a Reply\n\n1 hour ago\nTrams stop in Ostvale\nBy Bo Dahl\nAll trams of Ostvale stopped on Monday because of the\n";

    private static readonly Lazy<SemanticModel> Model = new(() => Engine.Read(Flawed));

    private static readonly Lazy<StoryComparison> Comparison = new(() => Samples.Comparison("ferry"));

    [Fact]
    public Task Answer_IsSorted() => Verifier.Verify(FoundText.Render(new AnalysisDriver(RuleCatalog.Analyzers).Analyze(Model.Value)));

    [Fact]
    public Task SampleComparison_HasFindings() => Verifier.Verify(FoundText.Render(new AnalysisDriver(RuleCatalog.Analyzers).Analyze(Comparison.Value)));

    [Fact]
    public void OrderOfAnalyzers_DoesNotMatter()
    {
        string expected = FoundText.Render(new AnalysisDriver(RuleCatalog.Analyzers).Analyze(Model.Value));
        var analyzers = RuleCatalog.Analyzers.ToArray();
        var random = new Random(7);
        for (int i = 0; i < 20; i++)
        {
            random.Shuffle(analyzers);
            Assert.Equal(expected, FoundText.Render(new AnalysisDriver([.. analyzers]).Analyze(Model.Value)));
        }
    }

    [Fact]
    public void Threads_DoNotMatter()
    {
        var driver = new AnalysisDriver(RuleCatalog.Analyzers);
        string expected = FoundText.Render(driver.Analyze(Model.Value)), expectedPair = FoundText.Render(driver.Analyze(Comparison.Value));
        Parallel.For(0, 64, _ =>
        {
            Assert.Equal(expected, FoundText.Render(driver.Analyze(Model.Value)));
            Assert.Equal(expectedPair, FoundText.Render(driver.Analyze(Comparison.Value)));
        });
    }

    [Fact]
    public void EqualPlaces_AreOrderedByIdAndMessage()
    {
        var later = new Probe("ART6902", (context, descriptor) => context.RegisterArticleAction(article => article.Report(descriptor, new TextSpan(3, 5), "a")));
        var first = new Probe("ART6901", (context, descriptor) => context.RegisterArticleAction(article =>
        {
            article.Report(descriptor, new TextSpan(3, 5), "b");
            article.Report(descriptor, new TextSpan(3, 5), "a");
            article.Report(descriptor, new TextSpan(3, 4), "c");
            article.Report(descriptor, new TextSpan(0, 9), "d");
        }));
        Assert.Equal(
            "0:0..9 ART6901 Warning Found d\n0:3..4 ART6901 Warning Found c\n0:3..5 ART6901 Warning Found a\n0:3..5 ART6901 Warning Found b\n0:3..5 ART6902 Warning Found a\n",
            Analyze(later, first));
    }

    [Fact]
    public void Actions_SeeWhatTheyAskedFor()
    {
        var model = Model.Value;
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Saw(string what) => seen[what] = seen.GetValueOrDefault(what) + 1;
        var probe = new Probe("ART6901", (context, _) =>
        {
            context.RegisterArticleAction(_ => Saw("article"));
            context.RegisterBlockAction(block => Saw($"block {block.Block.Kind}"), SyntaxKind.Paragraph, SyntaxKind.Headline);
            context.RegisterSentenceAction(_ => Saw("sentence"));
            context.RegisterQuotationAction(_ => Saw("quotation"));
            context.RegisterQuoteAction(_ => Saw("quote"));
            context.RegisterQuantityAction(_ => Saw("quantity"));
            context.RegisterDateAction(_ => Saw("date"));
            context.RegisterClaimAction(_ => Saw("claim"));
            context.RegisterComparisonAction(_ => Saw("comparison"));
            context.RegisterAlignmentAction(_ => Saw("alignment"));
            context.RegisterQuoteAlignmentAction(_ => Saw("quote alignment"));
        });
        Analyze(probe);
        int paragraphs = model.Tree.Blocks.Count(block => block.Kind is SyntaxKind.Paragraph);
        Assert.Equal(
            [("article", 1), ("block Headline", 2), ("block Paragraph", paragraphs), ("claim", model.Claims.Length), ("date", model.Dates.Length), ("quantity", model.Quantities.Length), ("quotation", model.Tree.Quotations.Length), ("quote", model.Quotes.Length), ("sentence", model.Tree.Sentences.Length)],
            seen.Select(pair => (pair.Key, pair.Value)));
        Assert.All(seen.Values, count => Assert.True(count > 0));

        seen.Clear();
        new AnalysisDriver([probe]).Analyze(Comparison.Value);
        Assert.Equal(
            [("alignment", Comparison.Value.Alignments.Length), ("comparison", 1), ("quote alignment", Comparison.Value.Quotes.Length)], seen.Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData(ArticleRegions.None, "")]
    [InlineData(ArticleRegions.Body, "Paragraph Paragraph Paragraph Paragraph")]
    [InlineData(ArticleRegions.Headlines, "Headline")]
    [InlineData(ArticleRegions.Captions, "Caption")]
    [InlineData(ArticleRegions.Furniture, "Furniture")]
    [InlineData(ArticleRegions.Frame | ArticleRegions.LiveEntries, "Timestamp Byline")]
    [InlineData(ArticleRegions.Headlines | ArticleRegions.LiveEntries, "Headline Headline")]
    public void Regions_AreWhatABlockActionSees(ArticleRegions regions, string expected)
    {
        var kinds = Enum.GetValues<SyntaxKind>().Where(kind => kind.IsBlock()).ToArray();
        var seen = new List<SyntaxKind>();
        Analyze(new Probe("ART6901", (context, _) => context.RegisterBlockAction(block => seen.Add(block.Block.Kind), kinds), regions));
        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Fact]
    public void QuotedSpeech_IsShownOnlyToWhomItConcerns()
    {
        var model = Engine.Read("Bridge closed\n\n“Forty boats passed the bridge on Monday.” The council counted 34 boats on Tuesday, Ann Lee said.");
        Assert.Equal("34 Tuesday", Seen(ArticleRegions.Body));
        Assert.Equal("Forty 34 Monday Tuesday", Seen(ArticleRegions.Body | ArticleRegions.QuotedSpeech));

        string Seen(ArticleRegions regions)
        {
            var seen = new List<string>();
            new AnalysisDriver([new Probe("ART6901", (context, _) =>
            {
                context.RegisterQuantityAction(quantity => seen.Add(quantity.Tree.Text.ToString(quantity.Quantity.Number)));
                context.RegisterDateAction(date => seen.Add(date.Tree.Text.ToString(date.Date.Span).Replace("on ", "", StringComparison.Ordinal)));
            }, regions)]).Analyze(model);
            return string.Join(' ', seen);
        }
    }

    [Fact]
    public void PageOfEntriesOnly_HasNoOtherArticleBesideIt()
    {
        var seen = new List<string>();
        new AnalysisDriver([new Probe("ART6901", (context, _) => context.RegisterBlockAction(block => seen.Add(block.Tree.Text.ToString(block.Block.Span)), SyntaxKind.Headline), ArticleRegions.Headlines)])
            .Analyze(Engine.Read("Live: the north\n\n1 hour ago\nTrams stop\nAll trams stopped.\n\n2 hours ago\nFire\nA barn burned down.\n"));
        Assert.Equal(["Live: the north", "Trams stop", "Fire"], seen);
    }

    [Fact]
    public void ThrowingRule_IsNamedOnceAndNotCalledAgain()
    {
        int calls = 0;
        var failing = new Probe("ART6901", (context, descriptor) => context.RegisterSentenceAction(sentence =>
        {
            if (++calls == 2) throw new InvalidOperationException($"The text is {sentence.Tree.Text.Text}");
            sentence.Report(descriptor, sentence.Sentence.Span, "a sentence");
        }));
        var sound = new Probe("ART6902", (context, descriptor) => context.RegisterBlockAction(block => block.Report(descriptor, block.Block.Span, "a headline"), SyntaxKind.Headline), ArticleRegions.Headlines);
        Assert.Equal(
            "0:0..0 ART0001 Warning Probe stopped with InvalidOperationException; what it had found before stands, the rest of the text it has not seen\n"
            + "0:0..23 ART6901 Warning Found a sentence\n0:0..23 ART6902 Warning Found a headline\n",
            Analyze(failing, sound));
        Assert.Equal(2, calls);
    }

    [Fact]
    public void RuleThatFailsOnOneArticle_IsAskedAgainOnTheNext()
    {
        bool fail = true;
        var driver = new AnalysisDriver([new Probe("ART6901", (context, descriptor) => context.RegisterArticleAction(article =>
        {
            if (fail) throw new InvalidOperationException();
            article.Report(descriptor, ArticleAnalysisContext.WholeArticle, "it");
        }))]);
        Assert.Equal(["ART0001"], driver.Analyze(Model.Value).Select(diagnostic => diagnostic.Descriptor.Id));
        fail = false;
        Assert.Equal(["ART6901"], driver.Analyze(Model.Value).Select(diagnostic => diagnostic.Descriptor.Id));
    }

    public static TheoryData<string> Misuses() => ["outside", "foreign", "unsorted", "empty", "format", "article", "initialize", "cancelled by itself"];

    [Theory]
    [MemberData(nameof(Misuses))]
    public void Misuse_IsAFailureOfTheRule(string misuse)
    {
        var foreign = AnalysisDriver.TooMany;
        var probe = new Probe("ART6901", (context, descriptor) =>
        {
            if (misuse is "initialize") throw new NotSupportedException();
            context.RegisterComparisonAction(comparison => comparison.Report(descriptor, new ArticleSpans(misuse is "article" ? 2 : 0, [default]), [], "it"));
            context.RegisterArticleAction(article =>
            {
                if (misuse is "outside") article.Report(descriptor, new TextSpan(0, article.Tree.Text.Length + 1), "it");
                else if (misuse is "foreign") article.Report(foreign, default(TextSpan), "it", 1, 2);
                else if (misuse is "unsorted") article.Report(descriptor, [new TextSpan(5, 6), new TextSpan(1, 2)], [], "it");
                else if (misuse is "empty") article.Report(descriptor, [], [], "it");
                else if (misuse is "format") article.Report(descriptor, default(TextSpan));
                else if (misuse is "cancelled by itself") throw new OperationCanceledException();
            });
        });
        var driver = new AnalysisDriver([probe]);
        var found = misuse is "article" ? driver.Analyze(Comparison.Value) : driver.Analyze(Model.Value);
        Assert.Equal("ART0001", Assert.Single(found).Descriptor.Id);
        Assert.Equal(misuse is not "initialize" and not "article", driver.Analyze(Comparison.Value).All(diagnostic => diagnostic.Descriptor.Id is "ART6901"));
    }

    [Fact]
    public void Cancellation_EndsTheWork()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        var driver = new AnalysisDriver([new Probe("ART6901", (context, _) => context.RegisterSentenceAction(_ =>
        {
            if (++calls == 2) source.Cancel();
        }))]);
        Assert.Throws<OperationCanceledException>(() => driver.Analyze(Model.Value, source.Token));
        Assert.Equal(2, calls);
        Assert.Throws<OperationCanceledException>(() => driver.Analyze(Model.Value, source.Token));
        Assert.Throws<OperationCanceledException>(() => driver.Analyze(Comparison.Value, source.Token));
        Assert.Equal(2, calls);
    }

    [Fact]
    public void CancellationThatARuleThrows_PassesThrough()
    {
        using var source = new CancellationTokenSource();
        var driver = new AnalysisDriver([new Probe("ART6901", (context, _) => context.RegisterArticleAction(article =>
        {
            source.Cancel();
            article.Cancellation.ThrowIfCancellationRequested();
        }))]);
        Assert.Throws<OperationCanceledException>(() => driver.Analyze(Model.Value, source.Token));
    }

    [Fact]
    public void FindingsOfARule_AreBounded()
    {
        string found = Analyze(new Probe("ART6901", (context, descriptor) => context.RegisterArticleAction(article =>
        {
            for (int i = 0; i < 250; i++) article.Report(descriptor, new TextSpan(i, i + 1), "it");
        })));
        Assert.Equal(AnalysisDriver.MaxDiagnosticsPerRule, found.Split('\n').Count(line => line.Contains("ART6901 Warning", StringComparison.Ordinal)));
        Assert.StartsWith("0:0..0 ART0002 Info ART6901 has 250 findings, of which the first 100 are listed\n", found, StringComparison.Ordinal);
        Assert.Contains("0:99..100 ART6901", found, StringComparison.Ordinal);
    }

    [Fact]
    public void FindingsInAComparison_AreBoundedForEachArticle()
    {
        var found = new AnalysisDriver([new Probe("ART6901", (context, descriptor) => context.RegisterComparisonAction(comparison =>
        {
            for (int i = 0; i < 150; i++) comparison.Report(descriptor, new ArticleSpans(1, [new TextSpan(i, i + 1)]), [], "it");
            for (int i = 0; i < 50; i++) comparison.Report(descriptor, new ArticleSpans(0, [new TextSpan(i, i + 1)]), [], "it");
        }))]).Analyze(Comparison.Value);
        Assert.Equal([(0, "ART6901", 50), (1, "ART0002", 1), (1, "ART6901", 100)],
            found.GroupBy(diagnostic => (diagnostic.Location.Article, diagnostic.Descriptor.Id)).Select(group => (group.Key.Article, group.Key.Id, group.Count())).Order());
    }

    [Fact]
    public void DisabledDiagnostic_IsReportedWhereItIsAskedFor()
    {
        var probe = new Probe("ART6901", (context, descriptor) => context.RegisterArticleAction(article => article.Report(descriptor, default(TextSpan), "it")))
        {
            Descriptor = new("ART6901", RuleCategory.Structure, DiagnosticSeverity.Hidden, "A title", "Found {0}", "A description.", IsEnabledByDefault: false),
        };
        Assert.Empty(Analyze(probe));
        Assert.Single(new AnalysisDriver([probe], descriptor => descriptor.Id is "ART6901").Analyze(Model.Value));
    }

    [Fact]
    public void SameIdTwice_IsRefused()
    {
        static Probe Silent(string id) => new(id, (_, _) => { });
        Assert.Throws<ArgumentException>(() => new AnalysisDriver([Silent("ART6901"), Silent("ART6901")]));
        Assert.Throws<ArgumentException>(() => new AnalysisDriver([Silent("ART0001")]));
    }

    [Fact]
    public void RuleThatWantsIt_IsCalledOneAtATime()
    {
        int inside = 0, most = 0;
        var driver = new AnalysisDriver([new Probe("ART6901", (context, _) => context.RegisterSentenceAction(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.SpinWait(2000);
            Interlocked.Decrement(ref inside);
        }), concurrent: false)]);
        Parallel.For(0, 64, _ => driver.Analyze(Model.Value));
        Assert.Equal(1, most);
    }

    [Fact]
    public void Times_AreTakenWithTheCounterGiven()
    {
        long ticks = 0;
        var probe = new Probe("ART6901", (context, _) => context.RegisterSentenceAction(_ => ticks += 10));
        var timed = new AnalysisDriver([probe]).Analyze(Model.Value, () => ticks);
        Assert.Equal([new RuleTime("Probe", Model.Value.Tree.Sentences.Length, Model.Value.Tree.Sentences.Length * 10)], timed.Times.AsEnumerable());
        var catalog = new AnalysisDriver(RuleCatalog.Analyzers);
        Assert.Equal(FoundText.Render(catalog.Analyze(Model.Value)), FoundText.Render(catalog.Analyze(Model.Value, () => 0).Diagnostics));
        Assert.Equal(RuleCatalog.Analyzers.Length, catalog.Analyze(Comparison.Value, () => 0).Times.Length);
    }

    [Theory]
    [InlineData(new SyntaxKind[0])]
    [InlineData(new[] { SyntaxKind.Paragraph, SyntaxKind.Word })]
    public void BlockActionOnNoBlocks_IsRefused(SyntaxKind[] kinds) =>
        Assert.Throws<ArgumentException>(() => new AnalysisContext().RegisterBlockAction(_ => { }, kinds));

    [Fact]
    public void HostileTexts_FailNoRule()
    {
        var driver = new AnalysisDriver(RuleCatalog.Analyzers, _ => true);
        Properties.Hold(Texts.Garbage, Check, 150);
        Properties.Hold(Texts.ArticleLike, Check, 150);

        void Check(ImmutableArray<string> parts)
        {
            var model = Engine.Read(string.Concat(parts));
            var found = driver.Analyze(model);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Descriptor.Id is "ART0001");
            Assert.Equal(found.Select(d => (d.Location.Spans[0].Start, d.Location.Spans[0].End, d.Descriptor.Id)).Order(), found.Select(d => (d.Location.Spans[0].Start, d.Location.Spans[0].End, d.Descriptor.Id)));
            // A span never cuts a pair of surrogates in two.
            foreach (var span in found.SelectMany(diagnostic => diagnostic.Location.Spans))
                Assert.False(Splits(model.Tree.Text.Text, span.Start) || Splits(model.Tree.Text.Text, span.End));
            Assert.Equal(FoundText.Render(found), FoundText.Render(driver.Analyze(model)));
        }

        static bool Splits(string text, int position) => position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]);
    }

    private static string Analyze(params ArticleAnalyzer[] analyzers) => FoundText.Render(new AnalysisDriver([.. analyzers]).Analyze(Model.Value));
}
