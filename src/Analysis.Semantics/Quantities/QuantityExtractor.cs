using System.Collections.Frozen;
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
internal static class QuantityExtractor
{
    /// <summary>Finds the quantities of a text.</summary>
    /// <param name="text">The text with its grammar.</param>
    /// <param name="dates">Its dates in order, as <see cref="DateExtractor"/> finds them.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The quantities in order; they do not overlap.</returns>
    public static ImmutableArray<Quantity> Extract(AnnotatedText text, ImmutableArray<DateMention> dates, CancellationToken cancellation)
    {
        var reader = new Reader(text, dates);
        foreach (var sentence in text.Tree.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Read(sentence);
        }
        return [.. reader.Quantities];
    }

    /// <summary>An amount that has been read, before it is known what it counts.</summary>
    /// <param name="First">First token with the currency sign or minus, without the hedge.</param>
    /// <param name="End">Just past the unit.</param>
    /// <param name="NumberFirst">First token of the number's words.</param>
    /// <param name="NumberEnd">Just past the number's words.</param>
    /// <param name="Kind">What kind.</param>
    private readonly record struct Draft(int First, int End, int NumberFirst, int NumberEnd, QuantityKind Kind)
    {
        public decimal? Value { get; init; }

        public decimal? Low { get; init; }

        public decimal? High { get; init; }

        public string? Unit { get; init; }

        public Precision Precision { get; init; }

        public Counted? Counted { get; init; }
    }

    private sealed class Reader
    {
        private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AgedPeople = Words(
            "child", "children", "people", "men", "women", "boys", "girls", "kids", "those", "anyone", "adults", "pupils", "players", "teenagers", "voters", "aged", "age");

        private static readonly FrozenSet<string> Paying = FrozenSet.Create(
            StringComparer.Ordinal, "pay", "cost", "fine", "spend", "worth", "price", "charge", "earn", "borrow", "owe", "sell", "buy", "invest", "donate", "raise",
            "wage", "salary", "fee", "ticket", "loan", "debt", "cheque", "budget", "sterling");

        private static readonly FrozenSet<string> Warmth = FrozenSet.Create(
            StringComparer.Ordinal, "temperature", "heat", "warm", "cold", "thermostat", "fever", "forecast", "hot", "weather", "cool", "thermometer", "warming", "cooler", "warmer");

        /// <summary>Nouns behind <em>one</em> that make it an indefinite pronoun.</summary>
        private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IndefiniteNouns = Words(
            "day", "thing", "way", "another", "side", "hand", "time", "point", "example", "reason", "such", "more", "last", "final");

        private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PartsOfTimeAndGame = Words(
            "first", "second", "other", "last", "top", "bottom", "better", "latter", "opening");

        private readonly AnnotatedText _text;
        private readonly ImmutableArray<DateMention> _dates;
        private readonly AsOfDates _asOf;
        private readonly Func<int, bool> _isDate;

        /// <summary>For every token, the index of the date it is a part of, or -1.</summary>
        private readonly int[] _dateAt;

        private TokenWindow _window;

        public Reader(AnnotatedText text, ImmutableArray<DateMention> dates)
        {
            _text = text;
            _dates = dates;
            _asOf = new AsOfDates(text, dates);
            _isDate = token => _dateAt![token] >= 0;
            _dateAt = new int[text.Tree.Tokens.Length];
            Array.Fill(_dateAt, -1);
            for (int i = 0; i < dates.Length; i++) _dateAt.AsSpan(dates[i].FirstToken..dates[i].EndToken).Fill(i);
        }

        public List<Quantity> Quantities { get; } = [];

        /// <summary>Just past the last quantity; what comes next may not reach behind it.</summary>
        private int Floor => Quantities.Count > 0 ? Quantities[^1].EndToken : 0;

        public void Read(SentenceSyntax sentence)
        {
            _window = new TokenWindow(_text, sentence.FirstToken, sentence.EndToken);
            for (int token = sentence.FirstToken; token < sentence.EndToken;)
            {
                int end = ReadAt(token);
                token = Math.Max(token + 1, end);
            }
        }

        /// <summary>Reads at a token, adds what it finds and says where to go on.</summary>
        private int ReadAt(int token)
        {
            if (_dateAt[token] is var date and >= 0) return ReadInDate(token, _dates[date]);
            if (!CanStart(token)) return token + 1;
            if (ReadVague(token) is { } vague) return Add(vague);
            if (ReadHalf(token) is { } half) return Add(half);
            var (number, sign) = ReadNumber(token, out int currencyStart, out var currency);
            if (number is not { } read) return token + 1;
            if (currencyStart == read.First && NumberLabels.IsLabel(_window, read, _isDate)) return SkipLabel(read);
            switch (read.Form)
            {
                case NumberForm.Ordinal:
                    return ReadOrdinal(read) is { } ordinal ? Add(ordinal) : read.End;
                case NumberForm.Fraction:
                    return Add(ReadFraction(read));
                default:
                    return ReadCardinal(read, sign, currencyStart, currency, out int end) is { } draft ? Add(draft) : end;
            }
        }

