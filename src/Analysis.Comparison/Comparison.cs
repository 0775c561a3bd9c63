using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>How two aligned claims, or two passages, relate, said of left towards right.</summary>
public enum Relation
{
    /// <summary>They say the same.</summary>
    Equivalent,

    /// <summary>Left says all that right says, and more.</summary>
    Refines,

    /// <summary>Right says all that left says, and more.</summary>
    Generalizes,

    /// <summary>Left is the later value of what right says.</summary>
    Updates,

    /// <summary>Right is the later value of what left says.</summary>
    UpdatedBy,

    /// <summary>They cannot both hold.</summary>
    Conflicts,

    /// <summary>They are about the same thing without any of the above.</summary>
    Related,

    /// <summary>They are about different things. Passages only; never in an alignment.</summary>
    Unrelated,
}

/// <summary>Why a relation is not a stronger one.</summary>
public enum RelationReason
{
    /// <summary>No reason needed.</summary>
    None,

    /// <summary>Values of a status differ and it cannot be told which is the later.</summary>
    OrderUnknown,

    /// <summary>The articles report different editions of a recurring event.</summary>
    DifferentEdition,
}

/// <summary>What kind of difference it is.</summary>
public enum DifferenceKind
{
    /// <summary>Another number for the same counted thing.</summary>
    Quantity,

    /// <summary>One affirms what the other denies.</summary>
    Negation,

    /// <summary>Words of opposite meaning.</summary>
    Antonym,

    /// <summary>Another participant in the same role.</summary>
    Entity,

    /// <summary>Another time.</summary>
    Date,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>Another source for the same words.</summary>
    Attribution,

    /// <summary>More or less firmly put.</summary>
    Modality,

    /// <summary>Other words.</summary>
    Wording,
}

/// <summary>One respect in which two aligned claims differ.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Incompatible">Whether both sides cannot hold at once.</param>
/// <param name="Left">The words on the left, ascending; empty when the left says nothing of it.</param>
/// <param name="Right">The words on the right, ascending; empty when the right says nothing of it.</param>
/// <param name="LeftValue">The value on the left, normalised.</param>
/// <param name="RightValue">The value on the right, normalised.</param>
/// <param name="Confidence">Estimate that the difference is real.</param>
/// <param name="Explanation">The same in a sentence for people.</param>
public sealed record Difference(
    DifferenceKind Kind, bool Incompatible, ImmutableArray<TextSpan> Left, ImmutableArray<TextSpan> Right, string LeftValue, string RightValue,
    Confidence Confidence, string Explanation);

/// <summary>Claims of one article that take part in an alignment.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Claims">Indices into the claims of its model, ascending; never empty.</param>
public readonly record struct AlignmentSide(int Article, ImmutableArray<int> Claims);

/// <summary>Claims of two articles about the same thing.</summary>
/// <param name="Left">Claims of the article with the lower index.</param>
/// <param name="Right">Claims of the article with the higher index.</param>
/// <param name="Relation">How left relates to right.</param>
/// <param name="Reason">Why the relation is not a stronger one.</param>
/// <param name="Confidence">Estimate that the relation is right.</param>
/// <param name="Differences">In what respects they differ, in order of the left text.</param>
/// <param name="Explanation">What made the relation, in a sentence for people.</param>
public sealed record Alignment(
    AlignmentSide Left, AlignmentSide Right, Relation Relation, RelationReason Reason, Confidence Confidence,
    ImmutableArray<Difference> Differences, string Explanation);

/// <summary>How the words of one quotation became those of the other, right against left.</summary>
public enum Alteration
{
    /// <summary>The same characters.</summary>
    Identical,

    /// <summary>The same spoken words: other quotation marks, commas, dashes or ellipsis signs, another spelling, a capital at the start, the speaker's name between.</summary>
    Typography,

    /// <summary>Other case or white space.</summary>
    CaseOrSpace,

    /// <summary>Words added in brackets.</summary>
    Insertion,

    /// <summary>Words left out, marked by an ellipsis.</summary>
    Ellipsis,

    /// <summary>A negation is gone.</summary>
    NegationLost,

    /// <summary>A negation is new.</summary>
    NegationAdded,

    /// <summary>A word stands for another.</summary>
    WordSubstituted,

    /// <summary>A word is gone.</summary>
    WordDropped,

    /// <summary>A word is new.</summary>
    WordAdded,

    /// <summary>Cut off at an end.</summary>
    Truncated,

    /// <summary>Goes on at an end.</summary>
    Extended,

    /// <summary>Two quotations of one speaker, said apart, made one; or one made two.</summary>
    Merged,

    /// <summary>The same words from somebody else.</summary>
    OtherSpeaker,

    /// <summary>The same in other words, between quotation marks.</summary>
    Paraphrase,
}

/// <summary>Words of a quotation and what stands for them in the other; one side may be empty.</summary>
/// <param name="Left">The words on the left.</param>
/// <param name="Right">The words on the right.</param>
public readonly record struct WordChange(ImmutableArray<TextSpan> Left, ImmutableArray<TextSpan> Right);

