using System.Diagnostics;
using Analysis.Analyzers;
using Analysis.Comparison;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Mapping;

/// <summary>The words of the domain as words of the contract.</summary>
internal static class EnumMapping
{
    public static V1.BlockKind ToProto(this SyntaxKind kind) => kind switch
    {
        SyntaxKind.Headline => V1.BlockKind.Headline,
        SyntaxKind.Standfirst => V1.BlockKind.Standfirst,
        SyntaxKind.Byline => V1.BlockKind.Byline,
        SyntaxKind.PublicationLine or SyntaxKind.AddressLine or SyntaxKind.Dateline => V1.BlockKind.Dateline,
        SyntaxKind.Timestamp => V1.BlockKind.LiveEntry,
        SyntaxKind.Paragraph => V1.BlockKind.Paragraph,
        SyntaxKind.Heading => V1.BlockKind.Heading,
        SyntaxKind.ListItem => V1.BlockKind.ListItem,
        SyntaxKind.BlockQuote => V1.BlockKind.BlockQuote,
        SyntaxKind.Table => V1.BlockKind.Table,
        SyntaxKind.Caption or SyntaxKind.Credit => V1.BlockKind.Caption,
        SyntaxKind.Correction => V1.BlockKind.Correction,
        SyntaxKind.Furniture => V1.BlockKind.Furniture,
        _ => throw new UnreachableException($"{kind} is no block."),
    };

    public static V1.FoundIn ToProto(this FoundIn foundIn) => foundIn switch
    {
        FoundIn.Request => V1.FoundIn.Request,
        FoundIn.Headline => V1.FoundIn.Headline,
        FoundIn.PublicationLine => V1.FoundIn.PublicationLine,
        FoundIn.AddressLine => V1.FoundIn.AddressLine,
        FoundIn.Address => V1.FoundIn.Address,
        FoundIn.Byline => V1.FoundIn.Byline,
        FoundIn.Dateline => V1.FoundIn.Dateline,
        FoundIn.Caption => V1.FoundIn.Caption,
        FoundIn.Text => V1.FoundIn.Text,
        FoundIn.JsonLd => V1.FoundIn.JsonLd,
        FoundIn.OpenGraph => V1.FoundIn.OpenGraph,
        FoundIn.Meta => V1.FoundIn.Meta,
        FoundIn.TimeElement => V1.FoundIn.TimeElement,
        FoundIn.Microdata => V1.FoundIn.Microdata,
        FoundIn.TitleElement => V1.FoundIn.TitleElement,
        FoundIn.Feed => V1.FoundIn.Feed,
        FoundIn.FrontMatter => V1.FoundIn.FrontMatter,
        FoundIn.CreditLine => V1.FoundIn.CreditLine,
        _ => throw new UnreachableException(),
    };

    public static V1.EntityType ToProto(this EntityType type) => type switch
    {
        EntityType.Person => V1.EntityType.Person,
        EntityType.Organization => V1.EntityType.Organization,
        EntityType.Location => V1.EntityType.Location,
        EntityType.Norp => V1.EntityType.Norp,
        EntityType.Event => V1.EntityType.Event,
        EntityType.Other => V1.EntityType.Other,
        _ => throw new UnreachableException(),
    };

    public static V1.MentionKind ToProto(this MentionKind kind) => kind switch
    {
        MentionKind.Name => V1.MentionKind.Name,
        MentionKind.Nominal => V1.MentionKind.Nominal,
        MentionKind.Pronoun => V1.MentionKind.Pronoun,
        _ => throw new UnreachableException(),
    };