        private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
            FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words).GetAlternateLookup<ReadOnlySpan<char>>();

        private bool CanStart(int token) => _window.Kind(token) is SyntaxKind.Word or SyntaxKind.Number or SyntaxKind.Symbol;

        /// <summary>Past the label, and past what is joined to it: the <c>19</c> of <c>COVID-19-related</c>, the rest of a telephone number.</summary>
        private int SkipLabel(ParsedNumber number)
        {
            int end = number.End;
            while (_window.IsJoint(end) && _window.Kind(end + 1) is SyntaxKind.Number) end += 2;
            return end;
        }

        private int Add(Draft draft)
        {
            int end = draft.End;
            int first = draft.First;
            var precision = draft.Precision;
            if (precision is Precision.Exact)
            {
                precision = Hedges.FindBefore(_window, first, draft.Kind, out first);
                // The word belongs to the quantity before: "5 or more than ten".
                if (first < Floor) (precision, first) = (Precision.Exact, draft.First);
                if (precision is Precision.Exact && draft.Kind is not (QuantityKind.Ordinal or QuantityKind.Score))
                    precision = Hedges.FindBehind(_window, end, out end);
            }
            int asOf = draft.Kind is QuantityKind.Age or QuantityKind.Ordinal or QuantityKind.Score or QuantityKind.Duration ? -1 : _asOf.Find(first, end);
            Quantities.Add(new Quantity(
                _text.SpanOf(first, end), first, end, _text.SpanOf(draft.NumberFirst, draft.NumberEnd), draft.Kind, draft.Value, draft.Low, draft.High,
                draft.Unit ?? "", precision, draft.Counted, asOf));
            return end;
        }

        /// <summary>A length of time is a quantity too; all other numbers inside of dates are none.</summary>
        private int ReadInDate(int token, DateMention date)
        {
            bool counts = date.Kind is DateKind.Duration || _window.Is(date.EndToken - 1, "earlier", "later");
            if (token != date.FirstToken || !counts || !LengthReader.TryRead(_window, token, out var length) || !length.Counted) return date.EndToken;
            var (amount, unit) = length.Parts[^1];
            foreach (var (coarse, coarseUnit) in length.Parts.AsSpan()[..^1]) amount += coarse * Ratio(coarseUnit, unit);
            Add(new Draft(token, length.End, token, length.NumberEnd, QuantityKind.Duration) { Value = NumberParser.Trimmed(amount), Unit = unit.ToString() });
            return Math.Max(date.EndToken, Quantities[^1].EndToken);
        }

        /// <summary>How many of the fine unit make one of the coarse, for the pairs that <see cref="LengthReader"/> reads; a month counts 30 days.</summary>
        private static decimal Ratio(TimeUnit coarse, TimeUnit fine) => (coarse, fine) switch
        {
            (TimeUnit.Hour, TimeUnit.Minute) or (TimeUnit.Minute, TimeUnit.Second) => 60m,
            (TimeUnit.Year, TimeUnit.Month) => 12m,
            (TimeUnit.Day, TimeUnit.Hour) => 24m,
            (TimeUnit.Week, TimeUnit.Day) => 7m,
            (TimeUnit.Month, TimeUnit.Day) => 30m,
            (TimeUnit.Month, TimeUnit.Week) => 4m,
            (TimeUnit.Year, TimeUnit.Week) => 52m,
            _ => 365m,
        };

        private (ParsedNumber? Number, decimal Sign) ReadNumber(int token, out int currencyStart, out UnitMatch currency)
        {
            decimal sign = 1m;
            currencyStart = token;
            currency = default;
            int start = token;
            bool money = UnitLexicon.TryReadCurrencyBefore(_window, token, out int found, out currency) && found >= Floor && IsSign(token - 1);
            if (money) currencyStart = found;
            else currency = default;
            if (!NumberParser.TryRead(_window, start, money, _window.Is(token - 1, "between") || money && _window.Is(currencyStart - 1, "between"), out var number))
                return (null, sign);
            int before = money ? currencyStart - 1 : start - 1;
            if (before >= Floor && _window.Is(before, "minus", "negative") && !_window.Is(before - 1, "or") || before >= Floor && _window.IsDash(before) && _window.IsGlued(before + 1) && !_window.IsGlued(before)) sign = -1m;
            return (number, sign);
        }

        /// <summary>Whether the token is a currency's sign or code, which stands before its amount; the words stand behind.</summary>
        private bool IsSign(int token) =>
            _window.Kind(token) is SyntaxKind.Symbol || _window.IsCapitalized(token) && _window.Form(token).Length <= 4;