/// <summary>One quotation in two articles.</summary>
/// <param name="LeftArticle">Index of the left article.</param>
/// <param name="Left">Its words on the left, without quotation marks.</param>
/// <param name="RightArticle">Index of the right article.</param>
/// <param name="Right">Its words on the right, without quotation marks.</param>
/// <param name="Alteration">How they differ.</param>
/// <param name="Confidence">Estimate that the two are one quotation and the alteration is right.</param>
/// <param name="Changes">The words that differ, in order.</param>
public sealed record QuoteAlignment(
    int LeftArticle, ImmutableArray<TextSpan> Left, int RightArticle, ImmutableArray<TextSpan> Right, Alteration Alteration, Confidence Confidence,
    ImmutableArray<WordChange> Changes);

/// <summary>How two articles stand to each other.</summary>
public enum Verdict
{
    /// <summary>The same characters.</summary>
    Identical,

    /// <summary>The same text but for small edits.</summary>
    NearDuplicate,

    /// <summary>One is a later state of the other.</summary>
    Revision,

    /// <summary>Both print a text of the same agency.</summary>
    WireCopy,

    /// <summary>They report the same event.</summary>
    SameStory,

    /// <summary>They are about the same matter, but not the same event.</summary>
    SameTopic,

    /// <summary>They have nothing to do with each other.</summary>
    Unrelated,
}

/// <summary>What speaks for or against a verdict.</summary>
public enum EvidenceKind
{
    /// <summary>A name in both.</summary>
    SharedEntity,

    /// <summary>A number of the same thing in both.</summary>
    SharedQuantity,

    /// <summary>A quotation in both.</summary>
    SharedQuote,

    /// <summary>Passages of the same words in both; the value is the share in per cent.</summary>
    SharedWords,

    /// <summary>The dates of the articles are close.</summary>
    DatesAgree,

    /// <summary>The dates of the articles are far apart.</summary>
    DatesApart,

    /// <summary>A recurring event is named with different years or numbers.</summary>
    DifferentEdition,
}

/// <summary>Words of one of the compared articles.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Spans">The words, ascending; never empty.</param>
public readonly record struct ArticleSpans(int Article, ImmutableArray<TextSpan> Spans);

/// <summary>A piece of evidence for a verdict.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Value">What it is: the name, the number, the dates.</param>
/// <param name="Locations">Where it stands; empty for what concerns the whole article.</param>
public sealed record Evidence(EvidenceKind Kind, string Value, ImmutableArray<ArticleSpans> Locations);

/// <summary>How one pair of articles relates.</summary>
/// <param name="Left">Index of the one article.</param>
/// <param name="Right">Index of the other; greater than <paramref name="Left"/>.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Confidence">Estimate that it is right.</param>
/// <param name="Evidence">What it rests on, strongest first.</param>
public sealed record Relatedness(int Left, int Right, Verdict Verdict, Confidence Confidence, ImmutableArray<Evidence> Evidence);

/// <summary>How articles come to share an origin.</summary>
public enum OriginKind
{
    /// <summary>They print a text of the same agency.</summary>
    WireCopy,

    /// <summary>One is a copy of the other, or both of a third.</summary>
    Copy,

    /// <summary>They are states of one article.</summary>
    Revision,
}

/// <summary>Articles that count as one report.</summary>
/// <param name="Articles">Indices, ascending; two or more.</param>
/// <param name="Kind">How they come to share it.</param>
/// <param name="Agency">The agency; empty when none is named.</param>
/// <param name="Confidence">Estimate that they share it.</param>
public sealed record Origin(ImmutableArray<int> Articles, OriginKind Kind, string Agency, Confidence Confidence);

/// <summary>What an article has to say on a cluster of claims.</summary>
public enum Stance
{
    /// <summary>It says so.</summary>
    Says,

    /// <summary>It says otherwise.</summary>
    SaysOtherwise,

    /// <summary>It says nothing.</summary>
    Silent,
}

/// <summary>Claims of a story about the same thing.</summary>
/// <param name="Claims">(article, index of the claim in its model), by article and then in order of the text.</param>
/// <param name="Stances">One an article, in order.</param>
/// <param name="Reports">How many independent reports say so: articles of one origin count once.</param>
public sealed record Cluster(ImmutableArray<(int Article, int Claim)> Claims, ImmutableArray<Stance> Stances, int Reports);

/// <summary>What an article of a story says nothing about although at least two independent others report it. Never a contradiction.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Clusters">Indices into the clusters, ascending; never empty.</param>
public readonly record struct Omission(int Article, ImmutableArray<int> Clusters);

/// <summary>What two or more articles share, where they differ, and what only one says.</summary>
/// <param name="Articles">The models that were compared, in order.</param>
/// <param name="Relatedness">One a pair, by left and then by right index.</param>
/// <param name="Alignments">By pair, then in order of the left text.</param>
/// <param name="OnlyIn">For each article the indices of the claims that no other article has a counterpart for, ascending.</param>
/// <param name="Quotes">Quotations that stand in two articles, by pair, then in order of the left text.</param>
/// <param name="Origins">Articles that share an origin.</param>
/// <param name="Clusters">Filled for three or more articles.</param>
/// <param name="Omissions">By article; filled for three or more articles.</param>
public sealed record StoryComparison(
    ImmutableArray<SemanticModel> Articles, ImmutableArray<Relatedness> Relatedness, ImmutableArray<Alignment> Alignments,
    ImmutableArray<ImmutableArray<int>> OnlyIn, ImmutableArray<QuoteAlignment> Quotes, ImmutableArray<Origin> Origins,
    ImmutableArray<Cluster> Clusters, ImmutableArray<Omission> Omissions);
