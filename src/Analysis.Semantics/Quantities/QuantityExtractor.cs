using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Finds numbers, what they measure and what they count.</summary>
/// <remarks>
/// Reads words only: no culture. Numbers that are parts of dates, names, addresses and labels are no quantities; what cannot be told is left
/// out or left null. Linear in the number of tokens.
/// </remarks>
internal sealed class QuantityExtractor
{
    private readonly AnnotatedText _text;
    private readonly ImmutableArray<DateMention> _dates;
    private readonly QuantityScope _scope;
    private readonly AsOfDates _asOf;
    private readonly VagueReader _vague;
    private readonly PartReader _parts;
    private readonly RankReader _ranks;
    private readonly AgeReader _ages;
    private readonly RangeReader _ranges;
    private readonly ScoreReader _scores;
    private readonly MeasureReader _measures;
    private readonly CountReader _counts;
    private readonly FusedReader _fused;

    private QuantityExtractor(AnnotatedText text, ImmutableArray<DateMention> dates)
    {
        _text = text;
        _dates = dates;
        _asOf = new AsOfDates(text, dates);
        _scope = new QuantityScope(text, dates);
        _vague = new VagueReader(_scope);
        _parts = new PartReader(_scope);
        _ranks = new RankReader(_scope);
        _ages = new AgeReader(_scope);
        _ranges = new RangeReader(_scope);
        _scores = new ScoreReader(_scope);
        _measures = new MeasureReader(_scope);
        _counts = new CountReader(_scope);
        _fused = new FusedReader(_scope);
    }

    private TokenWindow Window => _scope.Window;

