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
        if (Window.Kind(token) is not (SyntaxKind.Word or SyntaxKind.Number or SyntaxKind.Symbol)) return token + 1;
        if (_vague.Read(token) is { } vague) return Add(vague);
        if (_parts.ReadHalf(token) is { } half) return Add(half);
        bool money = TryFindCurrency(token, out int first, out var currency);
        bool between = Window.Is(first - 1, "between");
        if (!NumberParser.TryRead(Window, token, money, between, out var number)) return token + 1;
        if (!money && NumberLabels.IsLabel(Window, number, _scope.IsDate)) return PastLabel(number);
        var draft = number.Form switch
        {
            NumberForm.Ordinal => _ranks.Read(number),
            NumberForm.Fraction => _parts.ReadFraction(number),
            _ when money => ReadMoney(number, first, currency),
            _ => _ages.Read(number) ?? _parts.ReadRatio(number),
        };
        if (draft is { } read) return Add(read);
        return number.Form is NumberForm.Cardinal ? ReadCardinal(number) : number.End;
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
    private bool TryFindCurrency(int token, out int first, out UnitMatch currency)
    {
        bool sign = Window.Kind(token - 1) is SyntaxKind.Symbol || Window.IsCapitalized(token - 1) && Window.Form(token - 1).Length <= 4;
        if (sign && UnitLexicon.TryReadCurrencyBefore(Window, token, out first, out currency) && first >= _scope.Floor) return true;
        first = token;
        currency = default;
        return false;
    }

    private QuantityDraft ReadMoney(ParsedNumber number, int first, UnitMatch currency)
    {
        var draft = _ranges.Read(number, money: true, currency) is { } range
            ? new QuantityDraft(first, range.End, number.First, range.End, QuantityKind.Money) { Low = range.Low, High = range.High }
            : new QuantityDraft(first, number.End, number.First, number.End, QuantityKind.Money) { Value = number.Value };
        return _measures.WithRate(draft with { Unit = currency.Name });
    }

    private int ReadCardinal(ParsedNumber number)
    {
        if (_scores.Read(number, out int end) is { } score) return Add(score);
        if (end > 0) return end;
        var range = _ranges.Read(number, money: false, default);
        var draft = range is { } both
            ? new QuantityDraft(number.First, both.End, number.First, both.End, QuantityKind.Cardinal) { Low = both.Low, High = both.High }
            : Signed(new QuantityDraft(number.First, number.End, number.First, number.End, QuantityKind.Cardinal) { Value = number.Value });
        var measured = _measures.WithUnit(draft, range?.Scale ?? number.Scale) ?? _measures.WithUnitOfNext(draft);
        var found = measured is { } amount ? _measures.WithRate(amount) : _counts.Read(number, draft);
        return found is { } quantity ? Add(quantity) : draft.End;
    }

    /// <summary>Takes in a minus: the word anywhere but in <em>plus or minus</em>, the sign only where something is measured.</summary>
    private QuantityDraft Signed(QuantityDraft draft)
    {
        int before = draft.First - 1;
        if (before < _scope.Floor) return draft;
        bool word = Window.Is(before, "minus", "negative") && !Window.Is(before - 1, "or");
        bool sign = Window.IsDash(before) && Window.IsGlued(draft.First) && !Window.IsGlued(before)
            && UnitLexicon.TryReadUnit(Window, draft.End, out var unit) && unit.Class is "percent" or "temperature" or "angle";
        return word || sign ? draft with { First = before, Value = -draft.Value } : draft;
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
            if (precision is Precision.Exact && draft.Kind is not (QuantityKind.Ordinal or QuantityKind.Score))
                precision = Hedges.FindBehind(Window, end, out end);
        }
        bool timeless = draft.Kind is QuantityKind.Age or QuantityKind.Ordinal or QuantityKind.Score or QuantityKind.Duration;
        _scope.Found.Add(new Quantity(
            _text.SpanOf(first, end), first, end, _text.SpanOf(draft.NumberFirst, draft.NumberEnd), draft.Kind, draft.Value, draft.Low, draft.High,
            draft.Unit ?? "", precision, draft.Counted, timeless ? -1 : _asOf.Find(first, end)));
        return end;
    }
}
