using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Analysis.Language;

/// <summary>
/// The relations of Universal Dependencies 2 with the English subtypes; see <see cref="DependencyRelations.ToConllu"/> for their spelling.
/// </summary>
public enum DependencyRelation : byte
{
    /// <summary>Unspecified dependency: <c>dep</c>.</summary>
    Dep,

    /// <summary>Root of the sentence: <c>root</c>.</summary>
    Root,

    /// <summary>Nominal subject: <c>nsubj</c>.</summary>
    Nsubj,

    /// <summary>Nominal subject of a passive verb: <c>nsubj:pass</c>.</summary>
    NsubjPass,

    /// <summary>Nominal subject of a clause whose predicate is itself a clause: <c>nsubj:outer</c>.</summary>
    NsubjOuter,

    /// <summary>Clausal subject: <c>csubj</c>.</summary>
    Csubj,

    /// <summary>Clausal subject of a passive verb: <c>csubj:pass</c>.</summary>
    CsubjPass,

    /// <summary>Clausal subject of a clause whose predicate is itself a clause: <c>csubj:outer</c>.</summary>
    CsubjOuter,

    /// <summary>Direct object: <c>obj</c>.</summary>
    Obj,

    /// <summary>Indirect object: <c>iobj</c>.</summary>
    Iobj,

    /// <summary>Clausal complement with a subject of its own, reported speech included: <c>ccomp</c>.</summary>
    Ccomp,

    /// <summary>Clausal complement whose subject is outside of it: <c>xcomp</c>.</summary>
    Xcomp,

    /// <summary>Oblique nominal: <c>obl</c>.</summary>
    Obl,

    /// <summary>Agent of a passive verb: <c>obl:agent</c>.</summary>
    OblAgent,

    /// <summary>Oblique nominal without a preposition: times, measures: <c>obl:unmarked</c>.</summary>
    OblUnmarked,

    /// <summary>Older name of <see cref="OblUnmarked"/>: <c>obl:npmod</c>.</summary>
    OblNpmod,

    /// <summary>Older name of <see cref="OblUnmarked"/> for times: <c>obl:tmod</c>.</summary>
    OblTmod,

    /// <summary>Person spoken to: <c>vocative</c>.</summary>
    Vocative,

    /// <summary>Expletive: <em>there</em>, empty <em>it</em>: <c>expl</c>.</summary>
    Expl,

    /// <summary>Dislocated element: <c>dislocated</c>.</summary>
    Dislocated,

    /// <summary>Adverbial clause: <c>advcl</c>.</summary>
    Advcl,

    /// <summary>Relative clause that comments a whole clause: <c>advcl:relcl</c>.</summary>
    AdvclRelcl,

    /// <summary>Adverbial modifier, <em>not</em> included: <c>advmod</c>.</summary>
    Advmod,

    /// <summary>Discourse element: <c>discourse</c>.</summary>
    Discourse,

    /// <summary>Auxiliary: <c>aux</c>.</summary>
    Aux,

    /// <summary>Passive auxiliary: <c>aux:pass</c>.</summary>
    AuxPass,

    /// <summary>Copula: <c>cop</c>.</summary>
    Cop,

    /// <summary>Word that marks a subordinate clause: <c>mark</c>.</summary>
    Mark,

    /// <summary>Nominal modifier of a nominal: <c>nmod</c>.</summary>
    Nmod,

    /// <summary>Possessive modifier: <c>nmod:poss</c>.</summary>
    NmodPoss,

    /// <summary>Nominal modifier without a preposition: <c>nmod:unmarked</c>.</summary>
    NmodUnmarked,

    /// <summary>Title or description before a name: <c>nmod:desc</c>.</summary>
    NmodDesc,

    /// <summary>Older name of <see cref="NmodUnmarked"/>: <c>nmod:npmod</c>.</summary>
    NmodNpmod,

    /// <summary>Older name of <see cref="NmodUnmarked"/> for times: <c>nmod:tmod</c>.</summary>
    NmodTmod,