    /// <summary>Finds the quantities of a text.</summary>
    /// <param name="text">The text with its grammar.</param>
    /// <param name="dates">Its dates in order, as <see cref="DateExtractor"/> finds them.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The quantities in order; they do not overlap.</returns>
    public static ImmutableArray<Quantity> Extract(AnnotatedText text, ImmutableArray<DateMention> dates, CancellationToken cancellation)
    {
        var extractor = new QuantityExtractor(text, dates);
        foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches()))
        {
            cancellation.ThrowIfCancellationRequested();
            extractor._scope.Window = new TokenWindow(text, sentence.FirstToken, sentence.EndToken);
            for (int token = sentence.FirstToken; token < sentence.EndToken;) token = Math.Max(token + 1, extractor.ReadAt(token));
        }
        return [.. extractor._scope.Found];
    }

    /// <summary>Reads at a token, adds what it finds and says where to go on.</summary>
    private int ReadAt(int token)
    {
        if (_scope.DateAt(token) is var date and >= 0) return ReadInDate(token, _dates[date]);
        if (!CanStart(token)) return token + 1;
        if (_vague.Read(token) is { } vague) return Add(vague);
        if (_parts.ReadHalf(token) is { } half) return Add(half);
        if (_ranks.ReadFromEnd(token) is { } fromEnd) return Add(fromEnd);
        if (_fused.Read(token) is { } fused) return Add(_measures.WithRate(fused));
        bool money = TryFindCurrency(token, out int first, out var currency, out decimal codeScale);
        bool between = Window.Is(first - 1, "between") || Window.Is(first - 2, "between") && Window.Is(first - 1, "minus", "negative");
        if (!NumberParser.TryRead(Window, token, money, between, out var number)) return token + 1;
        if (!money && NumberLabels.IsLabel(Window, number, _scope.IsDate)) return PastLabel(number);
        var draft = number.Form switch
        {
            NumberForm.Ordinal => _ranks.Read(number),
            NumberForm.Fraction => Signed(_parts.ReadFraction(number)),
            _ when money => ReadMoney(number, first, currency, codeScale),
            _ => _ages.Read(number) ?? _parts.ReadRatio(number),
        };
        if (draft is { } read) return Add(read);
        return number.Form is NumberForm.Cardinal ? ReadCardinal(number) : number.End;
    }

    /// <summary>Whether a quantity may start at a token; most words are turned away by one look-up.</summary>
    private bool CanStart(int token)
    {
        var form = Window.Form(token);
        return Window.Kind(token) switch
        {
            SyntaxKind.Number => true,
            SyntaxKind.Word => char.IsAsciiDigit(form[^1]) || NumberWords.Starts.Contains(form),
            SyntaxKind.Symbol => NumberWords.FractionSign(form) > 0m,
            _ => false,
        };
    }

    /// <summary>A length of time is a quantity too; all other numbers inside of dates are none.</summary>
    private int ReadInDate(int token, DateMention date)
    {
        bool counts = date.Kind is DateKind.Duration || Window.Is(date.EndToken - 1, "earlier", "later");
        if (token != date.FirstToken || !counts || !LengthReader.TryRead(Window, token, out var length) || !length.Counted) return date.EndToken;
        var (amount, unit) = length.InFinestUnit();
        int end = Add(new QuantityDraft(token, length.End, token, length.NumberEnd, QuantityKind.Duration) { Value = amount, Unit = unit.ToString() });
        return Math.Max(date.EndToken, end);
    }

    /// <summary>Finds the sign or code of a currency in front of a number: <c>US$</c>, <c>EUR</c>; the words stand behind.</summary>
    private bool TryFindCurrency(int token, out int first, out UnitMatch currency, out decimal scale)
    {
        scale = 1m;
        first = token;
        currency = default;
        var before = Window.Form(token - 1);
        bool sign = Window.Kind(token - 1) is SyntaxKind.Symbol || before.Length is > 0 and <= 4 && char.IsUpper(before[0]);
        if (!sign || Window.Kind(token) is not (SyntaxKind.Number or SyntaxKind.Word)) return false;
        if (UnitLexicon.TryReadCurrencyBefore(Window, token, out first, out currency) && first >= _scope.Floor)
        {
            // "Euro 2024": words stand behind, only codes and signs in front.
            const int LongestCode = 3;
            if (first == token - 1 && before.Length > LongestCode && char.IsLetter(before[^1]))
            {
                first = token;
                return false;
            }
            // "A $5 wage", "gave us $10": the word apart from the sign is none of it. Text that was taken apart has a space behind the sign too: "us $ 10".
            if (first < token - 1 && !Window.IsGlued(first + 1) && Window.IsGlued(token) && (Window.Form(first).Length == 1 || !Window.IsCapitalized(first)))
                return UnitLexicon.TryReadCurrency(Window, first = token - 1, out currency);
            return true;
        }
        if (UnitLexicon.TryReadScaledCode(Window, token - 1, out currency, out scale) && token - 1 >= _scope.Floor)
        {
            first = token - 1;
            return true;
        }
        first = token;
        currency = default;
        return false;
    }

    private QuantityDraft ReadMoney(ParsedNumber number, int first, UnitMatch currency, decimal scale)
    {
        var draft = _ranges.Read(number, money: true, currency) is { } range
            ? new QuantityDraft(first, range.End, number.First, range.End, QuantityKind.Money) { Low = range.Low, High = range.High }
            : new QuantityDraft(first, number.End, number.First, number.End, QuantityKind.Money)
            {
                Value = NumberParser.TryMultiply(number.Value, scale, out decimal whole) ? NumberParser.Trimmed(whole) : number.Value,
            };
        return _measures.WithRate(_measures.WithSpokenCents(draft with { Unit = currency.Name }));
    }

    private int ReadCardinal(ParsedNumber number)
    {
        if (_scores.Read(number, out int end) is { } score) return Add(score);
        if (end > 0) return end;
        var range = _ranges.Read(number, money: false, default);
        var draft = range is { } both
            ? new QuantityDraft(both.First, both.End, both.First, both.End, QuantityKind.Cardinal) { Low = both.Low, High = both.High }
            : Signed(new QuantityDraft(number.First, number.End, number.First, number.End, QuantityKind.Cardinal) { Value = number.Value });
        var measured = _measures.WithUnit(draft, range?.Scale ?? number.Scale) ?? _measures.WithUnitOfNext(draft);
        var found = measured is { } amount ? _measures.WithRate(amount) : _counts.Read(number, draft);
        return found is { } quantity ? Add(quantity) : draft.End;
    }

    /// <summary>
    /// Takes in a minus: the word anywhere but in <em>plus or minus</em>, the sign only where something is measured that may be below
    /// nothing, or where there is nothing else in the text.
    /// </summary>
    private QuantityDraft Signed(QuantityDraft draft)
    {
        int before = draft.First - 1;
        if (before < _scope.Floor || draft.Value is not { } value) return draft;
        bool word = Window.Is(before, "minus", "negative") && !Window.Is(before - 1, "or");
        bool sign = !word && Window.IsDash(before) && IsMinus(before, draft);
        return word || sign ? draft with { First = before, NumberFirst = before, Value = -value } : draft;
    }

    private bool IsMinus(int dash, QuantityDraft draft)
    {
        if (NumberParser.IsAlone(Window, dash, draft.End)) return true;
        if (Window.IsGlued(dash)) return false;
        if (!UnitLexicon.TryReadUnit(Window, draft.End, out var unit) || unit.Class is not ("percent" or "temperature" or "angle")) return false;
        if (Window.IsGlued(draft.First)) return true;
        // Text that was taken apart has a space behind the sign; behind a preposition or an infinitive no dash can stand.
        return Window.Is(dash, "-") && (Window.Upos(dash - 1) is Upos.ADP || Window.Xpos(dash - 1) is Xpos.VB);
    }

    /// <summary>Past the label, and past what is joined to it: the rest of a telephone number.</summary>
    private int PastLabel(ParsedNumber number)
    {
        int end = number.End;
        while (Window.IsJoint(end) && Window.Kind(end + 1) is SyntaxKind.Number) end += 2;
        return end;
    }

    /// <summary>Adds a quantity with its hedge and date, and says where it ends.</summary>
    private int Add(QuantityDraft draft)
    {
        int end = draft.End;
        int first = draft.First;
        var precision = draft.Precision;
        if (precision is Precision.Exact)
        {
            precision = Hedges.FindBefore(Window, first, draft.Kind, out first);
            // The word belongs to the quantity before: "5 or more than ten".
            if (first < _scope.Floor) (precision, first) = (Precision.Exact, draft.First);
            if (draft.Kind is not (QuantityKind.Ordinal or QuantityKind.Score)) precision = Hedges.WithBehind(Window, precision, ref end);
        }
        bool timeless = draft.Kind is QuantityKind.Age or QuantityKind.Ordinal or QuantityKind.Score or QuantityKind.Duration;
        var quantity = new Quantity(
            _text.SpanOf(first, end), first, end, _text.SpanOf(draft.NumberFirst, draft.NumberEnd), draft.Kind, draft.Value, draft.Low, draft.High,
            draft.Unit ?? "", precision, draft.Counted, timeless ? -1 : _asOf.Find(first, end))
        { Confidence = QuantityConfidence.Of(draft) };
        if (_scope.Found.Count > 0 && BetweenBounds(_scope.Found[^1], quantity) is { } range) _scope.Found[^1] = range;
        else _scope.Found.Add(quantity);
        return end;
    }

    /// <summary><em>More than 10 and less than 40</em>: two bounds of one quantity are a range; null when they are not.</summary>
    private Quantity? BetweenBounds(Quantity left, Quantity right)
    {
        if (left is not { Precision: Precision.MoreThan or Precision.AtLeast, Value: { } low } || right is not { Precision: Precision.LessThan or Precision.AtMost, Value: { } high }) return null;
        if (right.FirstToken != left.EndToken + 1 || !Window.Is(left.EndToken, "and", "but") || low >= high) return null;
        bool same = left.Kind == right.Kind && left.Unit == right.Unit || left is { Kind: QuantityKind.Cardinal or QuantityKind.Fraction, Counted: null };
        if (!same || left.Counted is not null && left.Counted.Value.Lemma != right.Counted?.Lemma) return null;
        return right with
        {
            Span = _text.SpanOf(left.FirstToken, right.EndToken),
            FirstToken = left.FirstToken,
            Number = new TextSpan(left.Number.Start, right.Number.End),
            Value = null,
            Low = low,
            High = high,
            Precision = Precision.Exact,
        };
    }
}
