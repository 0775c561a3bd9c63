using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>Figures of two claims that may be of one thing, and whether they can both hold.</summary>
internal sealed class FigureDifferences(PairSetting setting, Participants participants, OneAct acts)
{
    /// <summary>Counts that only grow while a story goes on: a later value is an update.</summary>
    private static readonly string[] StatusWords = ["kill", "die", "injure", "miss", "missing", "rescue", "arrest", "evacuate", "infect", "count", "displace", "confirm", "burn", "destroy", "treat", "hospitalize", "damage"];

    private readonly HashSet<int> _status = [.. StatusWords.Select(setting.Terms.OfLemma)];

    private readonly HashSet<int> _dead = [setting.Terms.OfLemma("kill"), setting.Terms.OfLemma("die")];

    /// <summary>Whether what a claim counts only grows while a story goes on.</summary>
    public bool IsStatus(ClaimProfile claim) => _status.Contains(claim.PredicateTerm);

    /// <summary>Pairs the figures of two claims that may be of one thing.</summary>
    public FigureMatches Match(ClaimProfile left, ClaimProfile right)
    {
        if (left.Quantities.IsEmpty || right.Quantities.IsEmpty) return new FigureMatches([]);
        var pairs = ImmutableArray.CreateBuilder<FigurePair>();
        var usedLeft = new bool[left.Quantities.Length];
        var usedRight = new bool[right.Quantities.Length];
        // Equal values first and those that differ last, so that "from 10 to 12" is not read crosswise.
        for (int pass = 0; pass < 3; pass++)
            for (int l = 0; l < usedLeft.Length; l++)
                for (int r = 0; r < usedRight.Length && !usedLeft[l]; r++)
                {
                    if (usedRight[r] || !Comparable(left.Quantities[l], right.Quantities[r])) continue;
                    var relation = QuantityComparison.Compare(left.Quantities[l], right.Quantities[r]);
                    if (pass == 0 && relation is not ValueRelation.Equal || pass == 1 && relation is ValueRelation.Incompatible) continue;
                    // Of several figures for one thing it cannot be told which of them the other article means.
                    if (pass == 2 && (HasRivals(left, usedLeft, l) || HasRivals(right, usedRight, r))) continue;
                    usedLeft[l] = usedRight[r] = true;
                    pairs.Add(new FigurePair(left.Quantities[l], right.Quantities[r], relation));
                }
        return new FigureMatches(pairs.DrainToImmutable());

        bool HasRivals(ClaimProfile claim, bool[] used, int figure)
        {
            var quantity = claim.Quantities[figure];
            for (int i = 0; i < used.Length; i++)
            {
                if (i == figure || !Comparable(claim.Quantities[i], quantity)) continue;
                // "To 8.4 percent from 10.2": the one is where it fell to and the other where it fell from.
                if (setting.Situation.Given || FigureParts.PartOf(claim.Model, claim.Quantities[i]) == FigureParts.PartOf(claim.Model, quantity) && !used[i]) return true;
            }
            return false;
        }
    }

    private static bool Comparable(Quantity left, Quantity right)
    {
        if (QuantityComparison.AreShares(left, right)) return true;
        if (left.Kind != right.Kind || left.Unit != right.Unit) return false;
        if (left.Counted is { } l && right.Counted is { } r) return Synonyms.Canonical(l.Lemma) == Synonyms.Canonical(r.Lemma);
        // "Fourteen arrested", "nineteen people were arrested".
        if (left.Kind is QuantityKind.Cardinal && (left.Counted ?? right.Counted) is { Lemma: "people" or "person" }) return true;
        // A measure needs no noun; a bare count without one may count anything.
        return left.Counted is null && right.Counted is null || left.Kind is not (QuantityKind.Cardinal or QuantityKind.Ordinal);
    }

    /// <summary>Adds the differences that the figures of a pair make.</summary>
    /// <param name="differences">Takes the differences.</param>
    /// <param name="pair">The claims.</param>
    /// <param name="frame">Whether both claims have one predicate of one time.</param>
    public void Add(ImmutableArray<Difference>.Builder differences, in ClaimPair pair, bool frame)
    {
        foreach (var figures in pair.Figures.Pairs)
            if (figures.Relation is not ValueRelation.Equal) Add(differences, pair, figures, frame && !participants.NamesClash(pair.Left, pair.Right) && ParticipantsAgree(pair.Left, pair.Right, figures.Left, figures.Right, pair.Overlap));
    }