    public static V1.QuantityKind ToProto(this QuantityKind kind) => kind switch
    {
        QuantityKind.Cardinal => V1.QuantityKind.Cardinal,
        QuantityKind.Ordinal => V1.QuantityKind.Ordinal,
        QuantityKind.Fraction => V1.QuantityKind.Fraction,
        QuantityKind.Percent => V1.QuantityKind.Percent,
        QuantityKind.Money => V1.QuantityKind.Money,
        QuantityKind.Dimension => V1.QuantityKind.Dimension,
        QuantityKind.Temperature => V1.QuantityKind.Temperature,
        QuantityKind.Age => V1.QuantityKind.Age,
        QuantityKind.Duration => V1.QuantityKind.Duration,
        QuantityKind.Rate => V1.QuantityKind.Rate,
        QuantityKind.Score => V1.QuantityKind.Score,
        _ => throw new UnreachableException(),
    };

    public static V1.Precision ToProto(this Precision precision) => precision switch
    {
        Precision.Exact => V1.Precision.Exact,
        Precision.About => V1.Precision.About,
        Precision.AtLeast => V1.Precision.AtLeast,
        Precision.AtMost => V1.Precision.AtMost,
        Precision.MoreThan => V1.Precision.MoreThan,
        Precision.LessThan => V1.Precision.LessThan,
        Precision.Vague => V1.Precision.Vague,
        _ => throw new UnreachableException(),
    };

    public static V1.DateKind ToProto(this DateKind kind) => kind switch
    {
        DateKind.Date => V1.DateKind.Date,
        DateKind.Time => V1.DateKind.Time,
        DateKind.DateTime => V1.DateKind.Datetime,
        DateKind.Period => V1.DateKind.Period,
        DateKind.Duration => V1.DateKind.Duration,
        DateKind.Set => V1.DateKind.Set,
        _ => throw new UnreachableException(),
    };

    public static V1.Granularity ToProto(this Granularity granularity) => granularity switch
    {
        Granularity.Second => V1.Granularity.Second,
        Granularity.Minute => V1.Granularity.Minute,
        Granularity.Hour => V1.Granularity.Hour,
        Granularity.Daypart => V1.Granularity.Daypart,
        Granularity.Day => V1.Granularity.Day,
        Granularity.Week => V1.Granularity.Week,
        Granularity.Month => V1.Granularity.Month,
        Granularity.Quarter => V1.Granularity.Quarter,
        Granularity.Season => V1.Granularity.Season,
        Granularity.Year => V1.Granularity.Year,
        Granularity.Decade => V1.Granularity.Decade,
        Granularity.Century => V1.Granularity.Century,
        _ => throw new UnreachableException(),
    };

    public static V1.Anchor ToProto(this Anchor anchor) => anchor switch
    {
        Anchor.Stated => V1.Anchor.Stated,
        Anchor.Inferred => V1.Anchor.Inferred,
        Anchor.Missing => V1.Anchor.Missing,
        _ => throw new UnreachableException(),
    };

    public static V1.QuoteKind ToProto(this QuoteKind kind) => kind switch
    {
        QuoteKind.Direct => V1.QuoteKind.Direct,
        QuoteKind.Indirect => V1.QuoteKind.Indirect,
        QuoteKind.Mixed => V1.QuoteKind.Mixed,
        _ => throw new UnreachableException(),
    };

    public static V1.QuoteAct ToProto(this QuoteAct act) => act switch
    {
        QuoteAct.Statement => V1.QuoteAct.Statement,
        QuoteAct.Belief => V1.QuoteAct.Belief,
        QuoteAct.Intention => V1.QuoteAct.Intention,
        QuoteAct.Stance => V1.QuoteAct.Stance,
        _ => throw new UnreachableException(),
    };

    public static V1.SourceKind ToProto(this SourceKind kind) => kind switch
    {
        SourceKind.None => V1.SourceKind.None,
        SourceKind.Named => V1.SourceKind.Named,
        SourceKind.Pronoun => V1.SourceKind.Pronoun,
        SourceKind.Anonymous => V1.SourceKind.Anonymous,
        SourceKind.Body => V1.SourceKind.Body,
        SourceKind.Document => V1.SourceKind.Document,
        _ => throw new UnreachableException(),
    };

