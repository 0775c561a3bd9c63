using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Entities;

/// <summary>A name in the text before it is grouped.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Just past the last token.</param>
/// <param name="Type">What it is.</param>
/// <param name="IsSure">Whether the type follows from more than the tagger's word and the shape of the name.</param>
/// <param name="IsTagged">Whether the tagger found it.</param>
/// <param name="Key">The name folded.</param>
/// <param name="Roles">Titles and the like beside it, in lower case.</param>
internal readonly record struct NameCandidate(int First, int End, EntityType Type, bool IsSure, bool IsTagged, string Key, string[] Roles);

/// <summary>Finds names and types them.</summary>
/// <remarks>
/// Names are those that <see cref="NameTagger"/> finds, and runs of capitalised words that it leaves. Titles, lists and words that
/// names end in decide on a type before the tagger does, and what a text mostly calls a name holds throughout it.
/// </remarks>
internal sealed class NameReader
{
    private static readonly FrozenSet<string> Titles = Lexicon.Words("person-titles");
    private static readonly FrozenSet<string> OrganizationWords = Lexicon.Words("organization-words");
    private static readonly FrozenSet<string> LocationWords = Lexicon.Words("location-words");
    private static readonly FrozenSet<string> EventWords = Lexicon.Words("event-words");
    private static readonly FrozenDictionary<string, string> Nationalities = Lexicon.Pairs("nationalities");
    private static readonly FrozenSet<string> Places = Lexicon.Words("places");
    private static readonly FrozenDictionary<string, string> GivenNames = Lexicon.Pairs("given-names");

    private static readonly FrozenSet<string> CalendarWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.",
        "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "gmt", "utc", "est", "edt", "et", "pst", "cet", "bst", "christmas", "easter");

    private static readonly FrozenSet<string> Particles = FrozenSet.Create(StringComparer.Ordinal, "de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "da", "di", "du", "ibn", "ben");

    private static readonly FrozenSet<string> PlacePrepositions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "in", "near", "outside", "off", "from", "at", "across", "to", "toward", "towards");

    /// <summary>Of types with equally many mentions the first: in a text that takes a place for a person, most names are persons.</summary>
    private static readonly ImmutableArray<EntityType> TieOrder = [EntityType.Location, EntityType.Organization, EntityType.Person, EntityType.Norp, EntityType.Event];

    private readonly AnnotatedText _text;
    private readonly List<NameCandidate> _candidates = [];

    // Runs of capitalised words of the sentence being read.
    private readonly List<NameCandidate> _proposed = [];

    private NameReader(AnnotatedText text) => _text = text;

    /// <summary>Whether the word is the name of a month, a weekday, a time zone or a feast.</summary>
    public static bool IsCalendarWord(ReadOnlySpan<char> word) => CalendarWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether the lemma is a title or role of persons.</summary>
    public static bool IsTitle(string lemma) => Titles.Contains(lemma);

    /// <summary>Finds the names of a text, in its order.</summary>
    public static List<NameCandidate> Read(AnnotatedText text, CancellationToken cancellation)
    {
        var reader = new NameReader(text);
        var tagged = NameTagger.Default.Tag(text, cancellation);
        int next = 0;
        foreach (var sentence in text.Tree.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = next;
            while (next < tagged.Length && tagged[next].FirstToken < sentence.EndToken) next++;
            reader.FindNames(sentence);
            reader.Reconcile(sentence, tagged.AsSpan(first, next - first));
        }
        reader.AddGenerations();
        reader.AgreeOnTypes();
        reader.CutHeadlineNames();
        return reader._candidates;
    }

    // ---- names ----