        /// <summary><em>Dozens of houses, tens of thousands of euros, several hundred people.</em></summary>
        private Draft? ReadVague(int token)
        {
            int end = token;
            if (_window.Is(token, "several") || _window.Is(token, "few", "many"))
            {
                int scale = token + 1;
                if (!(_window.Is(scale, "hundred", "thousand") || _window.Is(scale, "dozen", "million") || _window.Is(scale, "billion"))) return null;
                end = scale + 1;
            }
            else
            {
                if (!NumberWords.Magnitudes.Contains(_window.Form(token)) || _window.IsCapitalized(token) && token > _window.First) return null;
                end = token + 1;
                while (_window.Is(end, "of") && NumberWords.Magnitudes.Contains(_window.Form(end + 1)) && end < token + 5) end += 2;
                bool scores = _window.Is(token, "scores", "tens");
                if (scores && !(_window.Is(end, "of") && (end > token + 1 || _window.Is(token, "scores")) && _window.IsNoun(end + 1))) return null;
                // "three dozens"
                if (_window.Upos(token - 1) is Upos.NUM) return null;
                if (!_window.Is(end, "of") && !_window.Is(end, "more") && _window.Upos(end) is not (Upos.VERB or Upos.AUX)) return null;
            }
            var draft = new Draft(token, end, token, end, QuantityKind.Cardinal) { Precision = Precision.Vague };
            int noun = _window.Is(end, "of") ? end + 1 : end;
            if (UnitLexicon.TryReadCurrency(_window, noun, out var money)) return draft with { End = money.End, Kind = QuantityKind.Money, Unit = money.Name };
            if (UnitLexicon.TryReadUnit(_window, noun, out var unit) && unit.Class is not "angle") return draft with { End = unit.End, Kind = KindOf(unit), Unit = unit.Name };
            if (DateWords.Units.TryGetValue(_window.Form(noun), out var time)) return draft with { End = noun + 1, Kind = QuantityKind.Duration, Unit = time.ToString() };
            var counted = _window.Is(end, "of") ? CountedNouns.FindPartitive(_window, end, _isDate, needsDeterminer: false)
                : CountedNouns.Find(_window, end, plural: true, _isDate);
            return draft with { Counted = counted };
        }

        /// <summary><em>Half of the votes, half the town, by half.</em></summary>
        private Draft? ReadHalf(int token)
        {
            if (!_window.Is(token, "half") || _window.IsJoint(token + 1) || _window.IsIn(token - 1, PartsOfTimeAndGame)) return null;
            if (NumberParser.TryRead(_window, token, false, false, out _) || DateWords.Units.ContainsKey(_window.Form(token + 2)) && _window.Is(token + 1, "a", "an")) return null;
            var draft = new Draft(token, token + 1, token, token + 1, QuantityKind.Fraction) { Value = 0.5m };
            if (_window.Is(token + 1, "of")) return draft with { Counted = CountedNouns.FindPartitive(_window, token + 1, _isDate, needsDeterminer: false) };
            if (_window.Is(token - 1, "by") && _window.Upos(token + 1) is not (Upos.NOUN or Upos.ADJ)) return draft;
            bool determiner = _window.Is(token + 1, "the") || _window.Is(token + 1, "its", "their") || _window.Is(token + 1, "his", "her") || _window.Is(token + 1, "all");
            if (!determiner || _isDate(token + 1) || !CountedNouns.TryFindHead(_window, token + 2, _isDate, out int head)) return null;
            // "half the size", "half the price" compare and count nothing.
            if (_window.Lemma(head) is "size" or "price" or "time" or "battle" or "story" or "number" or "amount" or "rate" or "level") return null;
            return draft with { Counted = CountedNouns.Of(_window, head, token + 2) };
        }

        private Draft? ReadOrdinal(ParsedNumber number)
        {
            int first = number.First;
            int end = number.End;
            // "First, he said": an adverb. "Second World War", "Third Avenue": names. "second-largest": a rank, but of what comes behind.
            if (_window.IsCapitalized(first) && (first > _window.First || _window.IsCapitalized(end)) && !number.InDigits) return null;
            if (number.InDigits && _window.IsCapitalized(end) && _window.Upos(end) is Upos.PROPN && first > _window.First) return null;
            if (_window.Is(first, "second", "seconds") && (_window.IsJoint(first - 1) || _window.Is(first - 1, "a") || _window.Upos(first - 1) is Upos.NUM)) return null;
            if (_window.Upos(first) is Upos.ADV && !_window.IsNoun(end)) return null;
            if (_window.Is(first - 1, "at") || _window.Is(end, "of") && _window.Is(end + 1, "all")) return null;
            // "the first five runners": not a rank of one thing.
            if (_window.Upos(end) is Upos.NUM) return null;
            var draft = new Draft(first, end, first, end, QuantityKind.Ordinal) { Value = number.Value };
            if (_window.IsJoint(end))
            {
                // "third-largest city", "first-time buyers": only the superlative leaves a rank.
                if (_window.Xpos(end + 1) is not Xpos.JJS || !CountedNouns.TryFindHead(_window, end + 2, _isDate, out int last)) return null;
                return draft with { Counted = CountedNouns.Of(_window, last, end + 2) };
            }
            if (!_isDate(end < _window.End ? end : first) && CountedNouns.TryFindHead(_window, end, _isDate, out int head))
                return _window.Lemma(head) is "lady" or "minister" or "class" or "hand" or "place" && _window.Is(first, "first", "second") && _window.Lemma(head) != "place"
                    ? null
                    : draft with { Counted = CountedNouns.Of(_window, head, end) };
            bool definite = _window.Is(first - 1, "the") || _window.Is(first - 1, "its", "their") || _window.Is(first - 1, "his", "her");
            bool placed = _window.Lemma(first - 1) is "come" or "finish" or "place" or "rank" or "end";
            if (placed || number.InDigits || end > first + 1) return draft;
            if (!definite) return null;
            return draft with { Counted = new ElidedNouns(_window, Quantities, _isDate).FindRanked(first) };
        }

