using System.Collections.Immutable;
using System.Text;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Semantics;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Reads what was edited between two sentences that are otherwise the same words: a figure, a time, a negation, a name, a word for its opposite.</summary>
/// <param name="left">The one article or passage.</param>
/// <param name="right">The other.</param>
/// <param name="given">Whether it is taken for granted that both speak of one situation, down to who does what.</param>
internal sealed class EditReader(SemanticModel left, SemanticModel right, bool given)
{
    private bool _needsCopy;

    private readonly NamesAt _leftNames = new(left), _rightNames = new(right);

    /// <summary>Reads every gap between the common words of two sentences.</summary>
    /// <param name="leftFirst">First token of the left sentence.</param>
    /// <param name="l">Its words in plain form.</param>
    /// <param name="rightFirst">First token of the right sentence.</param>
    /// <param name="r">Its words.</param>
    /// <param name="differences">Gets the differences that cannot both hold.</param>
    /// <param name="places">Gets for each a token on either side that stands for it.</param>
    /// <param name="needsCopy">Whether the difference only holds in texts of which one copies the other: another name, another one of its kind.</param>
    /// <returns>Number of words in the gaps; -1 when a gap changes anything else, so that the sentences may speak of different things.</returns>
    public int Read(
        int leftFirst, ImmutableArray<string> l, int rightFirst, ImmutableArray<string> r, List<Difference> differences, List<(int Left, int Right)> places,
        out bool needsCopy)
    {
        needsCopy = _needsCopy = false;
        int edited = 0;
        var gaps = WordAlignment.Gaps(WordAlignment.Align(l, r), l.Length, r.Length);
        int common = l.Length - gaps.Sum(gap => gap.LeftEnd - gap.LeftStart);
        foreach (var gap in gaps)
        {
            edited += gap.LeftEnd - gap.LeftStart + gap.RightEnd - gap.RightStart;
            var leftGap = new TokenRange(leftFirst + gap.LeftStart, leftFirst + gap.LeftEnd);
            var rightGap = new TokenRange(rightFirst + gap.RightStart, rightFirst + gap.RightEnd);
            var read = ReadFigure(leftGap, rightGap) ?? ReadTime(leftGap, rightGap) ?? ReadNegation(leftGap, rightGap) ?? ReadName(leftGap, rightGap, common) ?? ReadOpposite(leftGap, rightGap);
            read ??= ReadSpelling(leftGap, rightGap) ?? ReadFullName(leftGap, rightGap);
            // Another word or name that may hold beside the first: they may speak of two things.
            if (read is { Incompatible: false, Kind: DifferenceKind.Antonym or DifferenceKind.Entity or DifferenceKind.Place or DifferenceKind.Attribution, Explanation.Length: > 0 }) return -1;
            if (read is null && !(IsWeightless(left, leftGap) && IsWeightless(right, rightGap))) return -1;
            // A date or a name may be edited in several of its words.
            if (read is not { Incompatible: true } || differences.Any(d => d.Kind == read.Kind && d.Left.SequenceEqual(read.Left) && d.Right.SequenceEqual(read.Right))) continue;
            differences.Add(read);
            places.Add((Place(left, leftGap), Place(right, rightGap)));
        }
        needsCopy = _needsCopy;
        // Of two edits one may take back the other, or make it another matter: "closed before", "opened after"; figures stand side by side.
        return differences.Count > 1 && differences.Exists(d => d.Kind is not DifferenceKind.Quantity) ? -1 : edited;
    }

    /// <summary>A token that stands for a gap: its first, or the one in front of it.</summary>
    private static int Place(SemanticModel model, TokenRange gap) => !gap.IsEmpty ? gap.First : Math.Min(Math.Max(0, gap.First - 1), model.Tree.Tokens.Length - 1);

    // ---- figures and times ----

    private Difference? ReadFigure(TokenRange leftGap, TokenRange rightGap)
    {
        if (QuantityAt(left, leftGap) is not { } l || QuantityAt(right, rightGap) is not { } r || l.Kind != r.Kind || l.Unit != r.Unit) return null;
        if (l.Counted is { } lc && r.Counted is { } rc && Synonyms.Canonical(lc.Lemma) != Synonyms.Canonical(rc.Lemma)) return null;
        bool incompatible = QuantityComparison.Compare(l, r) is ValueRelation.Incompatible;
        // "The first man", "the second man": which one it is, not how many.
        _needsCopy |= l is { Kind: QuantityKind.Ordinal, Counted: not null } || l is { Kind: QuantityKind.Age } && !(l.Counted is { } aged && left.Text.Words[aged.Head].Upos is Upos.PROPN);
        return new Difference(
            DifferenceKind.Quantity, incompatible, [l.Span], [r.Span], FigureDifferences.ValueOf(l), FigureDifferences.ValueOf(r), new Confidence(930),
            $"The figures differ: {ClaimWords.Quoted(left, l.Span)} against {ClaimWords.Quoted(right, r.Span)}.");
    }

