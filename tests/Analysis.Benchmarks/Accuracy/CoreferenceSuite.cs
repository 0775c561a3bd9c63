using System.Diagnostics;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Syntax;
using Analysis.Training;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>What names and pronouns stand for, on the development documents of GUM, read as free text by the whole engine.</summary>
/// <remarks>
/// Words of the model are mapped to marked mentions by their characters, see <see cref="MentionIndex"/>; a pronoun has to have the same characters. Pronouns are the
/// personal, possessive and reflexive ones. A pronoun counts where its entity was mentioned before; it is right when the mention that the model's entity
/// has before it belongs to the marked entity of the pronoun, and one that nothing is found for is wrong. Precision is over all pronouns that the model finds
/// something for, empty ones and such as were not mentioned before among them. The floor takes the nearest name before a pronoun of the third person, and the same pronoun before for
/// the others; equal names are one. Mentions for the F1 are names and pronouns, those of entities mentioned once among them; adjectives of nationality are marked by the
/// model alone and are left out. Right links by confidence are over the links whose two ends are marked.
/// </remarks>
internal sealed class CoreferenceSuite() : AccuracySuite("coreference", "treebank/gum/dev")
{
    private static readonly string[] Genres = ["news", "interview", "bio", "speech", "textbook", "voyage", "vlog", "conversation"];

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        string part = Environment.GetEnvironmentVariable("ANALYSIS_COREFERENCE_PART") ?? "dev";
        var documents = CoreferenceDocument.Read(Path.Combine(dataFolder, "treebank", "gum", part)).Select(document => new ReadDocument(document)).ToList();
        PrintSpeed(documents, output);
        if (Environment.GetEnvironmentVariable("ANALYSIS_SHOW_MISSES") is not null)
        {
            foreach (var document in documents) document.ShowMisses(output);
            foreach (var level in documents.SelectMany(document => document.Links).Where(link => link.Kind is not MentionKind.Pronoun).GroupBy(link => (link.Kind, link.Confidence)).OrderBy(level => level.Key))
                output.WriteLine($"LEVEL {level.Key.Kind} {level.Key.Confidence.Thousandths}: {level.Count()} {Percent(level.Count(link => link.IsRight), level.Count()):F1}");
        }