    public static V1.Polarity ToProto(this Polarity polarity) => polarity switch
    {
        Polarity.Positive => V1.Polarity.Positive,
        Polarity.Negative => V1.Polarity.Negative,
        _ => throw new UnreachableException(),
    };

    public static V1.Modality ToProto(this Modality modality) => modality switch
    {
        Modality.Asserted => V1.Modality.Asserted,
        Modality.Planned => V1.Modality.Planned,
        Modality.Possible => V1.Modality.Possible,
        Modality.Conditional => V1.Modality.Conditional,
        Modality.ReportedDenied => V1.Modality.ReportedDenied,
        Modality.Question => V1.Modality.Question,
        _ => throw new UnreachableException(),
    };

    public static V1.Tense ToProto(this Tense tense) => tense switch
    {
        Tense.Past => V1.Tense.Past,
        Tense.Present => V1.Tense.Present,
        Tense.Future => V1.Tense.Future,
        Tense.None => V1.Tense.None,
        _ => throw new UnreachableException(),
    };

    public static V1.Role ToProto(this Role role) => role switch
    {
        Role.Agent => V1.Role.Agent,
        Role.Theme => V1.Role.Theme,
        Role.Recipient => V1.Role.Recipient,
        Role.Attribute => V1.Role.Attribute,
        Role.Time => V1.Role.Time,
        Role.Place => V1.Role.Place,
        Role.Other => V1.Role.Other,
        _ => throw new UnreachableException(),
    };

    public static V1.AttributionKind ToProto(this AttributionKind kind) => kind switch
    {
        AttributionKind.Named => V1.AttributionKind.Named,
        AttributionKind.Anonymous => V1.AttributionKind.Anonymous,
        AttributionKind.Unresolved => V1.AttributionKind.Unresolved,
        _ => throw new UnreachableException(),
    };

    public static V1.Relation ToProto(this Relation relation) => relation switch
    {
        Relation.Equivalent => V1.Relation.Equivalent,
        Relation.Refines => V1.Relation.Refines,
        Relation.Generalizes => V1.Relation.Generalizes,
        Relation.Updates => V1.Relation.Updates,
        Relation.UpdatedBy => V1.Relation.UpdatedBy,
        Relation.Conflicts => V1.Relation.Conflicts,
        Relation.Related => V1.Relation.Related,
        Relation.Unrelated => V1.Relation.Unrelated,
        _ => throw new UnreachableException(),
    };

    public static V1.RelationReason ToProto(this RelationReason reason) => reason switch
    {
        RelationReason.None => V1.RelationReason.Unspecified,
        RelationReason.OrderUnknown => V1.RelationReason.OrderUnknown,
        RelationReason.DifferentEdition => V1.RelationReason.DifferentEdition,
        _ => throw new UnreachableException(),
    };

    public static V1.DifferenceKind ToProto(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.Quantity => V1.DifferenceKind.Quantity,
        DifferenceKind.Negation => V1.DifferenceKind.Negation,
        DifferenceKind.Antonym => V1.DifferenceKind.Antonym,
        DifferenceKind.Entity => V1.DifferenceKind.Entity,
        DifferenceKind.Date => V1.DifferenceKind.Date,
        DifferenceKind.Place => V1.DifferenceKind.Place,
        DifferenceKind.Attribution => V1.DifferenceKind.Attribution,
        DifferenceKind.Modality => V1.DifferenceKind.Modality,
        DifferenceKind.Wording => V1.DifferenceKind.Wording,
        _ => throw new UnreachableException(),
    };

