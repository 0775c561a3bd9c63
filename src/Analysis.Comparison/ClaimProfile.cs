using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Comparison;

/// <summary>A claim in the form in which it is compared.</summary>
internal sealed class ClaimProfile
{
    public ClaimProfile(SemanticModel model, int index, Terms terms, int[] termAt)
    {
        Model = model;
        Index = index;
        Claim = model.Claims[index];
        PredicateTerm = termAt[Claim.Predicate.Head] >= 0 ? termAt[Claim.Predicate.Head] : terms.OfLemma(Claim.Predicate.Lemma);
        // The particle makes another verb: "break out".
        if (Claim.Predicate.Lemma.Contains(' ')) PredicateTerm = terms.OfLemma(Claim.Predicate.Lemma);
        var content = new SortedDictionary<int, int>();
        foreach (int token in Claim.Tokens)
            if (termAt[token] is var term and >= 0 && !IsNegation(token)) content.TryAdd(token == Claim.Predicate.Head ? PredicateTerm : term, token);
        // "The dam, which was completed in 1961": the noun that a relative clause is about stands outside it.
        foreach (var argument in Claim.Arguments)
            if (Claim.Tokens.BinarySearch(argument.Head) < 0)
                for (int i = argument.FirstToken; i < argument.EndToken; i++)
                    if (termAt[i] is var term and >= 0) content.TryAdd(term, i);
        ContentTerms = [.. content.Keys];
        FirstTokens = [.. content.Values];
        Quantities = [.. Claim.Quantities.Select(q => model.Quantities[q]).Where(q => q.Kind is not QuantityKind.Duration || q.Counted is not null)];
        Dates = [.. Claim.Dates.Select(d => model.Dates[d]).Where(d => d.Kind is not DateKind.Duration and not DateKind.Set)];
        Subject = Phrase(Role.Agent, termAt) ?? [];
        Object = Phrase(Role.Theme, termAt) ?? [];
        SubjectWord = Claim.Arguments.Where(a => a.Role is Role.Agent).Concat(Claim.Arguments.Where(a => a.Role is Role.Theme))
            .Select(a => model.Text.Words[a.Head].Lemma.ToLowerInvariant()).FirstOrDefault() ?? "";
    }

    public SemanticModel Model { get; }

    /// <summary>Index in the model's claims.</summary>
    public int Index { get; }

    public Claim Claim { get; }

    /// <summary>What the predicate says, synonyms folded.</summary>
    public int PredicateTerm { get; }

    /// <summary>Terms of the claim, ascending, each once, the predicate's among them.</summary>
    public ImmutableArray<int> ContentTerms { get; }

    /// <summary>For every term the first token that has it.</summary>
    public ImmutableArray<int> FirstTokens { get; }

    public ImmutableArray<Quantity> Quantities { get; }

    public ImmutableArray<DateMention> Dates { get; }

    /// <summary>Terms of who does it.</summary>
    public ImmutableArray<int> Subject { get; }

    /// <summary>Terms of what it is done to.</summary>
    public ImmutableArray<int> Object { get; }

    /// <summary>Lemma of who or what the claim is about, a pronoun included; empty when it is about nobody.</summary>
    public string SubjectWord { get; }

    /// <summary>The characters of the claim.</summary>
    public TextSpan Span => Claim.Span;

    /// <summary>The resolved time of the claim; null when it names none or none that could be resolved.</summary>
    public (LocalDateTime Start, LocalDateTime End)? Time
    {
        get
        {
            (LocalDateTime Start, LocalDateTime End)? narrowest = null;
            foreach (var date in Dates)
                if (date is { Start: { } start, End: { } end } && (narrowest is not { } known || Period.Between(start, end, PeriodUnits.Hours).Hours < Period.Between(known.Start, known.End, PeriodUnits.Hours).Hours))
                    narrowest = (start, end);
            return narrowest;
        }
    }

    /// <summary>Whether the claim names a time that could not be resolved: it may be any.</summary>
    public bool HasUnresolvedTime => Dates.Any(d => d.Start is null && d.Kind is not DateKind.Time);

    private bool IsNegation(int token) => Claim.Predicate.Negation is { } negation && negation.Contains(Model.Text.Tree.Tokens[token].Span);

    private ImmutableArray<int>? Phrase(Role role, int[] termAt)
    {
        foreach (var argument in Claim.Arguments)
        {
            if (argument.Role != role) continue;
            var found = new SortedSet<int>();
            for (int i = argument.FirstToken; i < argument.EndToken; i++)
                if (termAt[i] >= 0) found.Add(termAt[i]);
            return [.. found];
        }
        return null;
    }
}