    /// <summary>Apposition: <c>appos</c>.</summary>
    Appos,

    /// <summary>Numeric modifier: <c>nummod</c>.</summary>
    Nummod,

    /// <summary>Clause that modifies a nominal: <c>acl</c>.</summary>
    Acl,

    /// <summary>Relative clause: <c>acl:relcl</c>.</summary>
    AclRelcl,

    /// <summary>Adjectival modifier: <c>amod</c>.</summary>
    Amod,

    /// <summary>Determiner: <c>det</c>.</summary>
    Det,

    /// <summary>Predeterminer: <c>det:predet</c>.</summary>
    DetPredet,

    /// <summary>Preposition or possessive ending: <c>case</c>.</summary>
    Case,

    /// <summary>Conjunct: <c>conj</c>.</summary>
    Conj,

    /// <summary>Coordinating conjunction: <c>cc</c>.</summary>
    Cc,

    /// <summary>First part of a paired conjunction: <em>both</em>, <em>either</em>: <c>cc:preconj</c>.</summary>
    CcPreconj,

    /// <summary>Part of a fixed expression: <c>fixed</c>.</summary>
    Fixed,

    /// <summary>Part of a name or date without a head: <c>flat</c>.</summary>
    Flat,

    /// <summary>Item of a list: <c>list</c>.</summary>
    List,

    /// <summary>Clause set side by side with another, reporting clauses included: <c>parataxis</c>.</summary>
    Parataxis,

    /// <summary>Part of a compound: <c>compound</c>.</summary>
    Compound,

    /// <summary>Particle of a phrasal verb: <c>compound:prt</c>.</summary>
    CompoundPrt,

    /// <summary>Dependent of an elided predicate: <c>orphan</c>.</summary>
    Orphan,

    /// <summary>Part of a word written apart: <c>goeswith</c>.</summary>
    Goeswith,

    /// <summary>Disfluency that was corrected: <c>reparandum</c>.</summary>
    Reparandum,

    /// <summary>Punctuation: <c>punct</c>.</summary>
    Punct,
}

/// <summary>The CoNLL-U spelling of <see cref="DependencyRelation"/>, and what its subtypes belong to.</summary>
public static class DependencyRelations
{
    // In the order of the enumeration.
    private static readonly ImmutableArray<string> Names =
    [
        "dep", "root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "obj", "iobj", "ccomp",
        "xcomp", "obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod", "vocative", "expl", "dislocated", "advcl",
        "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:unmarked",
        "nmod:desc", "nmod:npmod", "nmod:tmod", "appos", "nummod", "acl", "acl:relcl", "amod", "det", "det:predet", "case",
        "conj", "cc", "cc:preconj", "fixed", "flat", "list", "parataxis", "compound", "compound:prt", "orphan", "goeswith",
        "reparandum", "punct",
    ];

    private static readonly FrozenDictionary<string, DependencyRelation> Values = Names
        .Select((name, index) => (name, index))
        .ToFrozenDictionary(pair => pair.name, pair => (DependencyRelation)pair.index, StringComparer.Ordinal);

    private static readonly ImmutableArray<DependencyRelation> WithoutSubtypes = [.. Names.Select(name => Values[name.Split(':')[0]])];

    /// <summary>The relation as in CoNLL-U: <c>nsubj:pass</c> for <see cref="DependencyRelation.NsubjPass"/>.</summary>
    public static string ToConllu(this DependencyRelation relation) => Names[(int)relation];

    /// <summary>The relation without its subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public static DependencyRelation Universal(this DependencyRelation relation) => WithoutSubtypes[(int)relation];

    /// <summary>
    /// Reads a relation in its CoNLL-U spelling. A subtype that is not ours is dropped; an unknown relation is
    /// <see cref="DependencyRelation.Dep"/>.
    /// </summary>
    public static DependencyRelation Parse(string relation) =>
        Values.TryGetValue(relation, out var exact) ? exact : Values.GetValueOrDefault(relation.Split(':')[0]);
}
