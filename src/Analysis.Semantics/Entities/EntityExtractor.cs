using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Entities;

/// <summary>Finds names, types them, and groups the mentions that denote one entity.</summary>
/// <remarks>
/// Names are those that <see cref="NameTagger"/> finds, and runs of capitalised words that it leaves. Titles, lists and words that
/// names end in decide on a type before the tagger does, and what a text mostly calls a name holds throughout it. Two names are one entity when they are equal, when one is the last name of the other's person, or when one is the acronym written
/// in brackets behind the other. Pronouns and "the minister" are left unresolved where two persons fit.
/// </remarks>
internal sealed class EntityExtractor
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

    /// <summary>Titles of heads of state and government, for whom "leader" stands.</summary>
    private static readonly FrozenSet<string> Leaders = FrozenSet.Create(StringComparer.Ordinal, "president", "premier", "prime", "chancellor", "king", "queen", "emperor", "chairman", "leader", "pope");

    /// <summary>Of types with equally many mentions the first: in a text that takes a place for a person, most names are persons.</summary>
    private static readonly ImmutableArray<EntityType> TieOrder = [EntityType.Location, EntityType.Organization, EntityType.Person, EntityType.Norp, EntityType.Event];

    private readonly AnnotatedText _text;
    private readonly bool[] _quoted;
    private readonly List<Candidate> _candidates = [];

    // Runs of capitalised words of the sentence being read.
    private readonly List<Candidate> _proposed = [];
    private readonly List<Group> _groups = [];

    // Persons by last name, and candidates by the token behind them.
    private readonly Dictionary<string, List<Group>> _byLastName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Candidate> _byEnd = [];
    private List<Group> _persons = [];

    private EntityExtractor(AnnotatedText text, bool[] quoted) => (_text, _quoted) = (text, quoted);

    /// <summary>Whether the word is the name of a month, a weekday, a time zone or a feast.</summary>
    public static bool IsCalendarWord(ReadOnlySpan<char> word) => CalendarWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether the lemma is a title or role of persons.</summary>
    public static bool IsTitle(string lemma) => Titles.Contains(lemma);

    /// <summary>Finds the entities of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quoted">For every token whether it stands between quotation marks.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<Entity> Extract(AnnotatedText text, bool[] quoted, CancellationToken cancellation)
    {
        var extractor = new EntityExtractor(text, quoted);
        var tagged = NameTagger.Default.Tag(text, cancellation);
        int next = 0;
        foreach (var sentence in text.Tree.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = next;
            while (next < tagged.Length && tagged[next].FirstToken < sentence.EndToken) next++;
            extractor.FindNames(sentence);
            extractor.Reconcile(sentence, tagged.AsSpan(first, next - first));
        }
        extractor.AgreeOnTypes();
        extractor.GroupNames();
        extractor.ResolveReferences(cancellation);
        return extractor.Complete();
    }

    /// <summary>A name in the text before it is grouped.</summary>
    /// <param name="First">First token.</param>
    /// <param name="End">Just past the last token.</param>
    /// <param name="Type">What it is.</param>
    /// <param name="IsSure">Whether the type follows from more than the tagger's word and the shape of the name.</param>
    /// <param name="IsTagged">Whether the tagger found it.</param>
    /// <param name="Key">The name folded.</param>
    /// <param name="Roles">Titles and the like beside it, in lower case.</param>
    private readonly record struct Candidate(int First, int End, EntityType Type, bool IsSure, bool IsTagged, string Key, string[] Roles);

    /// <summary>Mentions that denote one entity, being collected.</summary>
    private sealed class Group
    {
        public required string Name;
        public required string Key;
        public EntityType Type;
        public readonly List<Mention> Mentions = [];
        public readonly HashSet<string> Roles = new(StringComparer.Ordinal);
        public readonly SortedSet<string> Aliases = new(StringComparer.Ordinal);

        /// <summary>Last word of a person's name.</summary>
        public string LastName => Key[(Key.LastIndexOf(' ') + 1)..];
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
        _proposed.Add(new Candidate(start, end, type.Type, type.IsSure, false, KeyOf(start, end), [.. roles]));

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

    private void Decide(List<Candidate> proposed, ReadOnlySpan<NameSpan> tagged, SentenceSyntax sentence, bool headline)
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

    private bool IsLongerName(Candidate run, NameSpan name)
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

    private static bool Covers(Candidate whole, ReadOnlySpan<NameSpan> names) => whole.First <= names[0].FirstToken && names[^1].EndToken <= whole.End;

    /// <summary>Whether the tags speak for a name, or what stands in front does: "the ferry Øresk".</summary>
    private bool IsProper(Candidate candidate)
    {
        int before = candidate.First - 1;
        if (before >= 0 && _text.Tree.Tokens[before].Sentence == _text.Tree.Tokens[candidate.First].Sentence && _text.Words[before].Upos is Upos.NOUN && IsLower(before)) return true;
        for (int i = candidate.First; i < candidate.End; i++)
            if (_text.Words[i].Upos is Upos.PROPN) return true;
        return false;
    }

    private void AddTagged(NameSpan name, List<Candidate> proposed, SentenceSyntax sentence)
    {
        int first = name.FirstToken, end = name.EndToken;
        var roles = new List<string>();
        var type = TypeOf(name.Type);
        // "Democrat Ann Lee", "Dr. Lee": what stands in front of the person is no part of the name.
        while (type is EntityType.Person && end - first > 1 && (Titles.Contains(Lower(first)) && !GivenNames.ContainsKey(Lower(first)) || Nationalities.ContainsKey(Lower(first))))
        {
            if (Nationalities.ContainsKey(Lower(first))) _candidates.Add(new Candidate(first, first + 1, EntityType.Norp, true, true, KeyOf(first, first + 1), []));
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
        _candidates.Add(new Candidate(first, end, type, own.IsSure, true, KeyOf(first, end), [.. roles.Distinct(StringComparer.Ordinal)]));
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

    // ---- grouping ----

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

        Candidate? PartOf(Candidate whole)
        {
            for (int length = whole.End - whole.First - 1; length > 0; length--)
                for (int first = whole.First; first + length <= whole.End; first++)
                {
                    int end = first + length;
                    if (!known.TryGetValue(KeyOf(first, end), out var type) || IsHyphen(first) || IsHyphen(first - 1) || IsHyphen(end - 1) || end < whole.End && IsHyphen(end)) continue;
                    if (length == 1 && first > whole.First && GivenNames.ContainsKey(Lower(first - 1))) (first, type) = (first - 1, EntityType.Person);
                    return new Candidate(first, end, type, false, true, KeyOf(first, end), whole.Roles);
                }
            return null;
        }

        bool IsHyphen(int token) => token >= 0 && _text.Form(token) is "-";

        bool InHeadline(Candidate candidate) => _text.Tree.Blocks[_text.SentenceOf(candidate.First).Block].Kind is SyntaxKind.Headline;
    }

    private void GroupNames()
    {
        CutHeadlineNames();
        var byKey = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var candidate in _candidates) _byEnd[candidate.End] = candidate;
        // Longer names first make the groups that shorter ones join; the order of the text is restored at the end.
        foreach (var candidate in _candidates.Where(c => c.Key.Contains(' ')).Concat(_candidates.Where(c => !c.Key.Contains(' '))))
        {
            if (!byKey.TryGetValue(candidate.Key, out var group))
            {
                group = FindPerson(candidate) ?? FindAcronym(candidate, byKey);
                if (group is null)
                {
                    group = new Group { Name = Name(candidate), Key = candidate.Key, Type = candidate.Type };
                    _groups.Add(group);
                }
                byKey[candidate.Key] = group;
            }
            if (group.Type is EntityType.Other || group.Type is EntityType.Location && candidate.Type is EntityType.Person)
                // "in Tern" may be a guess at a place; what the full name is must come from a better sign.
                group.Type = candidate.Key == group.Key || candidate.Type is EntityType.Person ? candidate.Type : group.Type;
            if (group.Type is EntityType.Person or EntityType.Other && group.Key.Contains(' '))
            {
                if (!_byLastName.TryGetValue(group.LastName, out var persons)) _byLastName[group.LastName] = persons = [];
                if (!persons.Contains(group)) persons.Add(group);
            }
            group.Aliases.Add(candidate.Key);
            group.Roles.UnionWith(candidate.Roles);
            group.Mentions.Add(new Mention(_text.SpanOf(candidate.First, candidate.End), candidate.First, candidate.End, MentionKind.Name));
        }
    }

    /// <summary>
    /// The person whose last name the candidate is; null when there is none or more than one. A name of several words that nothing
    /// told for a person's is one when its last word stands alone elsewhere, all the more with a title.
    /// </summary>
    private Group? FindPerson(Candidate candidate)
    {
        if (candidate.Key.Contains(' ') || candidate.Type is EntityType.Norp or EntityType.Organization) return null;
        return _byLastName.TryGetValue(candidate.Key, out var persons) && persons.Count == 1 ? persons[0] : null;
    }

    /// <summary>The organisation in front of "(EU)" whose initials the candidate is.</summary>
    private Group? FindAcronym(Candidate candidate, Dictionary<string, Group> byKey)
    {
        if (candidate.First < 2 || candidate.End - candidate.First != 1 || _text.Form(candidate.First - 1) is not "(") return null;
        if (!_byEnd.TryGetValue(candidate.First - 1, out var other) || !byKey.TryGetValue(other.Key, out var group)) return null;
        var initials = new StringBuilder();
        for (int i = other.First; i < other.End; i++)
            if (char.IsUpper(_text.Form(i)[0])) initials.Append(_text.Form(i)[0]);
        return initials.Equals(_text.Form(candidate.First)) ? group : null;
    }

    // ---- pronouns and nominals ----

    private void ResolveReferences(CancellationToken cancellation)
    {
        var named = _groups.Where(g => g.Type is EntityType.Person)
            .SelectMany(g => g.Mentions.Select(m => (Group: g, m.FirstToken, m.EndToken)))
            .OrderBy(m => m.FirstToken).ToList();
        if (named.Count == 0) return;
        // So many persons that a title does not single one out are not searched.
        const int FewPersons = 50;
        _persons = [.. _groups.Where(g => g.Type is EntityType.Person).Take(FewPersons + 1)];
        if (_persons.Count > FewPersons) _persons = [];
        // Persons mentioned so far, latest last; resolved pronouns join in, so that a chain of them holds.
        var recent = new List<(Group Group, int Token)>();
        int next = 0;
        for (int i = 0; i < _text.Tree.Tokens.Length; i++)
        {
            if ((i & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            while (next < named.Count && named[next].EndToken <= i + 1)
            {
                recent.Add((named[next].Group, named[next].FirstToken));
                next++;
            }
            if (_quoted[i]) continue;
            if (GenderOf(i) is { } gender)
            {
                if (Antecedent(i, recent, gender) is { } group)
                {
                    group.Mentions.Add(new Mention(_text.SpanOf(i, i + 1), i, i + 1, MentionKind.Pronoun));
                    recent.Add((group, i));
                }
            }
            else if (NominalAt(i) is { } nominal && Bearer(nominal.Title, nominal.Nationality, recent) is { } bearer)
            {
                bearer.Mentions.Add(new Mention(_text.SpanOf(nominal.First, i + 1), nominal.First, i + 1, MentionKind.Nominal));
                recent.Add((bearer, i));
            }
        }
    }

    /// <summary>m or f for a pronoun of the third person, null for any other word.</summary>
    private char? GenderOf(int token) => _text.Words[token].Upos is not Upos.PRON ? null : _text.Form(token) switch
    {
        "he" or "He" or "him" or "his" or "His" => 'm',
        "she" or "She" or "her" or "Her" => 'f',
        _ => null,
    };

    /// <summary>The one person of this and the sentence before that the pronoun can mean; else the subject of the sentence before.</summary>
    private Group? Antecedent(int token, List<(Group Group, int Token)> recent, char gender)
    {
        int sentence = _text.Tree.Tokens[token].Sentence;
        int section = _text.Tree.Blocks[_text.Tree.Sentences[sentence].Block].Section;
        Group? only = null, subject = null;
        bool several = false;
        for (int r = recent.Count - 1; r >= 0; r--)
        {
            int other = _text.Tree.Tokens[recent[r].Token].Sentence;
            if (other < sentence - 1 || _text.Tree.Blocks[_text.Tree.Sentences[other].Block].Section != section) break;
            var group = recent[r].Group;
            if (KnownGender(group) is { } known && known != gender) continue;
            several |= only is not null && only != group;
            only ??= group;
            if (other == sentence - 1 && IsSubject(recent[r].Token)) subject ??= group;
        }
        return several ? subject : only;
    }

    private bool IsSubject(int token) => _text.Words[token].Relation.Universal() is DependencyRelation.Nsubj
        || _text.Words[token].Relation.Universal() is DependencyRelation.Flat or DependencyRelation.Compound && _text.Head(token) is var head and >= 0 && _text.Words[head].Relation.Universal() is DependencyRelation.Nsubj;

    private static char? KnownGender(Group group)
    {
        if (group.Roles.Contains("mr") || group.Roles.Contains("mr.") || group.Roles.Contains("king") || group.Roles.Contains("spokesman") || group.Roles.Contains("chairman")) return 'm';
        if (group.Roles.Contains("ms") || group.Roles.Contains("ms.") || group.Roles.Contains("mrs") || group.Roles.Contains("mrs.") || group.Roles.Contains("queen") || group.Roles.Contains("spokeswoman")) return 'f';
        int space = group.Key.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && GivenNames.TryGetValue(group.Key[..space], out string? gender) && gender is "m" or "f" ? GivenNames[group.Key[..space]][0] : null;
    }

    /// <summary>"the Russian leader", "the minister": a definite noun phrase whose head is a title.</summary>
    private (int First, string Title, string Nationality)? NominalAt(int head)
    {
        var word = _text.Words[head];
        if (word.Upos is not Upos.NOUN || word.Xpos is not Xpos.NN || !IsLower(head) || !Titles.Contains(word.Lemma)) return null;
        var sentence = _text.SentenceOf(head);
        if (head + 1 < sentence.EndToken && (_text.Words[head + 1].Upos is Upos.PROPN || _text.Form(head + 1) is "," or "of" or "-")) return null;
        string nationality = "";
        for (int i = head - 1; i >= sentence.FirstToken && i >= head - 4; i--)
        {
            if (_text.Form(i) is "the" or "The") return (i, word.Lemma, nationality);
            if (Nationalities.ContainsKey(Lower(i))) nationality = Lower(i);
            else if (_text.Words[i].Upos is not (Upos.ADJ or Upos.NOUN or Upos.PROPN)) return null;
        }
        return null;
    }

    /// <summary>The one person who bears the title among those named so far, else in the whole text; null when several do.</summary>
    private Group? Bearer(string title, string nationality, List<(Group Group, int Token)> recent)
    {
        Group? found = null;
        // A text that names hundreds of persons is not searched to its start for each of them.
        const int Reach = 200;
        for (int r = recent.Count - 1; r >= Math.Max(0, recent.Count - Reach); r--)
        {
            var group = recent[r].Group;
            if (!Bears(group, title, nationality)) continue;
            if (found is not null && found != group) return null;
            found = group;
        }
        if (found is not null || recent.Count > Reach) return found;
        // Newspapers name a person after the title as well as before: "the Russian leader said. … President Putin".
        foreach (var group in _persons)
        {
            if (!Bears(group, title, nationality)) continue;
            if (found is not null) return null;
            found = group;
        }
        return found;
    }

    private static bool Bears(Group group, string title, string nationality) =>
        (group.Roles.Contains(title) || title is "leader" && group.Roles.Overlaps(Leaders))
        && (nationality.Length == 0 || group.Roles.Contains(nationality) || !group.Roles.Any(Nationalities.ContainsKey));

    // ---- result ----

    private ImmutableArray<Entity> Complete()
    {
        foreach (var group in _groups) group.Mentions.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        _groups.Sort((a, b) => a.Mentions[0].FirstToken.CompareTo(b.Mentions[0].FirstToken));
        return [.. _groups.Select((group, index) => new Entity(index, group.Type, group.Name, [.. group.Mentions], Keys(group)))];
    }

    private static ImmutableArray<string> Keys(Group group)
    {
        var keys = new List<string> { group.Key };
        if (group.Type is EntityType.Person && group.LastName != group.Key) keys.Add(group.LastName);
        if (group.Type is EntityType.Norp && Nationalities.TryGetValue(group.Key, out string? place)) keys.Add(place);
        keys.AddRange(group.Aliases.Where(alias => !keys.Contains(alias)));
        return [.. keys];
    }

    private string Name(Candidate candidate)
    {
        var name = new StringBuilder();
        for (int i = candidate.First; i < candidate.End; i++)
        {
            if (i > candidate.First && _text.Tree.Tokens[i - 1].Span.End < _text.Tree.Tokens[i].Span.Start) name.Append(' ');
            name.Append(_text.Form(i));
        }
        return name.ToString();
    }

    private string KeyOf(int start, int end)
    {
        var key = new StringBuilder();
        for (int i = start; i < end; i++)
        {
            if (_text.Form(i) is "-") continue;
            if (key.Length > 0) key.Append(' ');
            key.Append(Fold(_text.Form(i).ToString()));
        }
        return key.ToString();
    }

    /// <summary>Lower case without accents, the apostrophe straight.</summary>
    internal static string Fold(string word)
    {
        if (Ascii.IsValid(word)) return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (char c in word.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark) folded.Append(c is '’' ? '\'' : char.ToLowerInvariant(c));
        return folded.ToString();
    }

    private string Lower(int token) => _text.Form(token).ToString().ToLowerInvariant();

    private bool IsLower(int token) => char.IsLower(_text.Form(token)[0]);
}