    private void FindNames(SentenceSyntax sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken;)
        {
            if (!IsNameToken(i, sentence))
            {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < sentence.EndToken && NextPart(i, end, sentence) is var next and > 0) end = next;
            AddName(i, end, sentence);
            i = end;
        }
    }

    private bool IsNameToken(int token, SentenceSyntax sentence)
    {
        if (_text.Tree.Tokens[token].Kind is not SyntaxKind.Word) return false;
        var form = _text.Form(token);
        if (!char.IsUpper(form[0]) || form.Length == 1 && form[0] is 'I' or 'A' || IsCalendarWord(form)) return false;
        var word = _text.Words[token];
        // In a headline every word may be capitalised: only the tagger, which restores the case, can tell.
        if (_text.Tree.Blocks[sentence.Block].Kind is SyntaxKind.Headline) return word.Upos is Upos.PROPN;
        if (Nationalities.ContainsKey(word.Lemma) || Nationalities.ContainsKey(form.ToString())) return true;
        bool initial = token == sentence.FirstToken || token == sentence.FirstToken + 1 && _text.Tree.Tokens[sentence.FirstToken].Kind is SyntaxKind.Punctuation;
        if (initial)
            // The first word is capitalised anyway; a plural noun that the tagger takes for a name most often is none.
            return word.Upos is Upos.PROPN && word.Xpos is not Xpos.NNPS;
        return word.Upos is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.X || word.Upos is Upos.VERB && IsInsideName(token, sentence);
    }

    private bool IsInsideName(int token, SentenceSyntax sentence) =>
        token + 1 < sentence.EndToken && _text.Words[token + 1].Upos is Upos.PROPN && char.IsUpper(_text.Form(token + 1)[0]);

    /// <summary>Where the run goes on from <paramref name="end"/>; 0 when it ends there.</summary>
    private int NextPart(int first, int end, SentenceSyntax sentence)
    {
        // A single letter behind a name is a mark of a caption: "Ann Lee (L)", "Ann Lee R".
        if (IsNameToken(end, sentence)) return _text.Form(end).Length == 1 && (end + 1 >= sentence.EndToken || !IsNameToken(end + 1, sentence)) ? 0 : end + 1;
        var form = _text.Form(end);
        bool glued = _text.Tree.Tokens[end - 1].Span.End == _text.Tree.Tokens[end].Span.Start;
        if (end + 1 >= sentence.EndToken) return 0;
        // Al-Qaeda, Army-2023.
        if (form is "-" && glued && _text.Tree.Tokens[end + 1].Span.Start == _text.Tree.Tokens[end].Span.End
            && (IsNameToken(end + 1, sentence) || _text.Tree.Tokens[end + 1].Kind is SyntaxKind.Number)) return end + 2;
        if (form is "&" && IsNameToken(end + 1, sentence)) return end + 2;
        // J. R. Smith: initials are words with a stop of their own.
        if (Particles.Contains(form.ToString()) && IsNameToken(end + 1, sentence) && end - first >= 1) return end + 2;
        if (form is "of" && (IsHead(end - 1) || IsHead(first)))
        {
            if (IsNameToken(end + 1, sentence)) return end + 2;
            if (_text.Form(end + 1) is "the" && end + 2 < sentence.EndToken && IsNameToken(end + 2, sentence)) return end + 3;
        }
        return 0;

        bool IsHead(int token)
        {
            string word = _text.Form(token).ToString();
            return OrganizationWords.Contains(word) || EventWords.Contains(word) || LocationWords.Contains(word);
        }
    }

    private void AddName(int first, int end, SentenceSyntax sentence)
    {
        string last = Lower(end - 1);
        bool named = OrganizationWords.Contains(last) || EventWords.Contains(last) || LocationWords.Contains(last);
        var roles = new List<string>();
        int start = first;
        // "Russian Culture Minister Ann Lee": what stands in front of the last title is the role, not the name.
        int name = first;
        for (int i = first; !named && i < end; i++)
            if (Titles.Contains(Lower(i))) name = i + 1;
        while (start < name) roles.Add(Lower(start++));
        if (start == end)
        {
            // Only titles: "the President". A nationality alone is a name of its own kind.
            return;
        }
        bool titled = roles.Count > 0;
        if (end - start == 1 && Nationalities.ContainsKey(Lower(start)))
        {
            Propose(start, end, (EntityType.Norp, true), roles);
            return;
        }
        // "Russian Podoly": a nationality in front of what is not an organisation stands by itself.
        if (!named && !titled && Nationalities.ContainsKey(Lower(start)) && !EventWords.Contains(last))
        {
            Propose(start, start + 1, (EntityType.Norp, true), []);
            start++;
        }
        CollectRolesAround(start, end, sentence, roles, ref titled);
        Propose(start, end, TypeOf(start, end, sentence, titled), roles);
    }

    /// <summary>Roles in small letters: "harbour master Ann Lee", "Ann Lee, the chief executive of …", "the captain, Bo Dahl".</summary>
    private void CollectRolesAround(int start, int end, SentenceSyntax sentence, List<string> roles, ref bool titled)
    {
        for (int i = start - 1; i >= sentence.FirstToken && i >= start - 3; i--)
        {
            if (_text.Form(i) is "," && i == start - 1 && i - 1 >= sentence.FirstToken && Titles.Contains(_text.Words[i - 1].Lemma) && IsLower(i - 1)
                && end < sentence.EndToken && _text.Form(end) is ",")
            {
                roles.Add(_text.Words[i - 1].Lemma);
                titled = true;
                break;
            }
            if (!IsLower(i) || !Titles.Contains(_text.Words[i].Lemma)) break;
            roles.Add(_text.Words[i].Lemma);
            titled = true;
        }
        if (end + 1 >= sentence.EndToken || _text.Form(end) is not ",") return;
        for (int i = end + 1; i < sentence.EndToken && i <= end + 6; i++)
        {
            if (_text.Tree.Tokens[i].Kind is not SyntaxKind.Word || _text.Words[i].Upos is Upos.ADP or Upos.VERB or Upos.AUX) break;
            if (!Titles.Contains(_text.Words[i].Lemma)) continue;
            roles.Add(_text.Words[i].Lemma);
            titled = true;
        }
    }

    /// <summary>What words in and beside a name say of its type, and whether they leave no doubt.</summary>
    private (EntityType Type, bool IsSure) TypeOf(int start, int end, SentenceSyntax sentence, bool titled)
    {
        string first = Lower(start), last = Lower(end - 1);
        string folded = KeyOf(start, end);
        if (end - start > 1 && (OrganizationWords.Contains(last) || first is "ministry" or "department" or "bank" or "university" or "house" or "office")) return (EntityType.Organization, true);
        if (OrganizationWords.Contains(last) && char.IsUpper(_text.Form(end - 1)[0]) && start > sentence.FirstToken) return (EntityType.Organization, true);
        if (EventWords.Contains(last) && end - start > 1) return (EntityType.Event, true);
        if (Places.Contains(folded)) return (EntityType.Location, true);
        if (titled) return (EntityType.Person, true);
        if ((LocationWords.Contains(last) || LocationWords.Contains(first)) && end - start > 1) return (EntityType.Location, true);
        if (GivenNames.ContainsKey(first) && end - start is >= 2 and <= 4) return (EntityType.Person, false);
        // Ann Lee, 52,
        if (end + 1 < sentence.EndToken && _text.Form(end) is "," && _text.Tree.Tokens[end + 1].Kind is SyntaxKind.Number && _text.Form(end + 1).Length == 2
            && end + 2 < sentence.EndToken && _text.Form(end + 2) is "," or ".") return (EntityType.Person, true);
        if (end - start is >= 2 and <= 3 && IsSpeaker(start, end)) return (EntityType.Person, false);
        var form = _text.Form(start);
        if (end - start == 1 && form.Length is >= 2 and <= 6 && !form.ContainsAnyInRange('a', 'z')) return (EntityType.Organization, false);
        // "the Kharkiv region", "the Brennick dam"
        if (end < sentence.EndToken && IsLower(end) && LocationWords.Contains(_text.Words[end].Lemma) && _text.Head(end - 1) == end) return (EntityType.Location, false);
        if (end - start <= 2 && start > sentence.FirstToken && PlacePrepositions.Contains(_text.Form(start - 1).ToString())) return (EntityType.Location, false);
        return (EntityType.Other, false);
    }

    private bool IsSpeaker(int start, int end)
    {
        for (int i = start; i < end; i++)
            if (_text.Words[i].Relation.Universal() is DependencyRelation.Nsubj && _text.Head(i) is var head and >= 0 && _text.Words[head].Lemma is "say" or "tell" or "add")
                return true;
        return false;
    }

    private void Propose(int start, int end, (EntityType Type, bool IsSure) type, List<string> roles) =>
        _proposed.Add(new NameCandidate(start, end, type.Type, type.IsSure, false, KeyOf(start, end), [.. roles]));

    // ---- the tagger's names ----

    /// <summary>Makes one list of the runs of a sentence and the tagger's names for it.</summary>
    private void Reconcile(SentenceSyntax sentence, ReadOnlySpan<NameSpan> tagged)
    {
        bool headline = _text.Tree.Blocks[sentence.Block].Kind is SyntaxKind.Headline;
        for (int p = 0, t = 0; p < _proposed.Count || t < tagged.Length;)
        {
            // What overlaps is one case, and so is what overlaps with a part of it.
            int firstProposed = p, firstTagged = t;
            int end = Math.Min(p < _proposed.Count ? _proposed[p].First : int.MaxValue, t < tagged.Length ? tagged[t].FirstToken : int.MaxValue) + 1;
            while (true)
            {
                if (p < _proposed.Count && _proposed[p].First < end) end = Math.Max(end, _proposed[p++].End);
                else if (t < tagged.Length && tagged[t].FirstToken < end) end = Math.Max(end, tagged[t++].EndToken);
                else break;
            }
            Decide(_proposed[firstProposed..p], tagged[firstTagged..t], sentence, headline);
        }
        _proposed.Clear();
    }

    private void Decide(List<NameCandidate> proposed, ReadOnlySpan<NameSpan> tagged, SentenceSyntax sentence, bool headline)
    {
        if (tagged.IsEmpty)
        {
            // What the tagger left is a name of no known type, unless words in it or beside it leave no doubt.
            foreach (var candidate in proposed)
                if (candidate.IsSure || candidate.Type is EntityType.Person || IsProper(candidate)) _candidates.Add(candidate.IsSure ? candidate : candidate with { Type = EntityType.Other });
            return;
        }
        // A run whose last word says what it is stands as it is: "Brennick Ferry Company".
        if (proposed is [{ IsSure: true } whole] && (whole.Type is not EntityType.Person || tagged.Length > 1 && !HasPerson(tagged)) && !headline && Covers(whole, tagged))
        {
            _candidates.Add(whole);
            return;
        }
        foreach (var name in tagged)
        {
            // "Dora Hainwick", of which the tagger took a part: proper nouns in a row are one name.
            if (!headline && tagged.Length == 1 && proposed is [var run] && IsLongerName(run, name))
            {
                var type = run.Type is EntityType.Other && name.Type is not NameType.Norp ? TypeOf(name.Type) : run.Type;
                _candidates.Add(run with { Type = type, IsTagged = true });
                return;
            }
            AddTagged(name, proposed, sentence);
        }
    }

    private bool IsLongerName(NameCandidate run, NameSpan name)
    {
        if (run.First > name.FirstToken || run.End <= name.EndToken) return false;
        // The number of an edition belongs to its name: "Army-2023".
        if (_text.Tree.Tokens[run.End - 1].Kind is SyntaxKind.Number) return true;
        if (run.First != name.FirstToken || run.End - run.First > 3) return false;
        for (int i = run.First; i < run.End; i++)
            if (_text.Words[i].Upos is not Upos.PROPN || Nationalities.ContainsKey(Lower(i))) return false;
        return true;
    }

    private static bool HasPerson(ReadOnlySpan<NameSpan> names)
    {
        foreach (var name in names)
            if (name.Type is NameType.Person) return true;
        return false;
    }

    private static bool Covers(NameCandidate whole, ReadOnlySpan<NameSpan> names) => whole.First <= names[0].FirstToken && names[^1].EndToken <= whole.End;

    /// <summary>Whether the tags speak for a name, or what stands in front does: "the ferry Øresk".</summary>
    private bool IsProper(NameCandidate candidate)
    {
        int before = candidate.First - 1;
        if (before >= 0 && _text.Tree.Tokens[before].Sentence == _text.Tree.Tokens[candidate.First].Sentence && _text.Words[before].Upos is Upos.NOUN && IsLower(before)) return true;
        for (int i = candidate.First; i < candidate.End; i++)
            if (_text.Words[i].Upos is Upos.PROPN) return true;
        return false;
    }

    private void AddTagged(NameSpan name, List<NameCandidate> proposed, SentenceSyntax sentence)
    {
        int first = name.FirstToken, end = name.EndToken;
        var roles = new List<string>();
        var type = TypeOf(name.Type);
        // "Democrat Ann Lee", "Dr. Lee": what stands in front of the person is no part of the name.
        while (type is EntityType.Person && end - first > 1 && (Titles.Contains(Lower(first)) && !GivenNames.ContainsKey(Lower(first)) || Nationalities.ContainsKey(Lower(first))))
        {
            if (Nationalities.ContainsKey(Lower(first))) _candidates.Add(new NameCandidate(first, first + 1, EntityType.Norp, true, true, KeyOf(first, first + 1), []));
            roles.Add(Lower(first++));
        }
        if (end - first == 1 && (Titles.Contains(Lower(first)) || IsCalendarWord(_text.Form(first)) || !_text.Form(first).ContainsAnyInRange('A', 'Z') && IsLower(first))) return;
        // A plural is no person: "Engineers opened the gates" starts a sentence with people of a kind.
        if (end - first == 1 && type is EntityType.Person && _text.Words[first].Xpos is Xpos.NNPS) return;
        bool titled = roles.Count > 0;
        if (type is EntityType.Person) CollectTitlesBefore(first, sentence, roles, ref titled);
        CollectRolesAround(first, end, sentence, roles, ref titled);
        foreach (var candidate in proposed)
            if (candidate.First <= first && end <= candidate.End) roles.AddRange(candidate.Roles);
        var own = end - first == 1 && Nationalities.ContainsKey(Lower(first)) ? (Type: EntityType.Norp, IsSure: true) : TypeOf(first, end, sentence, titled && type is EntityType.Person or EntityType.Other);
        if (own.IsSure) type = own.Type;
        _candidates.Add(new NameCandidate(first, end, type, own.IsSure, true, KeyOf(first, end), [.. roles.Distinct(StringComparer.Ordinal)]));
    }

    /// <summary>"Russian Culture Minister Ann Lee": the capitalised words in front, when there is a title among them.</summary>
    private void CollectTitlesBefore(int first, SentenceSyntax sentence, List<string> roles, ref bool titled)
    {
        int start = first;
        bool found = false;
        while (start > sentence.FirstToken && first - start < 6 && IsNameToken(start - 1, sentence)) found |= Titles.Contains(Lower(--start));
        if (!found) return;
        titled = true;
        for (int i = start; i < first; i++) roles.Add(Lower(i));
    }

    private static EntityType TypeOf(NameType type) => type switch
    {
        NameType.Person => EntityType.Person,
        NameType.Organization => EntityType.Organization,
        NameType.Location => EntityType.Location,
        NameType.Norp => EntityType.Norp,
        NameType.Event => EntityType.Event,
        _ => EntityType.Other,
    };

    /// <summary>"Ann Lee Jr.", "Bo Lee, Sr.": what tells a son from his father belongs to the name.</summary>
    private void AddGenerations()
    {
        for (int c = 0; c < _candidates.Count; c++)
        {
            var candidate = _candidates[c];
            if (candidate.Type is not EntityType.Person || candidate.End - candidate.First < 2) continue;
            var sentence = _text.SentenceOf(candidate.First);
            int next = candidate.End < sentence.EndToken && _text.Form(candidate.End) is "," ? candidate.End + 1 : candidate.End;
            if (next >= sentence.EndToken || !char.IsUpper(_text.Form(next)[0]) || !NameKeys.IsGeneration(Lower(next))) continue;
            _candidates[c] = candidate with { End = next + 1, Key = KeyOf(candidate.First, next + 1) };
        }
    }

    /// <summary>Gives a name the type that most of its mentions have; a sure one counts for three, an unknown one for none.</summary>
    private void AgreeOnTypes()
    {
        const int Sure = 3;
        var votes = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var candidate in _candidates)
        {
            if (!votes.TryGetValue(candidate.Key, out int[]? counts)) votes[candidate.Key] = counts = new int[(int)EntityType.Other + 1];
            if (candidate.Type is not EntityType.Other) counts[(int)candidate.Type] += candidate.IsSure ? Sure : 1;
        }
        for (int c = 0; c < _candidates.Count; c++)
        {
            int[] counts = votes[_candidates[c].Key];
            int most = counts.Max();
            if (most > 0) _candidates[c] = _candidates[c] with { Type = TieOrder.First(type => counts[(int)type] == most) };
        }
    }

    /// <summary>
    /// In a headline every word may be capitalised, so that a verb is taken for a part of the name: "Ann Lee Resigns". What the rest of
    /// the text names so is the name.
    /// </summary>
    private void CutHeadlineNames()
    {
        const int Longest = 12;
        var known = new Dictionary<string, EntityType>(StringComparer.Ordinal);
        foreach (var candidate in _candidates.Where(c => !InHeadline(c)))
        {
            known.TryAdd(candidate.Key, candidate.Type);
            if (candidate.Type is EntityType.Person) known.TryAdd(candidate.Key[(candidate.Key.LastIndexOf(' ') + 1)..], EntityType.Other);
        }
        for (int c = 0; c < _candidates.Count; c++)
        {
            var whole = _candidates[c];
            if (!InHeadline(whole) || whole.End - whole.First is < 2 or > Longest || known.ContainsKey(whole.Key)) continue;
            // "Ann Lee" and "House Democrats" are names as they stand.
            if (whole.End - whole.First == 2 && (whole.Type is EntityType.Organization || GivenNames.ContainsKey(Lower(whole.First)))) continue;
            if (PartOf(whole) is { } part) _candidates[c] = part;
        }
        // What nothing vouches for may be any word with a capital.
        _candidates.RemoveAll(candidate => candidate.Type is EntityType.Other && !candidate.IsTagged && InHeadline(candidate) && !known.ContainsKey(candidate.Key));

        NameCandidate? PartOf(NameCandidate whole)
        {
            for (int length = whole.End - whole.First - 1; length > 0; length--)
                for (int first = whole.First; first + length <= whole.End; first++)
                {
                    int end = first + length;
                    if (!known.TryGetValue(KeyOf(first, end), out var type) || IsHyphen(first) || IsHyphen(first - 1) || IsHyphen(end - 1) || end < whole.End && IsHyphen(end)) continue;
                    if (length == 1 && first > whole.First && GivenNames.ContainsKey(Lower(first - 1))) (first, type) = (first - 1, EntityType.Person);
                    return new NameCandidate(first, end, type, false, true, KeyOf(first, end), whole.Roles);
                }
            return null;
        }

        bool IsHyphen(int token) => token >= 0 && _text.Form(token) is "-";

        bool InHeadline(NameCandidate candidate) => _text.Tree.Blocks[_text.SentenceOf(candidate.First).Block].Kind is SyntaxKind.Headline;
    }

    private string KeyOf(int start, int end) => NameKeys.Of(_text, start, end);

    private string Lower(int token) => _text.Form(token).ToString().ToLowerInvariant();

    private bool IsLower(int token) => char.IsLower(_text.Form(token)[0]);
}
