using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>What a unit of meaning is.</summary>
internal enum UnitClass : byte
{
    /// <summary>A word of a name.</summary>
    Name,

    /// <summary>A number, a date or a time, all its words together.</summary>
    Value,

    /// <summary>A common noun.</summary>
    Noun,

    /// <summary>A full verb.</summary>
    Verb,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>An adverb that is no mere link.</summary>
    Adverb,
}

/// <summary>The part that a unit plays for its governor, told so that other constructions of the same read alike.</summary>
internal enum UnitRole : byte
{
    /// <summary>It has no governor.</summary>
    Root,

    /// <summary>Who does it, with the voice undone.</summary>
    Subject,

    /// <summary>Whom it is done to, with the voice undone.</summary>
    Object,

    /// <summary>What narrows a noun down: adjectives, compounds, possessors, <em>of</em>.</summary>
    Modifier,

    /// <summary>Behind a preposition, which tells it apart.</summary>
    Oblique,

    /// <summary>A clause or an adverb.</summary>
    Other,
}

/// <summary>A word or a value that carries meaning.</summary>
/// <param name="Token">Its head token.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">Just past its last token.</param>
/// <param name="Class">What it is.</param>
/// <param name="Key">Equal for units of the same lemma or value.</param>
/// <param name="Term">Its term; -1 for a value.</param>
/// <param name="Quantity">Index of the quantity that it is; -1 for none.</param>
/// <param name="Date">Index of the date that it is; -1 for none.</param>
internal readonly record struct MeaningUnit(int Token, int First, int End, UnitClass Class, uint Key, int Term, int Quantity, int Date)
{
    /// <summary>How much of a passage's content it is.</summary>
    public int Weight => Class switch { UnitClass.Value => 24, UnitClass.Name => 20, UnitClass.Noun or UnitClass.Verb => 16, UnitClass.Adjective => 12, _ => 8 };
}

/// <summary>A passage as units of meaning and what they have to do with each other.</summary>
internal sealed class MeaningUnits
{
    private static readonly FrozenSet<string> DenyingWords = FrozenSet.Create(
        StringComparer.Ordinal, "not", "never", "n't", "no", "nobody", "none", "nothing", "neither", "nor", "without");

    private readonly int[] _unitAt;
    private readonly string?[] _markers;

    public MeaningUnits(SemanticModel model, int[] termAt)
    {
        Model = model;
        _unitAt = new int[termAt.Length];
        Array.Fill(_unitAt, -1);
        Units = Read(termAt);
        Governors = new int[Units.Length];
        Roles = new UnitRole[Units.Length];
        _markers = new string?[Units.Length];
        for (int i = 0; i < Units.Length; i++) Govern(i);
        (Words, SmallWords) = ReadWords();
        IsAttribution = Attributions();
        IsDenied = Denials();
    }

    public SemanticModel Model { get; }

    /// <summary>In order of the text.</summary>
    public ImmutableArray<MeaningUnit> Units { get; }

    /// <summary>Hashes of the lemmas of all words, in order; signs are none.</summary>
    public ImmutableArray<uint> Words { get; }

    /// <summary>Hashes of the lemmas of the words that are in no unit, ascending: what ties the others together.</summary>
    public ImmutableArray<uint> SmallWords { get; }

    /// <summary>For every unit the one that governs it; -1 for none.</summary>
    public int[] Governors { get; }

    /// <summary>For every unit its part.</summary>
    public UnitRole[] Roles { get; }

    /// <summary>The preposition in front of a unit; empty when there is none or when it only narrows down, as <em>of</em> does.</summary>
    public string MarkerOf(int unit) => _markers[unit] ?? "";

    /// <summary>For every unit whether it only says who said it.</summary>
    public bool[] IsAttribution { get; }

    /// <summary>For every unit whether a word denies it.</summary>
    public bool[] IsDenied { get; }

    /// <summary>Whether the passage puts something as less than a fact.</summary>
    public bool IsOpen => Model.Claims.Any(claim => claim.Predicate.Modality is not Modality.Asserted);

    /// <summary>Whether the passage is a single sentence in which an odd number of words is denied.</summary>
    public bool IsDenial => Model.Tree.Sentences.Length == 1 && IsDenied.Count(denied => denied) % 2 == 1;

    /// <summary>Whether two units stand side by side or one narrows the other down, so that their order says little.</summary>
    public bool AreListed(int one, int other)
    {
        (one, other) = (HeadOfName(one), HeadOfName(other));
        return Governors[one] == Governors[other] && Roles[one] == Roles[other]
            || Governors[one] == other && Roles[one] is UnitRole.Modifier || Governors[other] == one && Roles[other] is UnitRole.Modifier;
    }