        private Draft ReadFraction(ParsedNumber number)
        {
            var draft = new Draft(number.First, number.End, number.First, number.End, QuantityKind.Fraction) { Value = number.Value };
            if (UnitLexicon.TryReadUnit(_window, number.End, out var unit) && unit.Class is not ("percent" or "angle"))
                return draft with { Kind = KindOf(unit), Unit = unit.Name, End = unit.End };
            if (_window.Are(number.End, "of", "a") || _window.Are(number.End, "of", "an"))
            {
                if (UnitLexicon.TryReadUnit(_window, number.End + 2, out unit) && unit.Class is not "angle")
                    return draft with { Kind = KindOf(unit), Unit = unit.Name, End = unit.End };
            }
            return _window.Is(number.End, "of")
                ? draft with { Counted = CountedNouns.FindPartitive(_window, number.End, _isDate, needsDeterminer: false) }
                : draft;
        }

        private Draft? ReadCardinal(ParsedNumber number, decimal sign, int currencyStart, UnitMatch currency, out int end)
        {
            end = number.End;
            bool money = currencyStart < number.First;
            int first = money ? currencyStart : number.First;
            if (!money && ReadAge(number) is { } age)
            {
                end = age.End;
                return age;
            }
            if (!money && ReadRatio(number) is { } ratio) return ratio;
            var range = ReadRange(number, money, currency);
            if (!money && ReadScore(number, out int scoreEnd) is var score && scoreEnd > 0)
            {
                end = scoreEnd;
                return score;
            }
            int numberEnd = range?.NumberEnd ?? number.End;
            decimal scale = range?.Scale ?? number.Scale;
            var draft = range is { } both
                ? new Draft(first, both.End, number.First, both.NumberEnd, QuantityKind.Cardinal) { Low = both.Low, High = both.High }
                : new Draft(first, number.End, number.First, number.End, QuantityKind.Cardinal) { Value = sign < 0m && MayBeNegative(number.End) ? -number.Value : number.Value };
            if (draft.Value < 0m) draft = draft with { First = first - 1 };
            end = draft.End;
            Draft? amount = money ? draft with { Kind = QuantityKind.Money, Unit = currency.Name } : WithUnit(draft, numberEnd, scale);
            amount ??= WithUnitOfNext(draft);
            if (amount is { } measured)
            {
                measured = WithRate(measured);
                end = measured.End;
                return measured;
            }
            return ReadCount(number, draft, numberEnd, ref end);
        }

        /// <summary><em>From 5 to 10 percent</em>: the first number takes its unit from the second.</summary>
        private Draft? WithUnitOfNext(Draft draft)
        {
            if (draft.Low is not null || !_window.Is(draft.First - 1, "from") || !_window.Is(draft.End, "to")) return null;
            if (!NumberParser.TryRead(_window, draft.End + 1, false, false, out var next) || next.Form is not NumberForm.Cardinal) return null;
            if (UnitLexicon.TryReadCurrency(_window, next.End, out var currency))
            {
                decimal scale = draft.Value < next.Value / next.Scale || next.Scale > 1m && draft.Value < 1000m ? next.Scale : 1m;
                return draft with { Kind = QuantityKind.Money, Unit = currency.Name, Value = draft.Value * scale };
            }
            return UnitLexicon.TryReadUnit(_window, next.End, out var unit) && unit.Class is not "angle" && _window.Form(next.End).Length > 1 | unit.Class is "percent"
                ? draft with { Kind = KindOf(unit), Unit = unit.Name }
                : null;
        }

        private bool MayBeNegative(int end) => _window.Is(end - 2, "minus", "negative") || UnitLexicon.TryReadUnit(_window, end, out var unit) && unit.Class is "percent" or "temperature" or "angle";