    /// <summary>The one quantity whose number the gap replaces.</summary>
    private static Quantity? QuantityAt(SemanticModel model, TokenRange gap)
    {
        if (gap.IsEmpty) return null;
        var span = model.Text.SpanOf(gap.First, gap.End);
        Quantity? found = null;
        foreach (var quantity in model.Quantities.AsSpan()[FirstBehind(model.Quantities, gap.First, quantity => quantity.EndToken)..])
        {
            if (quantity.Number.Start >= span.End) break;
            if (!quantity.Number.OverlapsWith(span)) continue;
            // Words beside the number must not change with it: "12 men" for "10 women" is another count.
            if (found is not null || span.Start < quantity.Span.Start || span.End > quantity.Span.End) return null;
            found = quantity;
        }
        return found;
    }

    private Difference? ReadTime(TokenRange leftGap, TokenRange rightGap)
    {
        if (DateAt(left, leftGap) is not { } l || DateAt(right, rightGap) is not { } r) return null;
        if (l.Timex == r.Timex && l.Start == r.Start && l.End == r.End) return Unweighed(DifferenceKind.Date, l.Span, r.Span);
        bool apart = l is { Start: { } ls, End: { } le } && r is { Start: { } rs, End: { } re }
            ? le <= rs || re <= ls
            // Neither could be placed: words of one kind for each other in one sentence mean another time.
            : l.Start is null && r.Start is null && l.Kind == r.Kind && l.Granularity == r.Granularity && l.Timex != r.Timex && SameDay
                // "Monday" may be "7 November".
                && l.Timex.Length == r.Timex.Length && l.Timex.Contains('W', StringComparison.Ordinal) == r.Timex.Contains('W', StringComparison.Ordinal);
        apart &= !HasZone(left, l) && !HasZone(right, r);
        // "A man was killed on Monday", "on Tuesday"; "opens at nine on Monday", "at ten on Sunday".
        _needsCopy |= MayRecur(left, l) || MayRecur(right, r);
        return new Difference(
            DifferenceKind.Date, apart, [l.Span], [r.Span], l.Timex, r.Timex, new Confidence(900), $"The times differ: {ClaimWords.Quoted(left, l.Span)} against {ClaimWords.Quoted(right, r.Span)}.");
    }

    /// <summary>Whether a time is that of a verb that may be of any week, or said of somebody who is only introduced, or of several.</summary>
    private static bool MayRecur(SemanticModel model, DateMention date)
    {
        const int Furthest = 6;
        for (int token = date.FirstToken, steps = 0; token >= 0 && steps < Furthest; token = model.Text.Head(token), steps++)
        {
            if (model.Text.Words[token].Upos is not Upos.VERB) continue;
            bool recurs = model.Text.Words[token].Lemma is "open" || !EventWords.HappensOnce(model.Text.Words[token].Lemma);
            return recurs && model.Text.Words[token].Xpos is Xpos.VBZ or Xpos.VBP
                || model.Text.Dependent(token, DependencyRelation.Nsubj, DependencyRelation.NsubjPass) is >= 0 and var subject && (!IsDefinite(model, subject) || model.Text.Words[subject].Xpos is Xpos.NNS);
        }
        return false;
    }

    /// <summary>Whether a time is that of a zone: then another hour elsewhere may be the same.</summary>
    private static bool HasZone(SemanticModel model, DateMention date)
    {
        for (int i = date.FirstToken; i < Math.Min(date.EndToken + 2, model.Tree.Tokens.Length); i++)
            if (model.Text.Form(i) is "Eastern" or "Central" or "Mountain" or "Pacific" or "ET" or "CT" or "MT" or "PT" or "GMT" or "UTC" or "EST" or "EDT" or "CST" or "CDT" or "MST" or "MDT" or "PST" or "PDT" or "BST" or "CET" or "CEST" or "local") return true;
        return false;
    }