    /// <summary>The word of a name by which the name hangs from what is around it; any other unit is its own.</summary>
    private int HeadOfName(int unit)
    {
        while (Units[unit].Class is UnitClass.Name && Governors[unit] is var above and >= 0 && Units[above].Class is UnitClass.Name && AreOneName(unit, above)) unit = above;
        return unit;
    }

    private bool AreOneName(int one, int other)
    {
        for (int i = Math.Min(one, other); i < Math.Max(one, other); i++)
            if (Units[i].Class is not UnitClass.Name || Units[i].End != Units[i + 1].First) return false;
        return true;
    }

    /// <summary>The nearest word in front of a unit or behind it, articles left out; empty where a sign or a conjunction comes first.</summary>
    public ReadOnlySpan<char> WordBeside(int unit, bool behind)
    {
        var text = Model.Text;
        int step = behind ? 1 : -1;
        for (int token = behind ? Units[unit].End : Units[unit].First - 1; token >= 0 && token < text.Words.Length; token += step)
        {
            if (text.Words[token].Upos is Upos.DET) continue;
            return text.Words[token].Upos is Upos.PUNCT or Upos.CCONJ ? default : text.Form(token);
        }
        return default;
    }

    /// <summary>The unit that a token is part of; -1 for none.</summary>
    public int UnitAt(int token) => _unitAt[token];

    private ImmutableArray<MeaningUnit> Read(int[] termAt)
    {
        var (text, tokens) = (Model.Text, Model.Tree.Tokens);
        var units = ImmutableArray.CreateBuilder<MeaningUnit>(termAt.Length);
        int quantity = 0, date = 0;
        for (int i = 0; i < termAt.Length;)
        {
            while (date < Model.Dates.Length && Model.Dates[date].EndToken <= i) date++;
            while (quantity < Model.Quantities.Length && Model.Quantities[quantity].EndToken <= i) quantity++;
            int first = i;
            if (date < Model.Dates.Length && Model.Dates[date].FirstToken <= i)
            {
                i = Model.Dates[date].EndToken;
                Add(first, i, UnitClass.Value, Typography.Hash(Model.Dates[date].Timex), -1, -1, date);
            }
            else if (quantity < Model.Quantities.Length && Model.Quantities[quantity].FirstToken <= i)
            {
                var found = Model.Quantities[quantity];
                i = found.EndToken;
                Add(first, i, UnitClass.Value, Typography.Hash(string.Create(CultureInfo.InvariantCulture, $"{found.Unit} {FigureDifferences.ValueOf(found)}")), -1, quantity, -1);
            }
            else if (IsScore(first))
            {
                // The key of a score that was read as one.
                i += 3;
                Add(first, i, UnitClass.Value, Typography.Hash($" {text.Form(first)}-{text.Form(first + 2)}"), -1, -1, -1);
            }
            else
            {
                i++;
                var word = text.Words[first];
                bool number = tokens[first].Kind is SyntaxKind.Number || word.Upos is Upos.NUM;
                if (number || termAt[first] >= 0 && tokens[first].Kind is SyntaxKind.Word && !IsClosed(word.Upos))
                    Add(first, i, number ? UnitClass.Value : ClassOf(word.Upos), Typography.Hash(word.Lemma), number ? -1 : termAt[first], -1, -1);
            }
        }
        return units.DrainToImmutable();

        // Two whole numbers with a hyphen between them: "a 2-2 draw".
        bool IsScore(int token) =>
            token + 2 < termAt.Length && tokens[token].Kind is SyntaxKind.Number && tokens[token + 2].Kind is SyntaxKind.Number
            && text.Form(token + 1) is "-" or "–" && tokens[token].Span.End == tokens[token + 1].Span.Start && tokens[token + 1].Span.End == tokens[token + 2].Span.Start
            && (quantity == Model.Quantities.Length || Model.Quantities[quantity].FirstToken > token + 2) && (date == Model.Dates.Length || Model.Dates[date].FirstToken > token + 2);

        void Add(int first, int end, UnitClass of, uint key, int term, int quantityIndex, int dateIndex)
        {
            int head = first;
            for (int token = first; token < end; token++)
            {
                _unitAt[token] = units.Count;
                if (text.Head(token) is var above && (above < first || above >= end)) head = token;
            }
            units.Add(new MeaningUnit(head, first, end, of, key, term, quantityIndex, dateIndex));
        }
    }