    public static V1.Alteration ToProto(this Alteration alteration) => alteration switch
    {
        Alteration.Identical => V1.Alteration.Identical,
        Alteration.Typography => V1.Alteration.Typography,
        Alteration.CaseOrSpace => V1.Alteration.CaseOrSpace,
        Alteration.Insertion => V1.Alteration.Insertion,
        Alteration.Ellipsis => V1.Alteration.Ellipsis,
        Alteration.NegationLost => V1.Alteration.NegationLost,
        Alteration.NegationAdded => V1.Alteration.NegationAdded,
        Alteration.WordSubstituted => V1.Alteration.WordSubstituted,
        Alteration.WordDropped => V1.Alteration.WordDropped,
        Alteration.WordAdded => V1.Alteration.WordAdded,
        Alteration.Truncated => V1.Alteration.Truncated,
        Alteration.Extended => V1.Alteration.Extended,
        Alteration.Merged => V1.Alteration.Merged,
        Alteration.OtherSpeaker => V1.Alteration.OtherSpeaker,
        Alteration.Paraphrase => V1.Alteration.Paraphrase,
        _ => throw new UnreachableException(),
    };

    public static V1.Verdict ToProto(this Verdict verdict) => verdict switch
    {
        Verdict.Identical => V1.Verdict.Identical,
        Verdict.NearDuplicate => V1.Verdict.NearDuplicate,
        Verdict.Revision => V1.Verdict.Revision,
        Verdict.WireCopy => V1.Verdict.WireCopy,
        Verdict.SameStory => V1.Verdict.SameStory,
        Verdict.SameTopic => V1.Verdict.SameTopic,
        Verdict.Unrelated => V1.Verdict.Unrelated,
        _ => throw new UnreachableException(),
    };

    public static V1.EvidenceKind ToProto(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.SharedEntity => V1.EvidenceKind.SharedEntity,
        EvidenceKind.SharedQuantity => V1.EvidenceKind.SharedQuantity,
        EvidenceKind.SharedQuote => V1.EvidenceKind.SharedQuote,
        EvidenceKind.SharedWords => V1.EvidenceKind.SharedWords,
        EvidenceKind.DatesAgree => V1.EvidenceKind.DatesAgree,
        EvidenceKind.DatesApart => V1.EvidenceKind.DatesApart,
        EvidenceKind.DifferentEdition => V1.EvidenceKind.DifferentEdition,
        _ => throw new UnreachableException(),
    };

    public static V1.OriginKind ToProto(this OriginKind kind) => kind switch
    {
        OriginKind.WireCopy => V1.OriginKind.WireCopy,
        OriginKind.Copy => V1.OriginKind.Copy,
        OriginKind.Revision => V1.OriginKind.Revision,
        _ => throw new UnreachableException(),
    };

    public static V1.Stance ToProto(this Stance stance) => stance switch
    {
        Stance.Says => V1.Stance.Says,
        Stance.SaysOtherwise => V1.Stance.SaysOtherwise,
        Stance.Silent => V1.Stance.Silent,
        _ => throw new UnreachableException(),
    };

    public static V1.Severity ToProto(this DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Hidden => V1.Severity.Hidden,
        DiagnosticSeverity.Info => V1.Severity.Info,
        DiagnosticSeverity.Warning => V1.Severity.Warning,
        DiagnosticSeverity.Error => V1.Severity.Error,
        _ => throw new UnreachableException(),
    };

    public static V1.RuleCategory ToProto(this RuleCategory category) => category switch
    {
        RuleCategory.Attribution => V1.RuleCategory.Attribution,
        RuleCategory.Sourcing => V1.RuleCategory.Sourcing,
        RuleCategory.Numbers => V1.RuleCategory.Numbers,
        RuleCategory.Chronology => V1.RuleCategory.Chronology,
        RuleCategory.Headline => V1.RuleCategory.Headline,
        RuleCategory.Structure => V1.RuleCategory.Structure,
        RuleCategory.Comparison => V1.RuleCategory.Comparison,
        RuleCategory.Driver => V1.RuleCategory.Driver,
        _ => throw new UnreachableException(),
    };
}