        /// <summary>A plain count, with the noun that it counts where it can be told.</summary>
        private Draft? ReadCount(ParsedNumber number, Draft draft, int numberEnd, ref int end)
        {
            int first = number.First;
            // A length of time that the dates left out: "24 hours a day", "one day".
            if (DateWords.Units.ContainsKey(_window.Form(_window.IsJoint(numberEnd) ? numberEnd + 1 : numberEnd))) return null;
            // "5G", "30C", "4WD": letters written on that are no unit.
            if (_window.IsJoint(numberEnd) && _window.Is(numberEnd + 1, "way", "fold")) return null;
            if (IsMultiple(numberEnd) || number.InDigits && draft.NumberEnd == numberEnd && _window.HasSuffix(numberEnd - 1)) return null;
            Hedges.FindBehind(_window, numberEnd, out int hedgeEnd);
            bool plural = draft.Value != 1m;
            var counted = CountedNouns.Find(_window, hedgeEnd, plural, _isDate);
            if (draft.Value == 1m && !number.InDigits && !CountsOne(first, numberEnd, counted)) return null;
            // "1988 sales" are those of a year, "2000 people" a count; others write a comma.
            if (number is { InDigits: true, Scale: 1m } && IsYearLike(first) && draft.Value % 100m != 0m && draft.Value is >= 1900m and <= 2100m && hedgeEnd == numberEnd) return null;
            if (counted is { } noun && counted.Value.Head >= hedgeEnd) return draft with { Counted = noun };
            // "12-strong", "5-a-side", "24-7": a compound of another kind.
            if (_window.IsJoint(numberEnd) && hedgeEnd == numberEnd) return null;
            if (number is { InDigits: true, Scale: 1m } && draft.Low is null && IsYearLike(first)) return null;
            bool before = _window.Is(first - 1, "the") || _window.Is(first - 1, "these", "those");
            counted = new ElidedNouns(_window, Quantities, _isDate).Find(first, numberEnd);
            if (counted is null && before) return null;
            // A few digits by themselves are a page, a rank, a part of a table.
            if (counted is null && _window.End - _window.First < 3 && number is { InDigits: true, Scale: 1m } && _window.Form(first).Length <= 4) return null;
            if (counted is null && (_window.Kind(numberEnd) is SyntaxKind.Symbol || _window.Kind(first - 1) is SyntaxKind.Symbol) && !_window.Is(first - 1, "~")) return null;
            return draft with { Counted = counted };
        }

        /// <summary><em>Three times as many, twofold.</em></summary>
        private bool IsMultiple(int end) =>
            _window.Is(end, "times") && (_window.Is(end + 1, "as") || _window.Is(end + 1, "the") || _window.Xpos(end + 1) is Xpos.JJR or Xpos.RBR || _window.Is(end + 1, "more", "less"));

        /// <summary>Whether <em>one</em> counts: <em>one person was hurt</em>, but not <em>one of the</em>, <em>no one</em>, <em>one day</em>.</summary>
        private bool CountsOne(int one, int end, Counted? counted)
        {
            if (counted is not { Elided: false } noun || _window.Is(end, "of") || _window.IsIn(end, IndefiniteNouns)) return false;
            if (_window.IsJoint(end)) return !_window.Is(end + 1, "off") && !_window.Is(end + 1, "time", "way");
            return _window.Xpos(noun.Head) is Xpos.NN && _window.Upos(one - 1) is not (Upos.DET or Upos.ADJ or Upos.NOUN) || _window.Is(one - 1, "least");
        }

        private bool IsYearLike(int token) =>
            _window.Form(token) is { Length: 4 } form && !form.ContainsAnyExceptInRange('0', '9') && form[0] is '1' or '2';