    private (ImmutableArray<uint> All, ImmutableArray<uint> Small) ReadWords()
    {
        var words = Model.Text.Words;
        var all = ImmutableArray.CreateBuilder<uint>(words.Length);
        var small = ImmutableArray.CreateBuilder<uint>();
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Upos is Upos.PUNCT) continue;
            uint hash = Typography.Hash(words[i].Lemma);
            all.Add(hash);
            if (UnitAt(i) < 0) small.Add(hash);
        }
        small.Sort();
        return (all.DrainToImmutable(), small.DrainToImmutable());
    }

    /// <summary>Words inside a name that say nothing by themselves: "House of Representatives".</summary>
    private static bool IsClosed(Upos upos) => upos is Upos.PRON or Upos.ADP or Upos.DET or Upos.CCONJ or Upos.SCONJ or Upos.PART or Upos.AUX;

    private static UnitClass ClassOf(Upos upos) => upos switch
    {
        Upos.PROPN => UnitClass.Name,
        Upos.VERB => UnitClass.Verb,
        Upos.ADJ => UnitClass.Adjective,
        Upos.ADV => UnitClass.Adverb,
        _ => UnitClass.Noun,
    };

    private void Govern(int unit)
    {
        var text = Model.Text;
        int token = Units[unit].Token;
        // What is joined by "and" has the part of the first, which is not its governor.
        while (text.Words[token].Relation.Universal() is DependencyRelation.Conj && text.Head(token) is var joined and >= 0 && (UnitAt(joined) < 0 || UnitAt(joined) < unit)) token = joined;
        var relation = text.Words[token].Relation;
        int above = text.Head(token);
        while (above >= 0 && (UnitAt(above) < 0 || UnitAt(above) == unit)) above = text.Head(above);
        Governors[unit] = above < 0 ? -1 : UnitAt(above);
        Roles[unit] = above < 0 ? UnitRole.Root : RoleOf(relation);
        if (Roles[unit] is UnitRole.Oblique or UnitRole.Modifier && text.Dependent(token, DependencyRelation.Case) is var marker and >= 0)
        {
            string lemma = text.Words[marker].Lemma;
            if (lemma is "by" && above >= 0 && IsPassive(above))
            {
                Roles[unit] = UnitRole.Subject;
                return;
            }
            bool of = lemma is "of" or "'s" or "’s";
            Roles[unit] = of ? UnitRole.Modifier : UnitRole.Oblique;
            _markers[unit] = of ? null : lemma;
        }
    }

    private bool IsPassive(int token)
    {
        foreach (int dependent in Model.Text.Dependents(token))
            if (Model.Text.Words[dependent].Relation is DependencyRelation.NsubjPass or DependencyRelation.AuxPass) return true;
        return false;
    }

    private static UnitRole RoleOf(DependencyRelation relation) => relation switch
    {
        DependencyRelation.Nsubj or DependencyRelation.NsubjOuter or DependencyRelation.Csubj or DependencyRelation.CsubjOuter or DependencyRelation.OblAgent => UnitRole.Subject,
        DependencyRelation.Obj or DependencyRelation.NsubjPass or DependencyRelation.CsubjPass => UnitRole.Object,
        DependencyRelation.Obl or DependencyRelation.Iobj or DependencyRelation.OblUnmarked or DependencyRelation.OblTmod or DependencyRelation.OblNpmod => UnitRole.Oblique,
        _ when relation.Universal() is DependencyRelation.Nmod or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Appos or DependencyRelation.Nummod
            or DependencyRelation.Flat or DependencyRelation.Acl => UnitRole.Modifier,
        _ => UnitRole.Other,
    };

    /// <summary>What is denied twice is not denied.</summary>
    private bool[] Denials()
    {
        var denied = new bool[Units.Length];
        var words = Model.Text.Words;
        for (int i = 0; i < words.Length; i++)
        {
            // "No. 4" denies nothing.
            if (words[i].Upos is Upos.NOUN or Upos.PROPN || !DenyingWords.Contains(words[i].Lemma)) continue;
            int above = i;
            // "…, but it did not say which" denies nothing of the clause before.
            while (above >= 0 && UnitAt(above) < 0) above = BeginsClause(words[above].Relation) ? -1 : Model.Text.Head(above);
            if (above >= 0) denied[UnitAt(above)] ^= true;
        }
        return denied;

        static bool BeginsClause(DependencyRelation relation) =>
            relation is DependencyRelation.AclRelcl || relation.Universal() is DependencyRelation.Conj or DependencyRelation.Advcl or DependencyRelation.Parataxis;
    }

    private bool[] Attributions()
    {
        var found = new bool[Units.Length];
        foreach (var claim in Model.Claims)
            foreach (var attribution in claim.Attribution)
            {
                if (attribution.Source is { } source) Mark(source);
                if (attribution.Cue is { } cue) Mark(cue);
            }
        return found;

        void Mark(TextSpan span)
        {
            for (int token = Model.Text.TokenAt(span.Start); token < _unitAt.Length && Model.Tree.Tokens[token].Span.Start < span.End; token++)
                if (UnitAt(token) >= 0) found[UnitAt(token)] = true;
        }
    }
}