    /// <summary>The difference that two claims give one match two results; null where they do not. Both name both sides, and a verb that tells the end.</summary>
    public Difference? CompareScores(ClaimProfile left, ClaimProfile right)
    {
        if (ScoreIn(left) is not { } l || ScoreIn(right) is not { } r || QuantityComparison.Compare(l, r) is not ValueRelation.Incompatible || Voices.DifferentVoices(left, right) || OneAct.TitlesClash(left, right)) return null;
        int names = 0;
        foreach (int term in left.ContentTerms)
            if (setting.Terms.IsName(term) && right.ContentTerms.BinarySearch(term) >= 0) names++;
        if (names < 2) return null;
        return new Difference(
            DifferenceKind.Quantity, true, [l.Span], [r.Span], ValueOf(l), ValueOf(r), new Confidence(850), $"The results differ: {ClaimWords.Quoted(left, l.Span)} against {ClaimWords.Quoted(right, r.Span)}.");
    }

    /// <summary>Words of parts of a match, of several matches, of other teams.</summary>
    private static readonly FrozenSet<string> OtherMatches = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "penalty", "shootout", "shoot-out", "aggregate", "leg", "extra", "set", "half", "halftime", "quarter", "period", "game", "series", "woman", "girl", "opener", "nightcap", "doubleheader", "round", "opening", "second", "first", "third", "women", "reserve", "youth",
        "league", "cup", "last", "previous", "earlier", "under-21", "under-19", "under-18", "junior", "overall", "replay", "friendly", "meeting", "season", "year", "break", "interval", "once", "twice");

    /// <summary>The one result that a claim gives of a match that has ended.</summary>
    private static Quantity? ScoreIn(ClaimProfile claim)
    {
        if (claim.Claim.Predicate.Tense is Tense.Future || claim.Claim.Predicate.Modality is not Modality.Asserted || claim.HoldsNegator
            || claim.Claim.Predicate.Lemma is not ("beat" or "defeat" or "lose" or "win" or "draw" or "tie" or "thrash" or "edge" or "overcome" or "rout" or "crush" or "hammer")) return null;
        if (claim.IsPluperfect || OneAct.HoldsAnyLemma(claim, OtherMatches)) return null;
        Quantity? found = null;
        foreach (var figure in claim.Quantities)
        {
            if (figure.Kind is not QuantityKind.Score) continue;
            if (found is not null) return null;
            found = figure;
        }
        return found;
    }

    /// <summary>Years between two ages of one person from which on they are of two, or of two times: "aged 40, he lost his sight".</summary>
    private const int FurthestAge = 12;

    /// <summary>The difference that two claims give one person two ages; null where they do not. A birthday between two reports makes a year.</summary>
    public Difference? CompareAges(ClaimProfile left, ClaimProfile right)
    {
        if (AgeIn(left) is not { } l || AgeIn(right) is not { } r || l.Person != r.Person || Math.Abs(l.Figure.Value!.Value - r.Figure.Value!.Value) is <= 1 or > FurthestAge || Voices.DifferentVoices(left, right) || OneAct.TitlesClash(left, right)) return null;
        return new Difference(
            DifferenceKind.Quantity, true, [l.Figure.Span], [r.Figure.Span], ValueOf(l.Figure), ValueOf(r.Figure), new Confidence(900),
            $"The ages differ: {ClaimWords.Quoted(left, l.Figure.Span)} against {ClaimWords.Quoted(right, r.Figure.Span)}.");
    }

    /// <summary>Whether one claim says how many were killed and the other how many died.</summary>
    public bool CountTheDead(ClaimProfile left, ClaimProfile right) => !setting.Situation.Given && _dead.Contains(left.PredicateTerm) && _dead.Contains(right.PredicateTerm);

    /// <summary>The one age that a claim gives of a person who is named in it.</summary>
    private (int Person, Quantity Figure)? AgeIn(ClaimProfile claim)
    {
        (int, Quantity)? found = null;
        foreach (var figure in claim.Quantities)
        {
            if (figure is not { Kind: QuantityKind.Age, Precision: Precision.Exact, Value: not null, Unit: "Year" }) continue;
            if (found is not null || PersonOf(claim, figure) is not (>= 0 and var person)) return null;
            found = (person, figure);
        }
        return found;
    }

    /// <summary>The name of whom a figure gives the age; -1 where it is not said of a name. "At the age of 20 he went to sea" is not how old he is.</summary>
    private int PersonOf(ClaimProfile claim, Quantity figure)
    {
        var text = claim.Model.Text;
        if (figure.Counted is { } counted)
        {
            if (Named(counted.Head)) return claim.TermAt(counted.Head);
            foreach (int dependent in text.Dependents(counted.Head))
                if (text.Words[dependent].Relation.Universal() is DependencyRelation.Appos or DependencyRelation.Flat && Named(dependent)) return claim.TermAt(dependent);
            return text.Words[counted.Head].Relation.Universal() is DependencyRelation.Compound or DependencyRelation.Appos && text.Head(counted.Head) is >= 0 and var head && Named(head) ? claim.TermAt(head) : -1;
        }
        if (claim.Claim.Predicate.Lemma is not ("die" or "pass away" or "old" or "be") || (claim.ArgumentOf(Role.Agent) ?? claim.ArgumentOf(Role.Theme)) is not { } subject || !Named(subject.Head)) return -1;
        return claim.TermAt(subject.Head);

        // A last name alone may be that of a wife or a son.
        bool Named(int token) => claim.TermAt(token) is >= 0 and var term && setting.Terms.IsName(term) && setting.Terms.NameOf(term).Contains(' ', StringComparison.Ordinal);
    }

    private void Add(ImmutableArray<Difference>.Builder differences, in ClaimPair pair, FigurePair figures, bool sameFrame)
    {
        var (left, right, lq, rq) = (pair.Left, pair.Right, figures.Left, figures.Right);
        bool clash = figures.Relation is ValueRelation.Incompatible;
        if (clash && !sameFrame) return;
        bool saidAlike = IsSaidAlike(left, right);
        bool incompatible = clash && saidAlike && acts.MayBeOne(left, right) && IsOfNobodyElse(left, lq, right, rq) && ModifiersAgree(left, lq, right, rq) && MeasureTheSame(left, lq, right, rq);
        string what = lq.Counted is { } counted ? " " + counted.Lemma : lq.Unit.Length > 0 ? " " + lq.Unit.ToLowerInvariant() : "";
        var (ls, rs) = (ClaimWords.Quoted(left, lq.Span), ClaimWords.Quoted(right, rq.Span));
        string explanation = incompatible ? $"The figures differ: {ls} against {rs}{(what.Length > 0 ? $" ({what.Trim()})" : "")}."
            : clash ? $"The figures differ, but {(saidAlike ? "they may not count the same" : "they are not said alike")}: {ls} and {rs}."
            : $"The figures are compatible: {ls} and {rs}.";
        differences.Add(new Difference(DifferenceKind.Quantity, incompatible, [lq.Span], [rq.Span], ValueOf(lq), ValueOf(rq), new Confidence(incompatible ? 900 : 800), explanation));
    }

    /// <summary>"A 23-year-old was arrested", "a 31-year-old was arrested"; "nine people", "ten, including the gunman".</summary>
    private bool IsOfNobodyElse(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        if (setting.Situation.Given) return true;
        if (lq.Kind is QuantityKind.Age) return PersonOf(left, lq) is >= 0 and var person && person == PersonOf(right, rq);
        if (lq.Kind is QuantityKind.Score && (ScoreIn(left) is null || ScoreIn(right) is null)) return false;
        return !Counts(left) && !Counts(right);

        static bool Counts(ClaimProfile claim) => claim.Quantities.Length > 0 && OneAct.HoldsAnyLemma(claim, Including);
    }

    private static readonly FrozenSet<string> Including = FrozenSet.Create(StringComparer.Ordinal, "include", "including", "count", "counting", "among", "each", "per", "another", "further", "additional", "extra", "altogether");

    /// <summary>The value in plain decimal, a range as <c>low-high</c>.</summary>
    public static string ValueOf(Quantity quantity) =>
        quantity.Value is { } value ? Plain(value) : quantity is { Low: { } low, High: { } high } ? $"{Plain(low)}-{Plain(high)}" : "";

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>"32 foreign participants" and "82 local participants" count different things; one modifier more may mean a part.</summary>
    private static bool ModifiersAgree(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        var (l, r) = (Modifiers(left, lq), Modifiers(right, rq));
        return l.SetEquals(r);
    }

    /// <summary>Whether two figures of one noun beside one verb are of one thing: the same part of it, the whole of it, at one time of the day.</summary>
    private static bool MeasureTheSame(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        if (FigureParts.PartOf(left.Model, lq) != FigureParts.PartOf(right.Model, rq)) return false;
        if (lq.Value is { } l && rq.Value is { } r && (FigureParts.AddsUpTo(left.Model, lq, r) || FigureParts.AddsUpTo(right.Model, rq, l))) return false;
        if (lq.Value < rq.Value ? IsOfPart(left, lq, right) : lq.Value > rq.Value && IsOfPart(right, rq, left)) return false;
        // "By Monday night" more may have happened than on Monday, and more is "destroyed or damaged" than is destroyed.
        if (left.RunsUpToATime != right.RunsUpToATime || left.IsOneOfJoinedVerbs != right.IsOneOfJoinedVerbs) return false;
        // What was raised "within days" is not all that was raised.
        if (left.HasSpan(lq) != right.HasSpan(rq)) return false;
        return left.DayParts == right.DayParts || left.DayParts is DayParts.None || right.DayParts is DayParts.None;
    }

    /// <summary>Whether the smaller of two figures is of a part that the other is not limited to: "500 jobs in Marlow" of 800 jobs, "300 jobs in May" of 800 last year.</summary>
    private static bool IsOfPart(ClaimProfile smaller, Quantity figure, ClaimProfile larger)
    {
        const int Week = 7;
        if (smaller.Time is { } part && (larger.Time is { } whole ? whole != part && whole.Start <= part.Start && part.End <= whole.End : part.End > part.Start.PlusDays(Week) || larger.IsPerfect || larger.IsToCome || smaller.PredicateTerm != larger.PredicateTerm)) return true;
        if (larger.IsPerfect && !smaller.IsPerfect) return true;
        foreach (var argument in smaller.Claim.Arguments)
            if (argument.Role is not Role.Time && Limits(argument.Marker, argument.Head)) return true;
        if (figure.Counted is not { Elided: false } counted) return false;
        foreach (int dependent in smaller.Model.Text.Dependents(counted.Head))
            if (smaller.Model.Text.Words[dependent].Relation.Universal() is DependencyRelation.Nmod && smaller.Model.Text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var word
                && Limits(smaller.Model.Text.Words[word].Lemma, dependent)) return true;
        return false;

        bool Limits(string marker, int head) =>
            marker is "in" or "at" or "from" or "near" or "among" or "on" or "for" && smaller.TermAt(head) is >= 0 and var term && larger.ContentTerms.BinarySearch(term) < 0;
    }

    private static HashSet<string> Modifiers(ClaimProfile claim, Quantity quantity)
    {
        var modifiers = new HashSet<string>(StringComparer.Ordinal);
        if (quantity.Counted is not { Elided: false } counted) return modifiers;
        for (int i = counted.FirstToken; i < counted.EndToken; i++)
            if (i != counted.Head && claim.Model.Text.Words[i].Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.VERB)
                modifiers.Add(Synonyms.Canonical(claim.Model.Text.Words[i].Lemma.ToLowerInvariant()));
        return modifiers;
    }

    /// <summary>Whether the rest of both claims is about the same: what is neither predicate nor counted must agree in the main.</summary>
    private bool ParticipantsAgree(ClaimProfile left, ClaimProfile right, Quantity lq, Quantity rq, int dice)
    {
        var l = Others(left, right, lq);
        var r = Others(right, left, rq);
        // Nothing but predicate and number: "it carried 214 passengers" says the same of the same thing only if the words are the same.
        if (l.Count == 0 && r.Count == 0) return dice >= 950 && Participants.SameSubjectWord(left, right);
        if (IsStatus(left) && IsStatus(right))
        {
            // "Twelve people were killed when the ferry sank": how they came to be is told beside the claim.
            if (l.Count == 0) l = AroundIt(left, lq);
            if (r.Count == 0) r = AroundIt(right, rq);
        }
        if (l.Count == 0 || r.Count == 0) return dice >= 750 && Participants.SubjectsAgree(left, right);
        // "The painting", "a painting": what costs so much may be another.
        if (IsIntroduced(left, lq) != IsIntroduced(right, rq)) return false;
        if (SameMatter(left, lq, right, rq)) return Participants.SubjectsAgree(left, right);
        int shared = setting.Weights.Sum(TermLists.Intersect([.. l], [.. r]));
        // "The average rate" and "the effective rate": where both say something of their own, they may not measure the same.
        if (shared < setting.Weights.Sum(l) && shared < setting.Weights.Sum(r) && dice < 800) return false;
        return shared * 2 >= Math.Min(setting.Weights.Sum(l), setting.Weights.Sum(r)) && shared * 3 >= Math.Max(setting.Weights.Sum(l), setting.Weights.Sum(r)) && (left.PredicateTerm != right.PredicateTerm || Participants.SubjectsAgree(left, right));
    }

    /// <summary>The terms of the sentence around a claim without those of its predicate and of what it counts.</summary>
    private List<int> AroundIt(ClaimProfile claim, Quantity quantity)
    {
        int counted = quantity.Counted is { } noun ? setting.Terms.OfLemma(noun.Lemma) : -1;
        return [.. claim.SentenceTerms.Where(term => term != claim.PredicateTerm && term != counted)];
    }

    /// <summary>
    /// Whether two amounts of money are of one bill, plan or fund that the same do the same to: "blocked a $500 million relief measure", "blocked a
    /// $300 million relief package". Besides the noun, whose word may be another, the objects share a word of what it is for.
    /// </summary>
    private bool SameMatter(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        if (lq.Kind is not QuantityKind.Money || rq.Kind is not QuantityKind.Money || left.Subject.IsEmpty || right.Subject.IsEmpty) return false;
        if (left.ArgumentOf(Role.Theme) is not { } lo || right.ArgumentOf(Role.Theme) is not { } ro || !IsAmountOf(left, lq, lo) || !IsAmountOf(right, rq, ro)) return false;
        var modifiers = ModifiersOf(left, lo.Head);
        modifiers.IntersectWith(ModifiersOf(right, ro.Head));
        return modifiers.Count > 0 && !participants.NamesClash(left.Object, right.Object);

        // "Coronavirus relief measure", not "loan for the pier".
        static HashSet<int> ModifiersOf(ClaimProfile claim, int head)
        {
            var modifiers = new HashSet<int>();
            foreach (int dependent in claim.Model.Text.Dependents(head))
                if (claim.Model.Text.Words[dependent].Relation.Universal() is DependencyRelation.Compound or DependencyRelation.Amod && claim.TermAt(dependent) is var term and >= 0) modifiers.Add(term);
            return modifiers;
        }

        static bool IsAmountOf(ClaimProfile claim, Quantity quantity, Argument argument) =>
            quantity.FirstToken >= argument.FirstToken && quantity.EndToken <= argument.Head && EventWords.IsMatter(claim.Model.Text.Words[argument.Head].Lemma);
    }

    /// <summary>Whether a claim only introduces what a figure beside it is said of.</summary>
    private static bool IsIntroduced(ClaimProfile claim, Quantity quantity)
    {
        if (claim.ArgumentOf(Role.Theme) is not { } theme || quantity.FirstToken <= theme.Head && theme.Head < quantity.EndToken || quantity.Counted is { } counted && counted.Head == theme.Head || quantity.EndToken <= theme.Head) return false;
        if (claim.Model.Text.Words[theme.Head].Lemma is "total" or "number" or "sum") return false;
        foreach (int dependent in claim.Model.Text.Dependents(theme.Head))
            if (claim.Model.Text.Words[dependent] is { Upos: Upos.DET, Lemma: "a" or "an" or "another" }) return true;
        return false;
    }

    private List<int> Others(ClaimProfile claim, ClaimProfile other, Quantity quantity)
    {
        int counted = quantity.Counted is { } noun ? setting.Terms.OfLemma(noun.Lemma) : -1;
        // "A total of 12 jobs" are 12 jobs.
        return [.. claim.ContentTerms.Where((t, i) => t != claim.PredicateTerm && t != counted && setting.Terms.NameOf(t) is not ("total" or "number" or "sum") && !participants.IsAside(claim, i, other))];
    }

    /// <summary>
    /// Whether a figure of the one may be held against that of the other: both are said as firmly, of the same time and not by two voices. "Can
    /// hold 900" and "held 300", what the union says and what the police say are both shown. A later status may come from another voice.
    /// </summary>
    private bool IsSaidAlike(ClaimProfile left, ClaimProfile right) => setting.Situation.Given
        || left.IsAsFirmAs(right) && TimeComparison.TensesAgree(left, right, setting.Situation.Given) && !left.HasOppositeOf(right) && (!Voices.DifferentVoices(left, right) || IsLaterStatus(left, right));

    private bool IsLaterStatus(ClaimProfile left, ClaimProfile right) =>
        IsStatus(left) && left.Dates.IsEmpty && right.Dates.IsEmpty && left.Model.Date is { } l && right.Model.Date is { } r && l.Date != r.Date;
}