        /// <summary><em>50-year-old, 52 years old, aged 52, Jonas Tverrin, 52, children under 12.</em></summary>
        private Draft? ReadAge(ParsedNumber number)
        {
            int first = number.First;
            int end = number.End;
            var draft = new Draft(first, end, first, end, QuantityKind.Age) { Value = number.Value, Unit = "Year" };
            int unitToken = _window.IsJoint(end) ? end + 1 : end;
            if (DateWords.Units.TryGetValue(_window.Form(unitToken), out var unit) && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
            {
                int old = _window.IsJoint(unitToken + 1) ? unitToken + 2 : unitToken + 1;
                if (_window.Is(old, "old") && (old > unitToken + 1) == (unitToken > end) || _window.Is(old, "old"))
                    return draft with { End = old + 1, Unit = unit.ToString(), Counted = AgedBehind(first, old + 1) };
                if (_window.Is(old, "olds")) return draft with { End = old + 1, Unit = unit.ToString() };
                if (_window.Are(unitToken + 1, "of", "age")) return draft with { End = unitToken + 3, Unit = unit.ToString() };
                if (_window.Is(first - 1, "aged")) return draft with { End = unitToken + 1, First = first - 1, Unit = unit.ToString() };
                return null;
            }
            if (number.Value is < 0m or > 125m || number.Value != decimal.Truncate(number.Value)) return null;
            bool aged = _window.Is(first - 1, "aged", "ages") || _window.Is(first - 1, "age") || _window.Is(first - 1, "of") && _window.Is(first - 2, "age", "ages");
            aged |= _window.Is(first - 1, "between") && (_window.Is(first - 2, "aged", "ages") || _window.Is(first - 2, "of") && _window.Is(first - 3, "ages", "age"));
            if (aged && ReadRange(number, false, default, joined: true) is { } range)
                return draft with { End = range.End, NumberEnd = range.NumberEnd, Value = null, Low = range.Low, High = range.High };
            bool closed = _window.Is(end, ",") || _window.Is(end, ".") || _window.Is(end, ";", ")") || end >= _window.End;
            if (_window.Is(first - 1, "aged") && !_window.IsNoun(end)) return draft with { First = first - 1, Counted = AgedBefore(first - 1) };
            if (_window.Is(first - 1, "age") && !_window.IsNoun(end) && _window.Kind(first - 2) is not SyntaxKind.Number) return draft with { First = first - 1 };
            if (_window.Is(first - 1, "of") && _window.Is(first - 2, "age", "ages") && !_window.IsNoun(end)) return draft;
            if (_window.Is(first - 1, "under", "over") && _window.IsIn(first - 2, AgedPeople) && !_window.IsNoun(end) && _window.Upos(end) is not Upos.ADJ)
                return draft with { Counted = CountedNouns.Of(_window, first - 2, first - 2) };
            // "Sigrun Aumholt, 61, the mayor"
            if (number.InDigits && closed && _window.Is(first - 1, ",") && number.Value >= 1m && IsPersonName(first - 2))
                return draft with { Counted = AgedBefore(first - 1) };
            return null;
        }

        /// <summary>A name of two words or more: one alone (<em>Paris, 12,</em>) may be a place.</summary>
        private bool IsPersonName(int last) =>
            _window.Upos(last) is Upos.PROPN && _window.IsCapitalized(last) && _window.IsCapitalized(last - 1) && !_isDate(last) && _window.Kind(last - 1) is SyntaxKind.Word
            && _window.Upos(last - 1) is Upos.PROPN or Upos.X or Upos.NOUN or Upos.ADJ;

        /// <summary>Who is as old: the noun or name behind <em>50-year-old</em>.</summary>
        private Counted? AgedBehind(int number, int start)
        {
            if (!_window.Has(start) || _isDate(start)) return null;
            if (!CountedNouns.TryFindHead(_window, start, _isDate, out int head)) return null;
            // "the 29-year-old tackles the question": a plural needs a number of its own.
            if (_window.Xpos(head) is Xpos.NNS && _window.Upos(number - 1) is not Upos.NUM && !_window.Is(number - 1, "these", "those")) return null;
            // The first word of a name is its head for the parser; the last one is what people are called by.
            while (_window.Upos(head) is Upos.PROPN && _window.Upos(head + 1) is Upos.PROPN && head + 1 < _window.End) head++;
            return CountedNouns.Of(_window, head, start);
        }

        private Counted? AgedBefore(int comma)
        {
            int head = _window.Is(comma - 1, ",") ? comma - 2 : comma - 1;
            if (!_window.IsNoun(head)) return null;
            int first = head;
            while (_window.Upos(first) is Upos.PROPN && _window.Upos(first - 1) is Upos.PROPN && _window.IsCapitalized(first - 1)) first--;
            return CountedNouns.Of(_window, head, first);
        }

        /// <summary><em>One in five people, nine out of ten.</em></summary>
        private Draft? ReadRatio(ParsedNumber number)
        {
            int end = number.End;
            bool outOf = _window.Are(end, "out", "of");
            if (!outOf && !_window.Is(end, "in")) return null;
            int start = outOf ? end + 2 : end + 1;
            if (_dateAt.AsSpan() is var dates && start < dates.Length && _window.Has(start) && dates[start] >= 0) return null;
            if (outOf && _window.Is(start, "every") || !outOf && _window.Is(start, "every")) start++;
            if (!NumberParser.TryRead(_window, start, false, false, out var whole) || whole.Form is not NumberForm.Cardinal || whole.Value <= number.Value || number.Value < 1m) return null;
            if (number.InDigits != whole.InDigits && !(number.Value <= 10m && whole.Value >= 10m)) return null;
            // "in" also joins other numbers: only small shares of round wholes.
            bool round = whole.Value is 2m or 3m or 4m or 5m or 6m or 7m or 8m or 9m or 10m or 12m or 20m or 50m or 100m or 1000m or 10_000m or 100_000m or 1_000_000m;
            if (!round || UnitLexicon.IsUnitAt(_window, whole.End) || !outOf && number.Value > 9m) return null;
            var counted = CountedNouns.Find(_window, whole.End, plural: true, _isDate);
            if (!outOf && counted is null && number.Value != 1m) return null;
            return new Draft(number.First, whole.End, number.First, whole.End, QuantityKind.Fraction)
            {
                Value = NumberParser.Trimmed(decimal.Round(number.Value / whole.Value, 4)),
                Counted = counted,
            };
        }

        private readonly record struct Range(decimal Low, decimal High, int NumberEnd, int End, decimal Scale);

        /// <summary><em>10 to 12, 10–12, between 5 and 7, two or three, $5-10 million.</em></summary>
        private Range? ReadRange(ParsedNumber number, bool money, UnitMatch currency, bool joined = false)
        {
            int before = money ? number.First - 2 : number.First - 1;
            bool between = _window.Is(before, "between") || money && _window.Is(number.First - 3, "between");
            int end = number.End;
            // The first amount may carry its own unit: "5 km to 10 km".
            string? unit = null;
            if (!money && !_window.IsJoint(end) && UnitLexicon.TryReadUnit(_window, end, out var own))
            {
                unit = own.Name;
                end = own.End;
            }
            bool dash = _window.IsJoint(end);
            bool to = _window.Is(end, "to") || _window.Is(end, "-") && dash;
            bool or = _window.Is(end, "or");
            if (!dash && !to && !or && !(between && _window.Is(end, "and"))) return null;
            int start = end + 1;
            if (!_window.Has(start) || _isDate(start)) return null;
            if (money && UnitLexicon.TryReadCurrency(_window, start, out var again))
            {
                if (again.Name != currency.Name) return null;
                start = again.End;
            }
            if (!NumberParser.TryRead(_window, start, money, false, out var other) || other.Form is not NumberForm.Cardinal) return null;
            if (dash && number.InDigits != other.InDigits) return null;
            // "rose from 5 to 10": two values, not a range, unless something ranges.
            if (_window.Is(before, "from") && !Ranges(before)) return null;
            if (unit is not null && !(UnitLexicon.TryReadUnit(_window, other.End, out var second) && second.Name == unit)) return null;
            decimal low = number.Value;
            if (number.Scale == 1m && other.Scale > 1m && low < other.Value / other.Scale) low *= other.Scale;
            if (low >= other.Value || or && (other.Value > low * 2m || unit is not null)) return null;
            // "raised 10 to 500": too far apart for a range that no word marks.
            if (to && !dash && !between && other.Value > low * 100m) return null;
            // A joint range counts or measures something; a bare one may be a score, a model, a code.
            if (dash && !between && !joined && !HasObject(other.End)) return null;
            return new Range(NumberParser.Trimmed(low), other.Value, other.End, other.End, other.Scale);
        }

        private bool Ranges(int from)
        {
            for (int i = from - 1; i >= Math.Max(_window.First, from - 4); i--)
                if (_window.Lemma(i) is "range" or "vary" or "age") return true;
            return false;
        }

        private bool HasObject(int end) =>
            UnitLexicon.IsUnitAt(_window, end) || _window.IsJoint(end) && UnitLexicon.IsUnitAt(_window, end + 1) || CountedNouns.Find(_window, end, plural: true, _isDate) is not null;

        /// <summary>Two numbers joined by a dash: a score where the words around speak of one; without a range, nothing.</summary>
        private Draft? ReadScore(ParsedNumber number, out int end)
        {
            end = 0;
            if (!number.InDigits || !_window.IsJoint(number.End) || _window.Kind(number.End + 1) is not SyntaxKind.Number || number.Scale > 1m) return null;
            if (!NumberParser.TryRead(_window, number.End + 1, false, false, out var other) || other.Scale > 1m || other.Form is not NumberForm.Cardinal) return null;
            int past = number.End + 2;
            if (UnitLexicon.IsUnitAt(_window, past)) return null;
            bool small = number.Value <= 600m && other.Value <= 600m && number.Value == decimal.Truncate(number.Value) && other.Value == decimal.Truncate(other.Value);
            bool score = small && !_window.IsJoint(past) && ScoreContext.IsNear(_window, number.First, past) && !(number.Value < other.Value && HasPlural(past));
            if (score)
            {
                end = past;
                return new Draft(number.First, past, number.First, past, QuantityKind.Score) { Low = number.Value, High = other.Value };
            }
            if (number.Value < other.Value && HasObject(past)) return null;
            end = past;
            while (_window.IsJoint(end) && _window.Kind(end + 1) is SyntaxKind.Number) end += 2;
            return null;
        }

        private bool HasPlural(int token) => _window.Xpos(token) is Xpos.NNS;

        /// <summary>Adds the unit behind the number; null when there is none.</summary>
        private Draft? WithUnit(Draft draft, int numberEnd, decimal scale)
        {
            int end = draft.End;
            int word = _window.IsJoint(end) ? end + 1 : end;
            if (UnitLexicon.TryReadCurrency(_window, word, out var currency))
                return AddCents(draft with { Kind = QuantityKind.Money, Unit = currency.Name, End = currency.End }, currency);
            if (!UnitLexicon.TryReadUnit(_window, word, out var unit)) return null;
            bool sign = _window.Form(word).Length == 1 && char.IsLetter(_window.Form(word)[0]);
            if (sign)
            {
                // "5m people" counts millions; "5 m high" measures; a letter apart from its number is often no unit at all.
                bool glued = _window.IsGlued(word);
                if (!glued && unit.Name is not "Meter") return null;
                if (unit.Name == "Meter" && glued && scale == 1m && CountedNouns.Find(_window, word + 1, plural: true, _isDate) is { } counted && draft.Value is { } millions)
                    return draft with { Value = NumberParser.Trimmed(millions * 1_000_000m), NumberEnd = word + 1, End = word + 1, Counted = counted };
            }
            // "30C" is warm only where words speak of warmth; "seat 30C" is not.
            if (sign && unit.Class == "temperature" && !(_window.IsGlued(word) && IsNear(draft.First, unit.End, Warmth))) return null;
            var kind = KindOf(unit);
            string name = unit.Name;
            switch (unit.Name)
            {
                case "Pound" when IsPaid(draft.First, unit.End) || scale > 1_000m:
                    kind = QuantityKind.Money;
                    break;
                case "Stone" when _window.IsNoun(unit.End) || !IsNear(draft.First, unit.End, FrozenSet.Create(StringComparer.Ordinal, "weigh", "weight", "lose", "heavy")):
                    return null;
                case "Degree" when _window.Kind(word) is not SyntaxKind.Symbol && !IsNear(draft.First, unit.End, Warmth):
                    return null;
                case "Degree" when _window.Kind(word) is not SyntaxKind.Symbol || IsNear(draft.First, unit.End, Warmth):
                    kind = QuantityKind.Temperature;
                    break;
            }
            var measured = draft with { Kind = kind, Unit = name, End = unit.End };
            if (kind is QuantityKind.Percent or QuantityKind.Dimension or QuantityKind.Money)
                measured = measured with { Counted = CountedNouns.FindPartitive(_window, unit.End, _isDate, needsDeterminer: false) };
            return AddSmallerUnit(measured, unit);
        }

        /// <summary>Whether a word of paying stands in the same clause before the amount, or right behind it: <em>fined 500 pounds</em>.</summary>
        private bool IsPaid(int first, int end)
        {
            for (int i = first - 1; i >= Math.Max(_window.First, first - 5) && _window.Upos(i) is not (Upos.CCONJ or Upos.NUM); i--)
                if (Paying.Contains(_window.Lemma(i))) return true;
            return Paying.Contains(_window.Lemma(end));
        }

        private bool IsNear(int first, int end, FrozenSet<string> lemmas)
        {
            const int Reach = 12;
            for (int i = Math.Max(_window.First, first - Reach); i < Math.Min(_window.End, end + Reach); i++)
                if (lemmas.Contains(_window.Lemma(i))) return true;
            return false;
        }

        private static QuantityKind KindOf(UnitMatch unit) => unit.Class switch
        {
            "percent" => QuantityKind.Percent,
            "temperature" => QuantityKind.Temperature,
            "rate" => QuantityKind.Rate,
            _ => QuantityKind.Dimension,
        };

        /// <summary><em>Thirteen dollars and forty-five cents.</em></summary>
        private Draft AddCents(Draft draft, UnitMatch currency)
        {
            int start = _window.Is(currency.End, "and") || _window.Is(currency.End, ",") ? currency.End + 1 : currency.End;
            if (draft.Value is not { } value || value != decimal.Truncate(value) || !NumberParser.TryRead(_window, start, false, false, out var small) || small.Value >= 100m) return draft;
            if (!UnitLexicon.TryReadCurrency(_window, small.End, out var cents) || cents.Name is not ("Cent" or "Pence") || currency.Name is "Cent" or "Pence") return draft;
            return draft with { Value = NumberParser.Trimmed(value + small.Value / 100m), End = cents.End, NumberEnd = small.End };
        }

        /// <summary><em>Five feet two inches, 6 pounds 3 ounces.</em></summary>
        private Draft AddSmallerUnit(Draft draft, UnitMatch unit)
        {
            decimal parts = unit.Name switch { "Foot" => 12m, "Pound" => 16m, _ => 0m };
            if (parts == 0m || draft.Value is not { } value) return draft;
            int start = _window.Is(unit.End, "and") || _window.Is(unit.End, ",") ? unit.End + 1 : unit.End;
            if (!NumberParser.TryRead(_window, start, false, false, out var small) || small.Value >= parts) return draft;
            if (!UnitLexicon.TryReadUnit(_window, small.End, out var fine) || fine.Name is not ("Inch" or "Ounce")) return draft;
            return draft with { Value = NumberParser.Trimmed(decimal.Round(value + small.Value / parts, 4)), End = fine.End, NumberEnd = small.End };
        }

        private Draft WithRate(Draft draft)
        {
            if (draft.Kind is QuantityKind.Temperature || draft.End < _window.End && _isDate(draft.End) || RateReader.Read(_window, draft.End, out int end) is not { } basis) return draft;
            return draft with { Kind = QuantityKind.Rate, Unit = $"{draft.Unit} per {basis}", End = end };
        }
    }
}