        return
        [
            .. Clusters(documents),
            .. Pronouns("all", documents, _ => true, floor: 72, anchor: 75),
            .. Pronouns("third person", documents, IsThird, floor: 66, anchor: 75),
            .. Pronouns("he and she", documents, kind => kind is PronounKind.He or PronounKind.She),
            .. Pronouns("they", documents, kind => kind is PronounKind.They),
            .. Pronouns("it", documents, kind => kind is PronounKind.It),
            .. Pronouns("I, we and you", documents, kind => kind.IsOfDialogue()),
            .. Genres.SelectMany(genre => Pronouns($"third person, {genre}", [.. documents.Where(document => document.Marked.Genre == genre)], IsThird)),
            .. Genres.SelectMany(genre => Pronouns($"all, {genre}", [.. documents.Where(document => document.Marked.Genre == genre)], _ => true)),
            .. Reliability("pronouns", documents, MentionKind.Pronoun),
            .. Reliability("names", documents, MentionKind.Name),
            .. Reliability("descriptions", documents, MentionKind.Nominal),
        ];
    }

    private static bool IsThird(PronounKind kind) => !kind.IsOfDialogue();

    private static IEnumerable<Figure> Clusters(List<ReadDocument> documents)
    {
        var (scores, floor) = (new CoreferenceScores(), new CoreferenceScores());
        foreach (var document in documents)
        {
            document.Add(scores, document.Entities);
            document.Add(floor, document.FloorEntities());
        }

        yield return new("names and pronouns, mention F1", scores.Mentions.F1);
        yield return new("names and pronouns, mention precision", scores.Mentions.Precision);
        yield return new("names and pronouns, mention recall", scores.Mentions.Recall);
        yield return new("names and pronouns, MUC F1", scores.Muc.F1);
        yield return new("names and pronouns, B³ F1", scores.BCubed.F1);
        yield return new("names and pronouns, CEAF-e F1", scores.CeafE.F1);
        yield return new("names and pronouns, CoNLL F1", scores.ConllF1);
        yield return new("names and pronouns, CoNLL F1 of the floor", floor.ConllF1);
    }

    private static IEnumerable<Figure> Pronouns(string name, List<ReadDocument> documents, Predicate<PronounKind> counts, double? floor = null, double? anchor = null)
    {
        int marked = 0, right = 0, found = 0, foundRight = 0, plain = 0;
        foreach (var pronoun in documents.SelectMany(document => document.Pronouns).Where(pronoun => counts(pronoun.Kind)))
        {
            if (pronoun.IsAnaphoric)
            {
                marked++;
                if (pronoun.IsRight) right++;
                if (pronoun.IsFloorRight) plain++;
            }

            if (!pronoun.IsFound) continue;
            found++;
            if (pronoun.IsRight) foundRight++;
        }

        yield return new($"{name} ({marked}), antecedents right", Percent(right, marked), floor, anchor);
        yield return new($"{name}, precision of those found", Percent(foundRight, found));
        yield return new($"{name}, antecedents right by the floor", Percent(plain, marked));
    }

    private static IEnumerable<Figure> Reliability(string name, List<ReadDocument> documents, MentionKind kind)
    {
        var links = documents.SelectMany(document => document.Links).Where(link => link.Kind == kind).ToList();
        for (int tenth = 4; tenth < 10; tenth++)
        {
            var own = links.Where(link => Math.Min(9, link.Confidence.Thousandths / 100) == tenth).ToList();
            if (own.Count == 0) continue;
            yield return new($"{name}, confidence {tenth * 10} to {tenth * 10 + 10} ({own.Count}), mean", own.Average(link => link.Confidence.Thousandths) / 10);
            yield return new($"{name}, confidence {tenth * 10} to {tenth * 10 + 10}, right", Percent(own.Count(link => link.IsRight), own.Count));
        }
    }

    private static double Percent(int part, int all) => all == 0 ? 0 : 100.0 * part / all;

    private static void PrintSpeed(List<ReadDocument> documents, TextWriter output)
    {
        // Not part of the snapshot: what entities cost beside the grammar that they are read from, on news where there is some.
        AnnotatedText[] texts = NewsTexts.Real.IsEmpty
            ? [.. documents.Select(document => document.Model.Text)]
            : [.. NewsTexts.Real.Select(text => AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default))];
        long tokens = texts.Sum(text => (long)text.Tree.Tokens.Length);
        Line("grammar", text => AnnotatedText.Annotate(text.Tree, TrainedParser.Default));
        Line("names", text => NameReader.Read(text, default));
        Line("names and their entities", text => NameGrouper.Group(text, NameReader.Read(text, default)));
        Line("names, entities and references", text => EntityExtractor.Extract(text, SemanticModelBuilder.QuotedTokens(text.Tree), default));

        void Line(string name, Action<AnnotatedText> read)
        {
            double best = double.PositiveInfinity;
            for (int round = 0; round < 7; round++)
            {
                long start = Stopwatch.GetTimestamp();
                var processor = Environment.CpuUsage.TotalTime;
                foreach (var text in texts) read(text);
                best = Math.Min(best, Math.Min((Environment.CpuUsage.TotalTime - processor).TotalSeconds, Stopwatch.GetElapsedTime(start).TotalSeconds));
            }

            output.WriteLine($"{name}: {tokens / best:N0} tokens a second, {best * 1e9 / tokens:N0} ns a token (not part of the snapshot)");
        }
    }

    /// <summary>A pronoun of the text; anaphoric where its entity is marked as mentioned before.</summary>
    private sealed record Pronoun(TextSpan Span, PronounKind Kind, bool IsAnaphoric, bool IsFound, bool IsRight, bool IsFloorRight, Mention? Antecedent, MarkedMention? Gold);

    private sealed record Link(MentionKind Kind, Confidence Confidence, bool IsRight, TextSpan From, TextSpan To);

    private sealed class ReadDocument
    {
        private readonly MentionIndex _index;
        private readonly Dictionary<TextSpan, MarkedMention> _pronouns = [];

        public ReadDocument(CoreferenceDocument marked)
        {
            Marked = marked;
            Model = Read(marked.Text);
            _index = new MentionIndex(marked);
            foreach (var mention in marked.Mentions.Where(mention => mention.Form.Length > 0)) _pronouns.TryAdd(mention.Span, mention);
            Entities = [.. Model.Entities, .. Model.Unnamed];
            Pronouns = [.. FindPronouns()];
            Links = [.. FindLinks()];
        }

        public CoreferenceDocument Marked { get; }

        public SemanticModel Model { get; }

        public Entity[] Entities { get; }

        public Pronoun[] Pronouns { get; }

        public Link[] Links { get; }

        public static SemanticModel Read(string text) => SemanticModel.Build(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default, default, default);

        private MarkedMention? Gold(Mention mention) => mention.Kind is MentionKind.Pronoun ? _pronouns.GetValueOrDefault(mention.Span) : _index.Find(mention.Span);

        private IEnumerable<Pronoun> FindPronouns()
        {
            var antecedents = new Dictionary<TextSpan, Mention>();
            foreach (var entity in Entities)
            {
                for (int i = 1; i < entity.Mentions.Length; i++)
                {
                    if (entity.Mentions[i].Kind is MentionKind.Pronoun) antecedents[entity.Mentions[i].Span] = entity.Mentions[i - 1];
                }
            }

            var floor = FloorAntecedents();
            var first = Marked.Mentions.GroupBy(mention => mention.Entity).ToDictionary(group => group.Key, group => group.Min(mention => mention.Span.Start));
            foreach (var span in _pronouns.Keys.Union(antecedents.Keys).OrderBy(span => span.Start))
            {
                var kind = Semantics.Entities.Pronouns.Of(Marked.Text.AsSpan(span.Start, span.Length));
                if (kind is PronounKind.None) continue;
                var gold = _pronouns.GetValueOrDefault(span);
                Mention? antecedent = antecedents.TryGetValue(span, out var found) ? found : null;
                bool right = gold is not null && antecedent is { } chosen && Gold(chosen)?.Entity == gold.Entity;
                bool floorRight = gold is not null && floor.TryGetValue(span, out var plain) && Gold(plain)?.Entity == gold.Entity;
                yield return new Pronoun(span, kind, gold is not null && first[gold.Entity] < span.Start, antecedent is not null, right, floorRight, antecedent, gold);
            }
        }

        private IEnumerable<Link> FindLinks()
        {
            foreach (var entity in Entities)
            {
                // A name and a description are linked to the entity as its names tell it; a pronoun to the mention before it.
                Mention? anchor = null;
                for (int i = 0; i < entity.Mentions.Length; i++)
                {
                    var mention = entity.Mentions[i];
                    var before = mention.Kind is MentionKind.Pronoun ? i > 0 ? entity.Mentions[i - 1] : null : anchor;
                    if (before is { } other && !IsAdjective(entity, mention))
                    {
                        var (from, to) = (Gold(mention), Gold(other));
                        if (mention.Kind is MentionKind.Pronoun || from is not null && to is not null)
                            yield return new Link(mention.Kind, mention.Confidence, from is not null && to is not null && from.Entity == to.Entity, mention.Span, other.Span);
                    }

                    if (mention.Kind is not MentionKind.Pronoun) anchor = mention;
                }
            }
        }

        private bool IsAdjective(Entity entity, Mention mention) => entity.Type is EntityType.Norp && Model.Text.Words[mention.EndToken - 1].Upos is Upos.ADJ;

        // ---- the floor ----

        private Dictionary<TextSpan, Mention> FloorAntecedents()
        {
            var names = Model.Entities.SelectMany(entity => entity.Mentions.Where(mention => mention.Kind is MentionKind.Name && !IsAdjective(entity, mention))).ToDictionary(mention => mention.EndToken);
            var same = new Dictionary<PronounKind, Mention>();
            var antecedents = new Dictionary<TextSpan, Mention>();
            Mention? name = null;
            for (int i = 0; i < Model.Tree.Tokens.Length; i++)
            {
                if (names.TryGetValue(i, out var ended)) name = ended;
                var kind = Semantics.Entities.Pronouns.Of(Model.Text.Form(i));
                if (kind is PronounKind.None) continue;
                var pronoun = new Mention(Model.Tree.Tokens[i].Span, i, i + 1, MentionKind.Pronoun);
                if (kind.IsOfDialogue() && same.TryGetValue(kind, out var before)) antecedents[pronoun.Span] = before;
                else if (!kind.IsOfDialogue() && name is { } nearest) antecedents[pronoun.Span] = nearest;
                same[kind] = pronoun;
            }

            return antecedents;
        }

        /// <summary>Equal names, each with the pronouns whose nearest name it is.</summary>
        public Entity[] FloorEntities()
        {
            var clusters = new List<List<Mention>>();
            var of = new Dictionary<TextSpan, List<Mention>>();
            var byName = new Dictionary<string, List<Mention>>(StringComparer.Ordinal);
            foreach (var (entity, mention) in Model.Entities.SelectMany(entity => entity.Mentions, (entity, mention) => (entity, mention)))
            {
                if (mention.Kind is not MentionKind.Name || IsAdjective(entity, mention)) continue;
                string name = Marked.Text[mention.Span.Start..mention.Span.End];
                if (!byName.TryGetValue(name, out var cluster)) clusters.Add(byName[name] = cluster = []);
                cluster.Add(mention);
                of[mention.Span] = cluster;
            }

            foreach (var (pronoun, antecedent) in FloorAntecedents().OrderBy(pair => pair.Key.Start))
            {
                if (!of.TryGetValue(antecedent.Span, out var cluster)) clusters.Add(of[antecedent.Span] = cluster = [antecedent]);
                int token = Model.Text.TokenAt(pronoun.Start);
                cluster.Add(new Mention(pronoun, token, token + 1, MentionKind.Pronoun));
                of[pronoun] = cluster;
            }

            return [.. clusters.Select((cluster, index) => new Entity(index, EntityType.Other, "", [.. cluster], []))];
        }

        // ---- clusters ----

        /// <summary>Adds the clusters of names and pronouns to the scores.</summary>
        public void Add(CoreferenceScores scores, Entity[] entities)
        {
            var numbers = new Dictionary<MarkedMention, int>(ReferenceEqualityComparer.Instance);
            var key = Marked.Mentions.Where(Counts).GroupBy(mention => mention.Entity)
                .Select(group => (IReadOnlyList<int>)[.. group.Select(mention => numbers[mention] = numbers.Count)]).ToList();
            int next = numbers.Count;
            var used = new HashSet<int>();
            var response = new List<IReadOnlyList<int>>();
            foreach (var entity in entities)
            {
                var cluster = new List<int>();
                foreach (var mention in entity.Mentions)
                {
                    if (mention.Kind is MentionKind.Nominal || IsAdjective(entity, mention)) continue;
                    cluster.Add(Gold(mention) is { } gold && numbers.TryGetValue(gold, out int number) && used.Add(number) ? number : next++);
                }

                if (cluster.Count > 0) response.Add(cluster);
            }

            scores.Add(key, response);
        }

        private static bool Counts(MarkedMention mention) => mention.IsName || Semantics.Entities.Pronouns.Of(mention.Form) is not PronounKind.None;

        // ---- misses, for the eye ----

        public void ShowMisses(TextWriter output)
        {
            foreach (var pronoun in Pronouns)
            {
                string kind = pronoun.IsRight ? "RIGHT" : pronoun.IsFound ? pronoun.IsAnaphoric ? "WRONG" : "EMPTY" : pronoun.IsAnaphoric ? "MISSED" : "";
                if (kind.Length == 0 || kind == "RIGHT") continue;
                var before = pronoun.Gold is null ? null : Marked.Mentions.LastOrDefault(mention => mention.Entity == pronoun.Gold.Entity && mention.Span.Start < pronoun.Span.Start);
                output.WriteLine($"{kind} {pronoun.Kind} {pronoun.Gold?.Type} gold={(before is null ? "-" : Marked.Text[before.Span.Start..before.Span.End])} found={(pronoun.Antecedent is { } a ? Marked.Text[a.Span.Start..a.Span.End] : "-")} [{Marked.Name}] {Around(pronoun.Span)}".Replace('\n', '/'));
            }

            foreach (var link in Links.Where(link => !link.IsRight && link.Kind is not MentionKind.Pronoun))
                output.WriteLine($"LINK {link.Kind} {link.Confidence.Thousandths} {Marked.Text[link.From.Start..link.From.End]} -> {Marked.Text[link.To.Start..link.To.End]} [{Marked.Name}] {Around(link.From)}".Replace('\n', '/'));

            var chainOf = new Dictionary<MarkedMention, int>(ReferenceEqualityComparer.Instance);
            foreach (var entity in Entities)
                foreach (var mention in entity.Mentions)
                    if (mention.Kind is MentionKind.Name && Gold(mention) is { } gold) chainOf.TryAdd(gold, entity.Index);
            foreach (var group in Marked.Mentions.Where(mention => mention.IsName).GroupBy(mention => mention.Entity))
            {
                foreach (var mention in group.Where(mention => !chainOf.ContainsKey(mention))) output.WriteLine($"NONAME {mention.Type} {Marked.Text[mention.Span.Start..mention.Span.End]} [{Marked.Name}]".Replace('\n', '/'));
                var chains = group.Where(chainOf.ContainsKey).GroupBy(mention => chainOf[mention]).ToList();
                if (chains.Count > 1) output.WriteLine($"SPLIT {string.Join(" | ", chains.Select(chain => Marked.Text[chain.First().Span.Start..chain.First().Span.End]))} [{Marked.Name}]".Replace('\n', '/'));
            }
        }

        private string Around(TextSpan span) =>
            $"{Marked.Text[Math.Max(0, span.Start - 160)..span.Start]}[[{Marked.Text[span.Start..span.End]}]]{Marked.Text[span.End..Math.Min(Marked.Text.Length, span.End + 50)]}";
    }
}
