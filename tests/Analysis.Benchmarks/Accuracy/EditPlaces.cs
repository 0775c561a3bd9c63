using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Finds the places of an article at which an edit changes one fact and leaves good English: by the look of the words alone, with patterns
/// and lists of its own, none of the engine's.
/// </summary>
internal static partial class EditPlaces
{
    private const string Verb = "is|was|has|had|will|won|took|made|gave|went|met|left|began|signed|[a-z]{2,}ed";
    private const string Named = @"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. |Senator |Representative |President |Secretary )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: (?:[A-Z]\. )?[A-Z][a-z]+)?";
    private const string Speaks = "said|says|added|noted|argued|explained|warned|insisted|told [A-Za-z ]{3,30}";

    // A sentence with one of these does not state flatly.
    private static readonly FrozenSet<string> Conjectures = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "may", "might", "could", "would", "should", "can", "if", "whether", "unless", "perhaps", "likely", "allegedly", "reportedly", "estimated", "approximately", "roughly");

    // A sentence with one of these denies already, or would say something else with "not" in it.
    private static readonly FrozenSet<string> Denials = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "not", "never", "no", "nor", "neither", "nobody", "none", "nothing", "without", "cannot", "only", "even", "just", "either", "or", "still", "any", "anyone", "deny", "denied", "denies", "denying", "doubt", "yet",
        "unlikely", "already", "also", "too", "refused", "failed", "declined");

    private static readonly FrozenSet<string> NoPlainStatement = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [.. Conjectures, .. Denials]);

    // A number shortly behind one of these is hedged, a rank or a part.
    private static readonly FrozenSet<string> Hedges = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "about", "around", "nearly", "almost", "least", "most", "maximum", "minimum", "first", "last", "next", "past", "top", "more", "fewer", "less", "over", "under", "up", "than", "between", "age", "ages", "aged", "within", "another");

    // A number right behind one of these is one end of a range, or counts what was spoken of before.
    private static readonly FrozenSet<string> Counters = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "some", "one", "and", "to", "or", "as", "the", "these", "those", "all", "other", "his", "her", "their", "its", "our", "my", "every", "no", "only", "just", "number");

    // Whoever reads on would take these for the person who was named before.
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "he", "she", "his", "her", "him", "hers", "himself", "herself", "who");

    // A paragraph with one of these leans on what stands around it.
    private static readonly FrozenSet<string> Leaning = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "that", "these", "those", "we", "us", "our", "i", "my", "you", "your", "there", "here", "then", "also", "but", "however",
        "former", "latter", "such", "both", "another", "other", "others", "same", "one", "ones", "who", "himself", "herself", "themselves");

    private static readonly SearchValues<char> Marks = SearchValues.Create("“”\"‘[]…");

    private static readonly ImmutableArray<string> NumberWords =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly FrozenDictionary<string, string> BaseForms = Table(
        "signed sign, voted vote, visited visit, endorsed endorse, attended attend, ordered order, announced announce, met meet, won win, accepted accept, rejected reject, approved approve, asked ask, called call, praised praise, criticized criticize, "
        + "released release, invited invite, joined join, apologized apologize, resigned resign, testified testify, supported support, opposed oppose, passed pass, filed file, received receive, mentioned mention, promised promise, paid pay, gave give, "
        + "took take, made make, traveled travel, worked work, attacked attack, urged urge, responded respond, appeared appear, launched launch, posted post, spoke speak, wrote write");

    // Written for this suite from what happens in the news; each pair both ways where both make good English.
    private static readonly FrozenDictionary<string, string> Opposites = Table(
        "won lost, lost won, rose fell, fell rose, increased decreased, decreased increased, accepted rejected, rejected accepted, approved rejected, supported opposed, opposed supported, supports opposes, opposes supports, supporting opposing, "
        + "opposing supporting, praised condemned, criticized praised, criticizing praising, condemned praised, praising condemning, began ended, ended began, started finished, strengthened weakened, weakened strengthened, improved worsened, "
        + "agreed refused, refused agreed, allowed forbade, allowing forbidding, hired fired, raised lowered, reduced increased, "
        + "attacked defended, defended attacked, attacking defending, defending attacking, encouraged discouraged, illegal legal, public private, private public, majority minority, minority majority, "
        + "supporters opponents, opponents supporters, critics admirers, conservative liberal, liberal conservative, conservatives liberals, liberals conservatives, higher lower, lower higher, highest lowest, largest smallest, biggest smallest, "
        + "strong weak, stronger weaker, weak strong, early late, new old, rich poor, wealthy poor, domestic foreign, foreign domestic, successful unsuccessful, popular unpopular, closed open, best worst, worst best, guilty innocent, true false, "
        + "false true, allies enemies, victory defeat, defeat victory, success failure, failure success, inside outside, outside inside, innocent guilty, temporary permanent, permanent temporary, voluntary compulsory, widely narrowly, "
        + "publicly privately, privately publicly, quickly slowly, easily barely, winning losing, losing winning, broad narrow, positive negative, negative positive, present absent, peaceful violent, happy unhappy, optimistic pessimistic");

    // Behind "to" alone these are verbs for certain.
    private static readonly FrozenDictionary<string, string> OppositeInfinitives = Table(
        "increase decrease, reduce increase, accept reject, reject accept, support oppose, oppose support, allow forbid, win lose, begin finish, strengthen weaken, raise lower, praise criticize, criticize praise, attack defend, defend attack, hire fire, fire hire, "
        + "remember forget, expand shrink, buy sell, sell buy, approve reject, open close, close open");

    private static readonly FrozenDictionary<string, string> Bodies = new Dictionary<string, string>
    {
        ["the White House"] = "the Coast Guard",
        ["The White House"] = "The Coast Guard",
        ["the Justice Department"] = "the Treasury Department",
        ["The Justice Department"] = "The Treasury Department",
        ["the Supreme Court"] = "the Federal Reserve",
        ["The Supreme Court"] = "The Federal Reserve",
        ["the Senate"] = "the Red Cross",
        ["The Senate"] = "The Red Cross",
        ["Congress"] = "Interpol",
        ["the F.B.I."] = "the Secret Service",
        ["The F.B.I."] = "The Secret Service",
        ["the FBI"] = "the Secret Service",
        ["The FBI"] = "The Secret Service",
        ["CNN"] = "Bloomberg",
        ["Fox News"] = "Bloomberg",
        ["Facebook"] = "Nokia",
        ["Twitter"] = "Nokia",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<(string First, string Last)> Persons =
        [("Harlan", "Voss"), ("Delia", "Marchetti"), ("Ruben", "Tremaine"), ("Alma", "Haldane"), ("Corwin", "Ellery"), ("Petra", "Lindqvist"), ("Silas", "Okafor"), ("Ingrid", "Wexler")];

    private static readonly ImmutableArray<string> KnownPlaces =
    [
        "Washington", "New York", "Texas", "Arizona", "Iowa", "Ohio", "Florida", "California", "Nevada", "Colorado", "Virginia", "Michigan", "Nebraska", "Oklahoma", "Alabama", "Pennsylvania", "Wisconsin", "Missouri", "Illinois", "Maine", "Wyoming",
        "New Hampshire", "South Carolina", "North Carolina", "Georgia", "Minnesota", "Indiana", "Kentucky", "Tennessee", "Chicago", "Manhattan", "Los Angeles", "Houston", "Boston", "Philadelphia", "Detroit", "Denver", "Las Vegas", "Brooklyn",
        "Charleston", "Charlottesville", "Afghanistan", "Iraq", "Iran", "Israel", "Russia", "China", "Mexico", "Syria", "Libya", "Ukraine", "Germany", "France", "Europe", "Moscow", "London", "Paris", "Jerusalem", "Benghazi", "Helsinki", "Singapore",
    ];

    private static readonly ImmutableArray<string> OtherPlaces = ["Portugal", "Montana", "Lisbon", "Uruguay", "Anchorage", "Hawaii", "Norway", "Nairobi", "Vermont", "Chile"];

    private static readonly ImmutableArray<string> Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly ImmutableArray<string> Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // Words that fit where the other stands, and are neither the same nor opposites.
    private static readonly FrozenDictionary<string, string> QuoteWords = Table(
        "think hope, believe hope, know hope, people farmers, country industry, important expensive, president mayor, money paper, work wait, great quiet, good slow, bad odd, very rather, terrible familiar, right duty, law book, women teachers, men teachers, "
        + "years weeks, day year, time money, world village, family neighbor, job garden, way place, fact story, need want, want need, clear sad, serious ordinary, American Canadian, Americans Canadians, government committee, political musical, issue story, "
        + "security education, power history, house garden, children parents, vote walk, party club, campaign concert, proud tired, strong young, wrong funny, disgusting expensive, evidence music, information medicine, health weather, future past, friends cousins, "
        + "problem question, life city, really often, speech dance, nation company, leadership music, state school, states schools, things horses, something somebody, report poem, investigation celebration, truth weather, decision journey");

    /// <summary>Every edit of a kind that an article has a place for, in order of the text.</summary>
    public static List<PlantedEdit> Of(BasilArticle article, EditKind kind) => kind switch
    {
        EditKind.Number => Flat(article, kind, Number(), Conjectures, (sentence, match) => OtherNumber(article, sentence, match)),
        EditKind.Negation => [.. Flat(article, kind, Auxiliary(), NoPlainStatement, (_, match) => (match.Length, 0, " not")).Concat(Flat(article, kind, PlainVerb(), NoPlainStatement, NegatedVerb)).OrderBy(edit => edit.Left)],
        EditKind.Antonym => Flat(article, kind, LowerWord(), NoPlainStatement, OtherWord),
        EditKind.Entity => [.. Flat(article, kind, NamedParticipant(), Conjectures, (sentence, match) => OtherPerson(article, sentence, match)).Concat(Flat(article, kind, Body(), Conjectures, OtherBody)).OrderBy(edit => edit.Left)],
        EditKind.Date => Flat(article, kind, Day(), Conjectures, OtherDay),
        EditKind.Place => Flat(article, kind, Place(), Conjectures, (_, match) => OtherPlace(match)),
        EditKind.Attribution => Attributions(article),
        EditKind.QuoteWord => QuotedWords(article),
        EditKind.DroppedParagraph => [.. SelfContained(article).Select(p => Drop(article, p))],
        EditKind.MovedParagraph => [.. SelfContained(article).Select(p => Move(article, p))],
        _ => [Retype(article)],
    };

    // ---- one place in one sentence ----

    /// <summary>Edits in sentences that state flatly, without quotation marks, and stand in the article once.</summary>
    private static List<PlantedEdit> Flat(
        BasilArticle article, EditKind kind, Regex place, FrozenSet<string> spoilers, Func<string, Match, (int Offset, int Length, string Words)?> edit)
    {
        var edits = new List<PlantedEdit>();
        for (int p = 0; p < article.Paragraphs.Length; p++)
            for (int s = 0; s < article.Paragraphs[p].Length; s++)
            {
                string sentence = article.Paragraphs[p][s];
                if (!IsFlat(article, p, s, spoilers)) continue;
                foreach (Match match in place.Matches(sentence))
                {
                    if (edit(sentence, match) is not { } change) continue;
                    if (kind is EditKind.Entity && LeansOnName(article, p, s, match.Index + match.Length)) continue;
                    edits.Add(Edit(article, kind, p, s, match.Index + change.Offset, change.Length, change.Words));
                }
            }
        return edits;
    }

    private static PlantedEdit Edit(BasilArticle article, EditKind kind, int paragraph, int sentence, int at, int length, string words)
    {
        string before = article.Paragraphs[paragraph][sentence], after = before.Remove(at, length).Insert(at, words);
        int start = article.StartOf(paragraph, sentence) + at, space = words.Length - words.TrimStart().Length;
        return new PlantedEdit(
            article, kind, article.Write(article.Paragraphs.SetItem(paragraph, article.Paragraphs[paragraph].SetItem(sentence, after))),
            new TextSpan(start, start + length), new TextSpan(start + space, start + words.TrimEnd().Length), $"[{before.Substring(at, length)}] -> [{words.Trim()}] in: {after}");
    }

    private static bool IsFlat(BasilArticle article, int paragraph, int sentence, FrozenSet<string> spoilers)
    {
        string text = article.Paragraphs[paragraph][sentence];
        return text.EndsWith('.') && !text.AsSpan().ContainsAny(Marks) && !Words().Matches(text).Any(word => spoilers.Contains(word.Value) || word.Value.EndsWith("n't", StringComparison.Ordinal) || word.Value.EndsWith("n’t", StringComparison.Ordinal))
            && article.Paragraphs.Sum(sentences => sentences.Count(other => other == text)) == 1
            // A quotation that a sentence before leaves open goes on in this one.
            && !IsInOpenQuotation(article, paragraph, sentence);
    }

    private static bool IsInOpenQuotation(BasilArticle article, int paragraph, int sentence)
    {
        int open = 0, straight = 0;
        foreach (string before in article.Paragraphs[paragraph].Take(sentence))
        {
            open += before.Count(c => c == '“') - before.Count(c => c == '”');
            straight += before.Count(c => c == '"');
        }
        return open > 0 || straight % 2 == 1;
    }

    // ---- what to put there ----

    private static (int Offset, int Length, string Words)? OtherNumber(BasilArticle article, string sentence, Match match)
    {
        if (Words().Matches(sentence[..match.Index]).TakeLast(3).Any(word => Hedges.Contains(word.Value)) || Words().Matches(sentence[..match.Index]).TakeLast(1).Any(word => Counters.Contains(word.Value))) return null;
        // Stated once: the same number of the same things elsewhere would be at odds with the edit inside of one article.
        string counted = Words().Match(sentence, match.Index + match.Length).Value;
        if (Regex.Count(article.Text, $@"(?<![\w,.]){Regex.Escape(match.Value)} {Regex.Escape(counted)}") != 1) return null;
        return (0, match.Length, Other(match.Value, counted is "percent"));

        static string Other(string number, bool percent)
        {
            if (NumberWords.IndexOf(number) is var word and >= 0) return NumberWords[(word + 5) % NumberWords.Length];
            decimal value = decimal.Parse(number, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            decimal other = percent ? (value + 37) % 90 + 3 : value < 500 ? value * 2 + 5 : decimal.Round(value * 3 / 5);
            return other.ToString(number.Contains(',', StringComparison.Ordinal) || other >= 10000 ? "#,0.###" : "0.###", CultureInfo.InvariantCulture);
        }
    }

    private static (int Offset, int Length, string Words)? NegatedVerb(string sentence, Match match)
    {
        var verb = match.Groups["verb"];
        return BaseForms.TryGetValue(verb.Value, out string? plain) ? (verb.Index - match.Index, verb.Length, "did not " + plain) : null;
    }

    private static (int Offset, int Length, string Words)? OtherWord(string sentence, Match match)
    {
        string before = Words().Matches(sentence[..match.Index]).LastOrDefault()?.Value ?? "", behind = Words().Match(sentence, match.Index + match.Length).Value;
        if (!(before is "to" ? OppositeInfinitives : Opposites).TryGetValue(match.Value, out string? other)) return null;
        // "An early exit" is no "an late exit"; where both are named, each may be either; "began to", "fired back" have no opposite in one word.
        if (before is "a" or "an" && before is "an" != other[0] is 'a' or 'e' or 'i' or 'o' or 'u' || behind is "than" or "back" || match.Value is "began" or "ended" && behind is "to") return null;
        return Regex.IsMatch(sentence, $@"\b{other}\b") ? null : (0, match.Length, other);
    }

    private static (int Offset, int Length, string Words)? OtherPerson(BasilArticle article, string sentence, Match match)
    {
        var name = match.Groups["name"];
        string last = name.Value[(name.Value.LastIndexOf(' ') + 1)..];
        // A name that stands behind a title somewhere in the article is a person's.
        if (!Regex.IsMatch(article.Text, $@"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.|President|Senator|Secretary|Representative) (?:[A-Z][a-z.]+ )*{Regex.Escape(last)}\b")) return null;
        if (Weekdays.Contains(last) || Months.Contains(last) || KnownPlaces.Contains(last)) return null;
        // One who is named twice in the sentence would be two persons afterwards.
        return Regex.Count(sentence, $@"\b{Regex.Escape(last)}\b") == 1 ? (name.Index - match.Index, name.Length, OtherName(name.Value)) : null;
    }

    /// <summary>A name of the same form: with title, with or without first name.</summary>
    private static string OtherName(string name)
    {
        var (first, last) = Persons[name.Length % Persons.Length];
        string title = Title().Match(name).Value, rest = name[title.Length..];
        return title + (rest.Contains(' ', StringComparison.Ordinal) ? $"{first} {last}" : last);
    }

    private static (int Offset, int Length, string Words)? OtherBody(string sentence, Match match)
    {
        var name = match.Groups["body"];
        return Bodies.TryGetValue(name.Value, out string? other) ? (name.Index - match.Index, name.Length, other) : null;
    }

    private static (int Offset, int Length, string Words)? OtherDay(string sentence, Match match)
    {
        // When something was said is no part of what was said.
        if (Words().Matches(sentence[..match.Index]).TakeLast(3).Any(word => SpeechWords().IsMatch(word.Value))) return null;
        var day = match.Groups["day"];
        if (Weekdays.IndexOf(day.Value) is var weekday and >= 0) return (day.Index - match.Index, day.Length, Weekdays[(weekday + 3) % Weekdays.Length]);
        if (Months.IndexOf(day.Value) is var month and >= 0) return (day.Index - match.Index, day.Length, Months[(month + 5) % Months.Length]);
        int number = int.Parse(day.Value, CultureInfo.InvariantCulture);
        return (day.Index - match.Index, day.Length, (number >= 1000 ? number - 3 : (number + 11) % 28 + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static (int Offset, int Length, string Words)? OtherPlace(Match match)
    {
        var place = match.Groups["place"];
        return KnownPlaces.Contains(place.Value) ? (place.Index - match.Index, place.Length, OtherPlaces[place.Length % OtherPlaces.Length]) : null;
    }

    /// <summary>Whether words behind a name, in its sentence or the two next, stand for whoever was named.</summary>
    private static bool LeansOnName(BasilArticle article, int paragraph, int sentence, int behind)
    {
        string rest = article.Paragraphs[paragraph][sentence][behind..];
        var next = article.Paragraphs[paragraph].Skip(sentence + 1).Concat(paragraph + 1 < article.Paragraphs.Length ? article.Paragraphs[paragraph + 1] : []).Take(2);
        return next.Prepend(rest).Any(text => Words().Matches(text).Any(word => Pronouns.Contains(word.Value)));
    }

    // ---- attributions and quotations ----

    private static List<PlantedEdit> Attributions(BasilArticle article)
    {
        var edits = new List<PlantedEdit>();
        for (int p = 0; p < article.Paragraphs.Length; p++)
            for (int s = 0; s < article.Paragraphs[p].Length; s++)
                foreach (Match match in Source().Matches(article.Paragraphs[p][s]))
                {
                    string sentence = article.Paragraphs[p][s];
                    var name = match.Groups["name"];
                    string last = name.Value[(name.Value.LastIndexOf(' ') + 1)..];
                    if (LeansOnName(article, p, s, match.Index + match.Length) || Regex.Count(sentence, $@"\b{Regex.Escape(last)}\b") != 1
                        || Pronouns.Contains(last) || NoSource().IsMatch(name.Value) || article.Paragraphs.Sum(sentences => sentences.Count(other => other == sentence)) != 1) continue;
                    edits.Add(Edit(article, EditKind.Attribution, p, s, name.Index, name.Length, OtherName(name.Value)));
                }
        return edits;
    }

    private static List<PlantedEdit> QuotedWords(BasilArticle article)
    {
        var edits = new List<PlantedEdit>();
        for (int p = 0; p < article.Paragraphs.Length; p++)
            for (int s = 0; s < article.Paragraphs[p].Length; s++)
            {
                string sentence = article.Paragraphs[p][s];
                if (IsInOpenQuotation(article, p, s) || article.Paragraphs.Sum(sentences => sentences.Count(other => other == sentence)) != 1) continue;
                foreach (Match quotation in Quotation().Matches(sentence))
                {
                    if (Words().Count(quotation.Value) < 7) continue;
                    foreach (Match word in Words().Matches(quotation.Value))
                        if (QuoteWords.TryGetValue(word.Value, out string? other)) edits.Add(Edit(article, EditKind.QuoteWord, p, s, quotation.Index + word.Index, word.Length, other));
                }
            }
        return edits;
    }

    // ---- paragraphs ----

    /// <summary>Paragraphs in the middle of an article that lean on nothing around them, and on which the paragraph behind does not lean.</summary>
    private static IEnumerable<int> SelfContained(BasilArticle article)
    {
        for (int p = 1; p + 1 < article.Paragraphs.Length; p++)
            if (Stands(string.Join(' ', article.Paragraphs[p])) && Stands(article.Paragraphs[p + 1][0])) yield return p;

        static bool Stands(string text) => !text.AsSpan().ContainsAny('“', '”', '"') && text.EndsWith('.') && !Words().Matches(text).Any(word => Leaning.Contains(word.Value));
    }

    private static PlantedEdit Drop(BasilArticle article, int paragraph) => new(
        article, EditKind.DroppedParagraph, article.Write(article.Paragraphs.RemoveAt(paragraph)), ParagraphSpan(article, paragraph), default, string.Join(' ', article.Paragraphs[paragraph]));

    private static PlantedEdit Move(BasilArticle article, int paragraph) => new(
        article, EditKind.MovedParagraph, article.Write(article.Paragraphs.RemoveAt(paragraph).Add(article.Paragraphs[paragraph])), ParagraphSpan(article, paragraph), default, string.Join(' ', article.Paragraphs[paragraph]));

    private static TextSpan ParagraphSpan(BasilArticle article, int paragraph) => new(article.StartOf(paragraph, 0), article.StartOf(paragraph, article.Paragraphs[paragraph].Length) - 1);

    // ---- typography ----

    /// <summary>The same words in the house style of another desk: other marks, other dashes, titles and figures that do not break from their words.</summary>
    private static PlantedEdit Retype(BasilArticle article)
    {
        string text = article.Text;
        bool curly = text.AsSpan().ContainsAny('“', '’');
        var retyped = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
            retyped.Append(text[i] switch
            {
                '“' or '”' => '"',
                '’' or '‘' => '\'',
                '"' when !curly => i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '—' ? '“' : '”',
                '\'' when !curly => i > 0 && char.IsLetterOrDigit(text[i - 1]) ? '’' : '‘',
                '—' => '–',
                '–' => '—',
                ' ' when IsTied(text, i) => '\u00a0',
                var other => other,
            });
        return new PlantedEdit(article, EditKind.Typography, retyped.ToString(), default, default, curly ? "typewriter" : "printer");

        // "Mr. Lee", "30 percent"
        static bool IsTied(string text, int space) => space > 2 && space + 1 < text.Length
            && (char.IsAsciiDigit(text[space - 1]) && char.IsAsciiLetterLower(text[space + 1]) || text[space - 1] == '.' && text[space - 2] is 'r' or 's' && text[space - 3] is 'M' or 'D' && char.IsAsciiLetterUpper(text[space + 1]));
    }

    // ---- patterns ----

    private static FrozenDictionary<string, string> Table(string pairs) =>
        pairs.Split(", ").Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    // Before a plural noun with a word between at most, "percent" or "million"; no length of time, no year, no number that another is joined to.
    [GeneratedRegex(@"(?<=[a-z,] \$?)(?:[2-9]|[1-9]\d{1,2}|[1-9]\d?\.\d|[1-9]\d{0,2},\d{3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen)(?= (?!to |or |and |of |in |by |with |percentage |p\.m|a\.m|(?:more |straight |full |consecutive )?(?:years|months|weeks|days|hours|minutes|decades|quarters|times|points|others|thirds|fifths)\b)(?:percent|million|billion|trillion|(?:[A-Za-z]+ )?(?:[a-z]{2,}[a-rt-z]s|men|women|people|children))\b)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\w,] )(?:(?:is|are|was|were)(?= (?:a|an|the|expected|scheduled|elected|charged|released|[a-z]{3,}ing|[a-z]{3,}ed) )|(?:has|have|had)(?= (?:been|become|made|taken|given|won|lost|seen|spent|raised|[a-z]{3,}ed) )|will(?= (?:be|have|make|take|give|meet|hold|speak|vote|seek|visit|travel|run|face|continue|appear|attend|testify|pay|receive|need|decide|hear) ))")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"(?:[A-Z][a-z]+|\b(?:he|she|they|who)) (?<verb>[a-z]+(?:ed|et|on|ve|ok|de|id|ke|te))(?= (?!by\b|to have\b)[a-z])")]
    private static partial Regex PlainVerb();

    [GeneratedRegex(@"(?<=[\w,] )(?<![-/])[a-z]{3,}(?= (?!up\b|down\b|out\b|off\b|over\b|through\b|by\b|against\b|into\b|as\b)[a-z])(?![-/])")]
    private static partial Regex LowerWord();

    [GeneratedRegex(@"(?:(?<=^|, |\b(?:that|when|after|because|while|but|as|before|since) )(?<name>" + Named + @") (?=(?:" + Verb + @")\b)(?!(?:" + Speaks + @"|denied|claimed|suggested|acknowledged|promised|vowed|predicted|declared|stated|tweeted|believed|called|is said)\b))|(?:(?<=(?:met with|joined|criticized|attacked|supported|endorsed|invited|defeated|praised|accused|replaced|nominated|appointed|fired|hired|against|interviewed|asked|urged|by) )(?<name>" + Named + @")(?= (?:in|on|at|for|of|to|after|before|during|as|over)\b|\.$))")]
    private static partial Regex NamedParticipant();

    [GeneratedRegex(@"(?<body>(?:[tT]he )?(?:White House|Justice Department|Supreme Court|Senate|Congress|F\.B\.I\.|FBI|CNN|Fox News|Facebook|Twitter))(?= (?:has|had|is|was|will|[a-z]{2,}ed)\b)(?! (?:" + Speaks + @"|reported|announced|confirmed|declined|acknowledged|denied|claimed|suggested|insisted)\b)")]
    private static partial Regex Body();

    [GeneratedRegex(@"(?<=[\w,] )(?:(?:on )(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!,? [A-Z]|['’]|,? \d)|in (?<day>January|February|March|April|June|July|August|September|October|November|December)\b(?! \d|, \d|['’])|in (?<day>(?:19|20)\d\d)\b(?![-–]| election)|on (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (?<day>\d{1,2})\b(?!,? \d))")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<=[a-z] )(?:in|at|from|to|near|across) (?<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b(?!,? [A-Z]|['’-])")]
    private static partial Regex Place();

    // At the start of a sentence, or behind what was said.
    [GeneratedRegex(@"(?:^(?<name>" + Named + @") (?:" + Speaks + @")\b|,[”""]? (?<name>" + Named + @") (?:said|added|noted|told [A-Za-z ]{3,30})(?= (?:on|in|at|during|of|after)\b|\.|,)|,[”""] said (?<name>" + Named + @")\b(?![ ’'][A-Za-z])|according to (?<name>" + Named + @")(?=[.,]))")]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?:The|But|And|They|He|She|It|This|That|Others?|Some|Officials?|Democrats?|Republicans?|Police|Critics|Supporters|Lawmakers|Congress|Senate|House|We|You|What|As|One|Many|Most|Aides?|Authorities|Prosecutors)\b")]
    private static partial Regex NoSource();

    [GeneratedRegex("(?<=[“\"])[A-Z][^“”\"…\\[\\]]{30,}(?=[”\"])")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.|Senator|Representative|President|Secretary) ")]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?:said|says|told|tells|added|announced|reported|wrote|tweeted|acknowledged|confirmed|statement|interview)$")]
    private static partial Regex SpeechWords();

    [GeneratedRegex(@"[\p{L}\p{N}'’.]*[\p{L}\p{N}]")]
    private static partial Regex Words();
}
