using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads ages: <em>50-year-old</em>, <em>52 years old</em>, <em>aged 52</em>, <em>Jonas Tverrin, 52,</em>, <em>children under 12</em>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class AgeReader(QuantityScope scope)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AgedPeople = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "child", "children", "people", "men", "women", "boys", "girls", "kids", "those", "anyone", "adults", "pupils", "players",
        "teenagers", "voters", "aged", "age").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Nouns that are said of nobody but persons.</summary>
    private static readonly FrozenSet<string> Persons = FrozenSet.Create(
        StringComparer.Ordinal, "man", "woman", "boy", "girl", "father", "mother", "son", "daughter", "brother", "sister", "husband", "wife",
        "driver", "victim", "suspect", "teacher", "officer", "student", "actor", "actress", "singer", "player", "captain", "pilot", "teenager",
        "resident", "widow", "survivor", "gunman", "passenger", "cyclist", "motorist", "pensioner", "nurse", "farmer", "defendant");

    /// <summary>What persons do behind their age.</summary>
    private static readonly FrozenSet<string> Speech = FrozenSet.Create(
        StringComparer.Ordinal, "say", "tell", "add", "be", "have", "recall", "explain", "write", "ask", "die", "deny", "plead", "admit", "face",
        "suffer", "live", "work", "join", "describe", "insist", "claim", "appear", "win", "play");

    private TokenWindow Window => scope.Window;

    /// <summary>Reads the age whose number is given; null when it is none.</summary>
    public QuantityDraft? Read(ParsedNumber number)
    {
        int first = number.First;
        int end = number.End;
        var draft = new QuantityDraft(first, end, first, end, QuantityKind.Age) { Value = number.Value, Unit = "Year" };
        // "18-to-34-year-olds"
        if (Window.IsJoint(end) && Window.Is(end + 1, "to") && Window.IsJoint(end + 2) && NumberParser.TryRead(Window, end + 3, false, false, out var upper)
            && upper.Value > number.Value && Window.IsJoint(upper.End) && Window.Is(upper.End + 1, "year") && Window.IsJoint(upper.End + 2) && Window.Is(upper.End + 3, "old", "olds"))
            return draft with { End = upper.End + 4, NumberEnd = upper.End, Value = null, Low = number.Value, High = upper.Value };
        int unitToken = Window.IsJoint(end) ? end + 1 : end;
        if (DateWords.Units.TryGetValue(Window.Form(unitToken), out var unit)
            && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
        {
            int old = Window.IsJoint(unitToken + 1) ? unitToken + 2 : unitToken + 1;
            if (Window.Is(old, "old"))
                return draft with { End = old + 1, Unit = unit.ToString(), Counted = AgedBehind(first, old + 1) };
            if (Window.Is(old, "olds")) return draft with { End = old + 1, Unit = unit.ToString() };
            if (Window.Are(unitToken + 1, "of", "age")) return draft with { End = unitToken + 3, Unit = unit.ToString() };
            if (Window.Is(first - 1, "aged")) return draft with { End = unitToken + 1, First = first - 1, Unit = unit.ToString() };
            return null;
        }
        if (number.Value is < 0m or > 125m || number.Value != decimal.Truncate(number.Value)) return null;
        bool aged = Window.Is(first - 1, "aged", "ages") || Window.Is(first - 1, "age")
            || Window.Is(first - 1, "of") && Window.Is(first - 2, "age", "ages");
        aged |= Window.Is(first - 1, "between") && (Window.Is(first - 2, "aged", "ages")
            || Window.Is(first - 2, "of") && Window.Is(first - 3, "ages", "age"));
        if (aged && new RangeReader(scope).Read(number, false, default, joined: true) is { } range)
            return draft with { End = range.End, NumberEnd = range.End, Value = null, Low = range.Low, High = range.High };
        // "between the ages of 18 and 29"
        if (Window.Are(first - 4, "between", "the", "ages", "of") && Window.Is(end, "and")
            && NumberParser.TryRead(Window, end + 1, false, false, out var older) && older.Value > number.Value)
            return draft with { End = older.End, NumberEnd = older.End, Value = null, Low = number.Value, High = older.Value };
        bool closed = Window.Is(end, ",") || Window.Is(end, ".") || Window.Is(end, ";", ")") || end >= Window.End;
        if (Window.Is(first - 1, "aged") && !Window.IsNoun(end)) return draft with { First = first - 1, Counted = AgedBefore(first - 1) };
        if (Window.Is(first - 1, "age") && !Window.IsNoun(end)
            && Window.Kind(first - 2) is not SyntaxKind.Number) return draft with { First = first - 1 };
        if (Window.Is(first - 1, "of") && Window.Is(first - 2, "age", "ages") && !Window.IsNoun(end)) return draft;
        if (Window.Is(first - 1, "under", "over") && Window.IsIn(first - 2, AgedPeople) && !Window.IsNoun(end) && Window.Upos(end) is not Upos.ADJ)
            return draft with { Counted = CountedNouns.Of(Window, first - 2, first - 2) };
        // "Sigrun Aumholt, 61, the mayor"
        if (number.InDigits && closed && Window.Is(first - 1, ",") && number.Value >= 1m && (IsPersonName(first - 2) || IsSurname(first - 2, end)))
            return draft with { Counted = AgedBefore(first - 1) };
        return closed && IsSaidOfPerson(first) ? draft : null;
    }

    /// <summary><em>Aumholt, 61, told</em>, <em>the driver, 61, was</em>: where what follows the second comma goes on with a person.</summary>
    private bool IsSurname(int name, int comma)
    {
        if (Window.Is(comma, ",") && Persons.Contains(Window.Lemma(name)) && Window.Xpos(name) is Xpos.NN) return true;
        if (Window.Upos(name) is not Upos.PROPN || !Window.IsCapitalized(name) || scope.IsDate(name) || !Window.Is(comma, ",")) return false;
        if (Window.Upos(name - 1) is Upos.ADP or Upos.NUM or Upos.PROPN || !Window.Is(comma + 1, "who") && !IsToldOf(comma + 1)) return false;
        return name == Window.First || Window.Kind(name - 1) is SyntaxKind.Punctuation && !Window.Is(name - 1, ",") || Window.Upos(name - 1) is Upos.CCONJ or Upos.SCONJ or Upos.VERB;
    }

    private bool IsToldOf(int token) => Window.Xpos(token) is Xpos.VBD or Xpos.VBZ && Speech.Contains(Window.Lemma(token));

    /// <summary><em>She is 45</em>, <em>when he turned 18</em>.</summary>
    private bool IsSaidOfPerson(int number)
    {
        int verb = number - 1;
        if (Window.Is(verb, "just", "now") || Window.Is(verb, "only", "already")) verb--;
        if (Window.Lemma(verb) is "turn" && Window.Upos(verb) is Upos.VERB) return true;
        return Window.Lemma(verb) is "be" && (Window.Is(verb - 1, "he", "she") || Window.Is(verb - 1, "i"));
    }

    /// <summary>A name of two words or more: one alone (<em>Paris, 12,</em>) may be a place.</summary>
    private bool IsPersonName(int last) =>
        Window.Upos(last) is Upos.PROPN && Window.IsCapitalized(last) && Window.IsCapitalized(last - 1) && !scope.IsDate(last)
            && Window.Kind(last - 1) is SyntaxKind.Word
        && Window.Upos(last - 1) is Upos.PROPN or Upos.X or Upos.NOUN or Upos.ADJ;

    /// <summary>Who is as old: the noun or name behind <em>50-year-old</em>.</summary>
    private Counted? AgedBehind(int number, int start)
    {
        if (!Window.Has(start) || scope.IsDate(start)) return null;
        if (!CountedNouns.TryFindHead(Window, start, scope.IsDate, out int head)) return null;
        // "the 29-year-old tackles the question": a plural needs a number of its own.
        if (Window.Xpos(head) is Xpos.NNS && Window.Upos(number - 1) is not Upos.NUM && !Window.Is(number - 1, "these", "those")) return null;
        // The first word of a name is its head for the parser; the last one is what people are called by.
        while (Window.Upos(head) is Upos.PROPN && Window.Upos(head + 1) is Upos.PROPN && head + 1 < Window.End) head++;
        return CountedNouns.Of(Window, head, start);
    }

    private Counted? AgedBefore(int comma)
    {
        int head = Window.Is(comma - 1, ",") ? comma - 2 : comma - 1;
        if (!Window.IsNoun(head)) return null;
        int first = head;
        while (Window.Upos(first) is Upos.PROPN && Window.Upos(first - 1) is Upos.PROPN && Window.IsCapitalized(first - 1)) first--;
        return CountedNouns.Of(Window, head, first);
    }
}