    /// <summary>Whether relative times mean the same in both.</summary>
    private bool SameDay => left.Date?.Date == right.Date?.Date;

    /// <summary>The one date within which the gap lies.</summary>
    private static DateMention? DateAt(SemanticModel model, TokenRange gap)
    {
        if (gap.IsEmpty) return null;
        int at = FirstBehind(model.Dates, gap.First, date => date.EndToken);
        return at < model.Dates.Length && model.Dates[at] is var date && date.FirstToken <= gap.First && gap.End <= date.EndToken && date.Kind is not (DateKind.Duration or DateKind.Set) ? date : null;
    }

    private static int FirstBehind<T>(ImmutableArray<T> items, int token, Func<T, int> end)
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (end(items[middle]) <= token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // ---- negation ----

    /// <summary>One side denies, the other does not, and the rest of the gap is the same verb with or without <em>do</em>, or a word for all or some.</summary>
    private Difference? ReadNegation(TokenRange leftGap, TokenRange rightGap)
    {
        int l = NegatorIn(left, leftGap), r = NegatorIn(right, rightGap);
        if (l >= 0 == r >= 0) return ReadNone(leftGap, rightGap);
        var (negated, negatedGap, negator, plain, plainGap) = l >= 0 ? (left, leftGap, l, right, rightGap) : (right, rightGap, r, left, leftGap);
        var verbs = Lemmas(negated, negatedGap);
        if (!verbs.SequenceEqual(Lemmas(plain, plainGap))) return null;
        // "Does not own" denies nothing of "owned".
        for (int i = negatedGap.First; i < negatedGap.End; i++)
            if (negated.Text.Words[i] is { Lemma: "do", Upos: Upos.AUX } support && !plainGap.IsEmpty && plain.Text.Words[plainGap.First].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP
                && support.Xpos is Xpos.VBD != plain.Text.Words[plainGap.First].Xpos is Xpos.VBD) return null;
        // Only a denied verb denies the statement, not "not far from", "not only"; behind "did not" stands a verb and behind "was not" a predicate, whatever the tag.
        var governor = negated.Text.Words[negator].Head >= 0 ? negated.Text.Head(negator) : negator;
        bool supported = negator > negatedGap.First && negated.Text.Words[negator - 1].Lemma is "do" || negator > 0 && negated.Text.Words[negator - 1].Lemma is "be";
        if (!supported && negated.Text.Words[governor].Upos is not (Upos.VERB or Upos.AUX) && negated.Text.Dependent(governor, DependencyRelation.Cop, DependencyRelation.Aux) < 0) return null;
        if (negator + 1 < negated.Tree.Tokens.Length && negated.Text.Form(negator + 1) is "only" or "just" or "least" or "even") return null;
        int verb = plainGap.IsEmpty ? Place(plain, plainGap) : plainGap.First;
        return Denial(negated.Tree.Tokens[negator].Span, plain.Tree.Tokens[verb].Span, negated.Text.Words[governor].Lemma, l >= 0);
    }

    /// <summary>"No ship sailed", "some ships sailed"; "nobody", "a man": of a subject or an object.</summary>
    private Difference? ReadNone(TokenRange leftGap, TokenRange rightGap)
    {
        int l = NoneIn(left, leftGap), r = NoneIn(right, rightGap);
        if (l >= 0 == r >= 0) return null;
        var (none, noneGap, token, some, someGap) = l >= 0 ? (left, leftGap, l, right, rightGap) : (right, rightGap, r, left, leftGap);
        int noun = none.Text.Words[token].Relation.Universal() is DependencyRelation.Det && none.Text.Head(token) is var head and >= 0 ? head : token;
        if (none.Text.Words[noun].Relation.Universal() is not (DependencyRelation.Nsubj or DependencyRelation.Obj)) return null;
        // What stands for "no" must be about any of them: an article, a word for some or all, or nothing before a plural.
        for (int i = someGap.First; i < someGap.End; i++)
            if (some.Text.Words[i].Upos is not Upos.DET && some.Text.Words[i].Lemma.ToLowerInvariant() is not ("someone" or "somebody" or "everyone" or "everybody" or "something" or "everything" or "many" or "several")) return null;
        if (noneGap.End - noneGap.First > 1 && none.Text.Form(noneGap.End - 1) is not "one") return null;
        int place = someGap.IsEmpty ? Math.Min(someGap.First, some.Tree.Tokens.Length - 1) : someGap.First;
        int verb = none.Text.Head(noun);
        return Denial(none.Tree.Tokens[token].Span, some.Tree.Tokens[place].Span, verb >= 0 ? none.Text.Words[verb].Lemma : none.Text.Words[noun].Lemma, l >= 0);
    }

    private static Difference Denial(TextSpan denial, TextSpan affirmed, string lemma, bool leftDenies) => leftDenies
        ? new Difference(DifferenceKind.Negation, true, [denial], [affirmed], "not " + lemma, lemma, new Confidence(900), "The first denies what the second affirms.")
        : new Difference(DifferenceKind.Negation, true, [affirmed], [denial], lemma, "not " + lemma, new Confidence(900), "The first affirms what the second denies.");

    private static int NegatorIn(SemanticModel model, TokenRange gap)
    {
        for (int i = gap.First; i < gap.End; i++)
            if (IsNegator(model, i)) return i;
        return -1;
    }

    private static bool IsNegator(SemanticModel model, int token) => model.Text.Words[token].Lemma is "not" or "never" or "n't";

    private static int NoneIn(SemanticModel model, TokenRange gap)
    {
        for (int i = gap.First; i < gap.End; i++)
            if (model.Text.Words[i].Lemma.ToLowerInvariant() is "no" or "nobody" or "none" or "nothing" or "neither") return i;
        return -1;
    }

    /// <summary>Lemmas of a gap without negation and supporting <em>do</em>.</summary>
    private static List<string> Lemmas(SemanticModel model, TokenRange gap)
    {
        var lemmas = new List<string>();
        for (int i = gap.First; i < gap.End; i++)
            if (!IsNegator(model, i) && !(model.Text.Words[i] is { Lemma: "do", Upos: Upos.AUX })) lemmas.Add(model.Text.Words[i].Lemma);
        return lemmas;
    }

    // ---- names ----

    /// <summary>A name for another in the same sentence.</summary>
    /// <remarks>
    /// Of two persons in one story both may have done the same. What one of the articles knows nothing of otherwise stands there in the place
    /// of what the other names.
    /// </remarks>
    private Difference? ReadName(TokenRange leftGap, TokenRange rightGap, int common)
    {
        const int FewestCommonWords = 5;
        if (_leftNames.Over(leftGap) is not { } l || _rightNames.Over(rightGap) is not { } r) return null;
        var (le, re) = (left.Entities[l.Entity], right.Entities[r.Entity]);
        // Father and son.
        if (Generations.MayDiffer(left, l.Span, right, r.Span)) return null;
        if (IsSame(le, re) || Letters(left, l.Span) == Letters(right, r.Span)) return Unweighed(DifferenceKind.Entity, l.Span, r.Span);
        // A house or a town may act for those who govern from it.
        bool acts = le.Type is EntityType.Location && re.Type is EntityType.Organization || le.Type is EntityType.Organization && re.Type is EntityType.Location;
        if (le.Type != re.Type && !acts && le.Type is not EntityType.Other && re.Type is not EntityType.Other) return null;
        var kind = SpeaksAt(left, l.Entity, l.Span) && SpeaksAt(right, r.Entity, r.Span) ? DifferenceKind.Attribution
            : !acts && (le.Type is EntityType.Location || re.Type is EntityType.Location) ? DifferenceKind.Place : DifferenceKind.Entity;
        _needsCopy = true;
        // A capital speaks for its land.
        bool containment = Places.MayContain(le.Name, re.Name)
            || WordRelations.Default.Relate(le.Name, Upos.PROPN, re.Name, Upos.PROPN).Kind is not (WordRelationKind.None or WordRelationKind.Exclusive or WordRelationKind.Opposite);
        bool incompatible = !containment && (given || common >= FewestCommonWords && !(_leftNames.Knows(re) && _rightNames.Knows(le)));
        return new Difference(
            kind, incompatible, [l.Span], [r.Span], le.Name, re.Name, new Confidence(800), $"In the same place the first names {ClaimWords.Quoted(left, l.Span)}, the second {ClaimWords.Quoted(right, r.Span)}.");
    }

    /// <summary>A part of a name that the other sentence leaves out: "President Joe Carter", "President Carter".</summary>
    private Difference? ReadFullName(TokenRange leftGap, TokenRange rightGap)
    {
        if (leftGap.IsEmpty == rightGap.IsEmpty) return null;
        var (gap, names, other, otherNames) = leftGap.IsEmpty ? (rightGap, _rightNames, leftGap.First, _leftNames) : (leftGap, _leftNames, rightGap.First, _rightNames);
        var (model, otherModel) = leftGap.IsEmpty ? (right, left) : (left, right);
        if (names.Over(gap) is not { } full) return null;
        foreach (int token in new[] { other, other - 1 })
        {
            if (token < 0 || token >= otherModel.Tree.Tokens.Length || otherNames.Over(new TokenRange(token, token + 1)) is not { } name || !IsSame(model.Entities[full.Entity], otherModel.Entities[name.Entity])) continue;
            return leftGap.IsEmpty ? Unweighed(DifferenceKind.Entity, name.Span, full.Span) : Unweighed(DifferenceKind.Entity, full.Span, name.Span);
        }
        return null;
    }

    /// <summary>Whether two names may be of one: by their keys, as an acronym, or by most of their words.</summary>
    private static bool IsSame(Entity left, Entity right)
    {
        if (EntityMatch.Find(left, right) is not null || IsAcronym(left.Name, right.Name) || IsAcronym(right.Name, left.Name)) return true;
        if (left.Type is not EntityType.Person || right.Type is not EntityType.Person) return false;
        string[] l = left.Keys[0].Split(' '), r = right.Keys[0].Split(' ');
        // "Hillary Rodham", "Hillary Clinton": one person may have two names.
        return l.Length > 1 && r.Length > 1 && l[0] == r[0];

        static bool IsAcronym(string acronym, string name) =>
            acronym.Length is > 1 and < 8 && acronym == string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0]));
    }

    /// <summary>A name without its signs: "F.B.I.", "FBI".</summary>
    private static string Letters(SemanticModel model, TextSpan name) => string.Concat(model.Tree.Text.ToString(name).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether a name is that of the source of what is reported, not only a part of its name.</summary>
    private static bool SpeaksAt(SemanticModel model, int entity, TextSpan name) =>
        model.Quotes.Any(quote => quote is { Cue: not null, IsReport: true, Source: { } source } && quote.Speaker == entity && source.OverlapsWith(name));

    // ---- words ----

    /// <summary>A word for its opposite: "rose", "fell"; "near the coast", "far from the coast". What is denied or only possible may hold beside its opposite.</summary>
    private Difference? ReadOpposite(TokenRange leftGap, TokenRange rightGap)
    {
        if (leftGap.IsEmpty || rightGap.IsEmpty) return null;
        int l = Weighty(left, leftGap), r = Weighty(right, rightGap);
        string how = "";
        if (l >= 0 && r >= 0)
        {
            var relation = OppositeWords.Relate(left.Text, l, right.Text, r);
            if (relation.Kind is WordRelationKind.Same) return Unweighed(DifferenceKind.Wording, left.Tree.Tokens[l].Span, right.Tree.Tokens[r].Span);
            if (relation.Kind is WordRelationKind.Opposite or WordRelationKind.Exclusive or WordRelationKind.Converse) how = relation.ToString();
            else if (OppositeWords.Opposition(left.Text, l, right.Text, r) is { } opposition) how = opposition;
        }
        if (how.Length == 0)
        {
            if (!HoldsOnlyPoles(left, leftGap, out var leftPoles) || !HoldsOnlyPoles(right, rightGap, out var rightPoles) || !leftPoles.AreOppositeTo(rightPoles)) return null;
            (l, r) = (leftGap.First, rightGap.First);
        }
        _needsCopy |= TellsWhich(left, l) || TellsWhich(right, r) || EventWords.CanBeUndone(left.Text.Words[l].Lemma) || EventWords.CanBeUndone(right.Text.Words[r].Lemma);
        bool firm = IsFirm(left, l) && IsFirm(right, r) && !IsOfSome(left, l) && !IsOfSome(right, r) && !(given && MayBeAnother(left, l) && MayBeAnother(right, r));
        var (ls, rs) = (left.Text.SpanOf(leftGap.First, leftGap.End), right.Text.SpanOf(rightGap.First, rightGap.End));
        return new Difference(
            DifferenceKind.Antonym, firm, [ls], [rs], left.Text.Words[l].Lemma, right.Text.Words[r].Lemma, new Confidence(850),
            $"Where the first has {ClaimWords.Quoted(left, ls)} the second has {ClaimWords.Quoted(right, rs)}{(how.Length > 0 ? $" ({how})" : "")}.");
    }

    /// <summary>
    /// Whether a word tells of somebody not spoken of before, so that beside a woman who sings a man may sing: who it is and how old, what colour it has,
    /// what somebody does who is only introduced. In articles that copy each other there is no other.
    /// </summary>
    private static bool MayBeAnother(SemanticModel model, int token)
    {
        var word = model.Text.Words[token];
        if (OppositeWords.IsColour(word.Lemma)) return true;
        if (word.Upos is Upos.NOUN) return IsPerson(word.Lemma);
        if (word.Lemma is "young" or "old" or "elderly" && model.Text.Head(token) is var noun and >= 0 && IsPerson(model.Text.Words[noun].Lemma) && !IsDefinite(model, noun)) return true;
        return word.Upos is Upos.VERB && model.Text.Dependent(token, DependencyRelation.Nsubj) is var subject and >= 0 && !IsDefinite(model, subject);
    }

    /// <summary>Whether a word tells which one is meant, and says nothing of it: "the left bank", "a woman", "flights to Marlow".</summary>
    private static bool TellsWhich(SemanticModel model, int token)
    {
        var word = model.Text.Words[token];
        if (word.Upos is Upos.NOUN or Upos.PROPN) return true;
        if (word.Relation.Universal() is DependencyRelation.Case)
            return model.Text.Head(token) is var noun and >= 0 && model.Text.Words[noun].Relation.Universal() is DependencyRelation.Nmod;
        return word.Relation.Universal() is DependencyRelation.Amod or DependencyRelation.Det or DependencyRelation.Compound or DependencyRelation.Nmod;
    }

    /// <summary>Whether a noun is a kind of person.</summary>
    internal static bool IsPerson(string lemma) => lemma is "person" or "people" || WordRelations.Default.Relate(lemma, Upos.NOUN, "person", Upos.NOUN).Kind is WordRelationKind.Narrower or WordRelationKind.Same;

    /// <summary>Whether a noun speaks of something known: a name, a pronoun, "the" and the like, somebody's.</summary>
    internal static bool IsDefinite(SemanticModel model, int noun)
    {
        if (model.Text.Words[noun].Upos is Upos.PROPN or Upos.PRON) return true;
        bool introduced = false;
        foreach (int dependent in model.Text.Dependents(noun))
        {
            if (model.Text.Words[dependent].Relation is DependencyRelation.NmodPoss || model.Text.Words[dependent] is { Upos: Upos.DET, Lemma: "the" or "this" or "that" or "these" or "those" }) return true;
            introduced |= model.Text.Words[dependent].Upos is Upos.DET or Upos.NUM;
        }
        // "Profit rose": what is not counted needs no article.
        return !introduced && model.Text.Words[noun].Xpos is Xpos.NN && !IsPerson(model.Text.Words[noun].Lemma);
    }

    /// <summary>The one word of meaning in a gap; -1 where there are none or several.</summary>
    private static int Weighty(SemanticModel model, TokenRange gap)
    {
        int found = -1;
        for (int i = gap.First; i < gap.End; i++)
        {
            if (model.Text.Words[i].Upos is Upos.PUNCT or Upos.DET or Upos.AUX or Upos.PART || model.Text.Words[i].Lemma is "of") continue;
            if (found >= 0) return -1;
            found = i;
        }
        return found;
    }

    private static bool HoldsOnlyPoles(SemanticModel model, TokenRange gap, out Poles poles)
    {
        poles = default;
        for (int i = gap.First; i < gap.End; i++)
        {
            var form = model.Text.Form(i);
            if (form is "in" && i + 2 < gap.End && model.Text.Form(i + 1) is "front")
            {
                poles |= OppositeWords.PolesOf("in front of");
                i += 2;
                continue;
            }
            // "Far away from": the words around it only lead on.
            if (OppositeWords.PolesOf(form) is var found && found == default && form is not ("away" or "of" or "the" or "very" or "so" or "quite")) return false;
            if (form is not ("to" or "from") || gap.End - gap.First == 1) poles |= found;
        }
        return true;
    }

    /// <summary>Whether a verb is said of only some of a kind: half of the voters may back what half oppose.</summary>
    private static bool IsOfSome(SemanticModel model, int token) =>
        model.Text.Words[token].Upos is Upos.VERB && model.Text.Dependent(token, DependencyRelation.Nsubj, DependencyRelation.NsubjPass) is var subject and >= 0 && ClaimProfile.IsSome(model.Text, subject);

    /// <summary>Whether what a word is part of is affirmed and certain: nothing that it hangs on is denied or only possible.</summary>
    private static bool IsFirm(SemanticModel model, int token)
    {
        const int Furthest = 12;
        for (int i = token, steps = 0; i >= 0 && steps < Furthest; i = model.Text.Head(i), steps++)
            foreach (int dependent in model.Text.Dependents(i))
                if (dependent != token && (IsNegator(model, dependent) || model.Text.Words[dependent] is { Upos: Upos.DET, Lemma: "no" } or { Upos: Upos.AUX, Lemma: "may" or "might" or "could" })) return false;
        return true;
    }

    // ---- what does not count ----

    /// <summary>The same words in another spelling: "labour", "did not" for "didn't".</summary>
    private Difference? ReadSpelling(TokenRange leftGap, TokenRange rightGap)
    {
        if (leftGap.IsEmpty || rightGap.IsEmpty || Spoken(left, leftGap) != Spoken(right, rightGap)) return null;
        return Unweighed(DifferenceKind.Wording, left.Text.SpanOf(leftGap.First, leftGap.End), right.Text.SpanOf(rightGap.First, rightGap.End));

        static string Spoken(SemanticModel model, TokenRange gap)
        {
            var words = new StringBuilder();
            Span<char> buffer = stackalloc char[SpokenWords.LongestWord];
            for (int i = gap.First; i < gap.End;)
            {
                words.Append(SpokenWords.Read(model.Text, i, gap.End, buffer, out int next)).Append(' ');
                i = next;
            }
            return words.ToString();
        }
    }

    /// <summary>A difference that was read and is none.</summary>
    private static Difference Unweighed(DifferenceKind kind, TextSpan l, TextSpan r) => new(kind, false, [l], [r], "", "", Confidence.Full, "");

    /// <summary>Whether a gap holds nothing that could make the sentence speak of something else: signs, articles.</summary>
    private static bool IsWeightless(SemanticModel model, TokenRange gap)
    {
        for (int i = gap.First; i < gap.End; i++)
            if (model.Text.Words[i].Upos is not (Upos.PUNCT or Upos.SYM) && model.Text.Words[i].Lemma.ToLowerInvariant() is not ("the" or "a" or "an" or "that")) return false;
        return true;
    }

    /// <summary>A range of tokens.</summary>
    /// <param name="First">The first.</param>
    /// <param name="End">Just past the last.</param>
    private readonly record struct TokenRange(int First, int End)
    {
        public bool IsEmpty => First == End;
    }

    /// <summary>The names of a model by their tokens; read when first asked for.</summary>
    private sealed class NamesAt(SemanticModel model)
    {
        private List<(int First, int End, int Entity, TextSpan Span)>? _names;
        private HashSet<string>? _keys;

        /// <summary>The one name that a gap lies in or covers.</summary>
        public (int Entity, TextSpan Span)? Over(TokenRange gap)
        {
            if (gap.IsEmpty) return null;
            _names ??= Read();
            int low = 0, high = _names.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (_names[middle].End <= gap.First) low = middle + 1;
                else high = middle;
            }
            if (low == _names.Count || _names[low] is var name && name.First >= gap.End) return null;
            if (low + 1 < _names.Count && _names[low + 1].First < gap.End) return null;
            name = _names[low];
            // A title that is given with one name and not with the other is no other person's.
            for (int i = gap.First; i < gap.End; i++)
                if ((i < name.First || i >= name.End) && model.Text.Words[i].Upos is not (Upos.PROPN or Upos.PUNCT)) return null;
            return (name.Entity, name.Span);
        }

        /// <summary>Whether the article names an entity of another.</summary>
        public bool Knows(Entity other)
        {
            _keys ??= [.. model.Entities.SelectMany(entity => entity.Keys)];
            return other.Keys.Any(_keys.Contains);
        }

        private List<(int First, int End, int Entity, TextSpan Span)> Read()
        {
            var names = new List<(int First, int End, int Entity, TextSpan Span)>();
            foreach (var entity in model.Entities)
                foreach (var mention in entity.Mentions)
                    if (mention.Kind is MentionKind.Name) names.Add((mention.FirstToken, mention.EndToken, entity.Index, mention.Span));
            names.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End.CompareTo(b.End));
            return names;
        }
    }
}
